"""What the page shows before a file is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.frames import StitchedDropArea
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say


class StartPane(QWidget):
    """A place to drop a file, and a button to choose one; `dropped` carries files."""

    dropped = Signal(list)

    def __init__(self, choose: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = StitchedDropArea(say("Drop a spreadsheet here."), icon="file-spreadsheet")
        self.choose = Button(say("Choose a file"), "primary", icon="upload", pressed=choose)
        self._build()
        self.area.dropped.connect(self.dropped)
        self.setFocusProxy(self.choose)

    def _build(self) -> None:
        fix(self.area, height=260)
        inside = self.area.layout()
        if isinstance(inside, QVBoxLayout):
            inside.setSpacing(px(10))
            place = inside.count() - 1
            inside.insertWidget(place, self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        kinds = say(
            "CSV or Excel (XLSX), from any program: your own list, an inventory app, a "
            "marketplace, or another closet. You see every row before anything is written."
        )
        told = PlainLabel(kinds, tone="muted", wrap=True)
        told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout()
        column.setSpacing(px(14))
        column.addStretch(2)
        column.addWidget(self.area)
        column.addWidget(told)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(16), px(16), px(16))
        row.addStretch(1)
        row.addLayout(column, 3)
        row.addStretch(1)
