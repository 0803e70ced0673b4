"""The tools of the desk, in their order."""

from __future__ import annotations

from closet_app.ui.desk import Desk
from closet_app.ui.photo_desk.background_tool import BackgroundTool
from closet_app.ui.photo_desk.frame_tool import FrameTool
from closet_app.ui.photo_desk.light_tool import LightTool
from closet_app.ui.photo_desk.measure_tool import MeasureTool
from closet_app.ui.photo_desk.pin_tool import PinTool
from closet_app.ui.photo_desk.tool import Tool


def make_tools(desk: Desk) -> dict[str, Tool]:
    """Every tool by the name that its command ends in."""
    return {
        "frame": FrameTool(desk),
        "light": LightTool(desk),
        "background": BackgroundTool(desk),
        "pins": PinTool(desk),
        "measure": MeasureTool(desk),
    }
