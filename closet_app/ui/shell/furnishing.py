"""Puts an opened closet into the window: pages, commands, facts, and the morning's work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from closet_app.services.closet import Closet
from closet_app.services.shop import shop
from closet_app.ui.desk import Desk
from closet_app.ui.shell.pages import register_pages

if TYPE_CHECKING:
    from closet_app.ui.shell.program import Program


def furnish(program: Program, closet: Closet) -> Desk:
    """The desk of `closet`, its window ready to work with and showing the first page."""
    window = program.window
    desk = Desk(closet, window, program.jobs, program.choices, program.asking)
    window.set_shop(shop(closet).name)
    window.set_bare(False)
    register_pages(desk)
    desk.actions.connect_action("undo", desk.undo)
    desk.actions.connect_action("redo", desk.redo)
    first = next((place for place in ("closet", "trash") if desk.navigator.knows(place)), "")
    if first:
        desk.navigator.go(first)
    return desk
