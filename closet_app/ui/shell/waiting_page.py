"""What is shown while the closet opens: nothing at first, then the outline of a gallery."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QWidget

from closet_app.ui.frame.page import Page
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.frames import SkeletonRect
from closet_app.ui.words import say

NOTHING_FOR_MS = 150
COLUMNS, ROWS = 5, 2


class WaitingPage(Page):
    """Quiet bars where cards will be."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("Opening your closet"))
        self._bars = QWidget(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(px(64), px(64), px(64), px(64))
        grid.addWidget(self._bars, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        inside = QGridLayout(self._bars)
        inside.setSpacing(px(12))
        for place in range(COLUMNS * ROWS):
            inside.addWidget(SkeletonRect(187, 274, 10), place // COLUMNS, place % COLUMNS)
        self._bars.hide()
        QTimer.singleShot(NOTHING_FOR_MS, self._bars, self._bars.show)
