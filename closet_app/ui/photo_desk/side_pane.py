"""The pane at the right: which tool is used, and its controls."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.photo_desk.tool import Tool
from closet_app.ui.photo_desk.tool_picker import ToolChoice, ToolPicker
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text import Divider, PlainLabel
from closet_app.ui.words import mark, say

WIDTH = 320
WORDS = {
    "frame": (mark("Crop"), mark("Crop and straighten")),
    "light": (mark("Light"), mark("Light and white")),
    "background": (mark("Cut out"), mark("Background")),
    "pins": (mark("Flaws"), mark("Flaws")),
    "measure": (mark("Measure"), mark("Measure")),
}
"""Short on the picker, whole as a heading."""


class SidePane(QWidget):
    """`chosen` carries the name of the tool that is wanted."""

    chosen = Signal(str)

    def __init__(self, tools: Mapping[str, Tool]) -> None:
        super().__init__()
        self._tools = tools
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.picker = ToolPicker([_choice(name) for name in tools])
        self.heading = PlainLabel("", role="section")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), 0)
        column.setSpacing(px(12))
        column.addWidget(self.picker)
        column.addWidget(Divider())
        column.addWidget(self.heading)
        column.addWidget(self._scrolled(), 1)
        self.picker.chosen.connect(self.chosen)
        fix(self, width=WIDTH)

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("ground", "surface")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, px(4), px(16))
        for tool in self._tools.values():
            rows.addWidget(tool)
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def show_tool(self, name: str) -> None:
        """Show the controls of one tool."""
        self.picker.show_chosen(name)
        self.heading.setText(say(WORDS[name][1]))
        for other, tool in self._tools.items():
            tool.setVisible(other == name)


def _choice(name: str) -> ToolChoice:
    row = find_action(f"desk.{name}")
    return ToolChoice(name, say(WORDS[name][0]), row.icon, say_keys(row.keys[0]))
