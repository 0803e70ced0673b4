"""A pane that lies over the page where there is no room beside it."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPropertyAnimation, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.ui.theme.shades import color, px, theme
from closet_app.ui.widgets.buttons import IconButton
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say

SLIDE_MS = 140


class Overlay(QWidget):
    """Slides in from the left or the right edge of `area` and holds one pane.

    `closed` says that the seller closed it with the mouse.
    """

    closed = Signal()

    def __init__(self, area: QWidget, edge: Qt.Edge, ground: str, title: str) -> None:
        super().__init__(area)
        self._area = area
        self._edge = edge
        self._width = 0
        self._ground = ground
        self._slide = QPropertyAnimation(self, b"geometry", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        rows = QVBoxLayout(self)
        at_left = edge == Qt.Edge.LeftEdge
        rows.setContentsMargins(0 if at_left else 1, 0, 1 if at_left else 0, 0)
        rows.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(px(16), px(6), px(8), 0)
        top.addWidget(PlainLabel(title, role="section"), 1)
        close = IconButton("x", say("Close"), size="small", keys="Esc", pressed=self.closed.emit)
        top.addWidget(close)
        rows.addLayout(top)
        self._rows = rows
        area.installEventFilter(self)
        self.hide()

    def take(self, pane: QWidget) -> None:
        """Hold `pane` from now on."""
        self._rows.addWidget(pane, 1)
        pane.show()

    def set_width(self, width: int) -> None:
        """How wide the pane lies over the page."""
        self._width = width
        if self.isVisible():
            self.setGeometry(self._box())

    def open(self) -> None:
        """Slide in, at once where less motion is wished for."""
        if self.isVisible():
            return
        end = self._box()
        start = QRect(end)
        moved = -end.width() if self._edge == Qt.Edge.LeftEdge else end.width()
        start.translate(moved, 0)
        self.setGeometry(start if theme().moves else end)
        self.show()
        self.raise_()
        self._slide.stop()
        if theme().moves:
            self._slide.setDuration(SLIDE_MS)
            self._slide.setStartValue(start)
            self._slide.setEndValue(end)
            self._slide.start()

    def close_pane(self) -> None:
        """Go away."""
        self._slide.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._slide.stop()
            self.setGeometry(self._box())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(self._ground))
        edge = self.width() - 1 if self._edge == Qt.Edge.LeftEdge else 0
        painter.fillRect(edge, 0, 1, self.height(), color("line2"))

    def _box(self) -> QRect:
        width = min(self._width, self._area.width())
        left = 0 if self._edge == Qt.Edge.LeftEdge else self._area.width() - width
        return QRect(left, 0, width, self._area.height())
