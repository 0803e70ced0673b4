"""The tools at the right: one of them is in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from closet_app.ui.theme.fonts import font
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.text import set_tooltip


@dataclass(frozen=True, slots=True)
class ToolChoice:
    """One tool by its name, words, icon and key."""

    name: str
    words: str
    icon: str
    keys: str


class _ToolButton(QAbstractButton):
    """An icon above its word."""

    def __init__(self, choice: ToolChoice) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setText(choice.words)
        self.setAccessibleName(choice.words)
        self.setProperty("focusRadius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_tooltip(self, choice.words, choice.keys)
        self._icon = choice.icon

    def sizeHint(self) -> QSize:
        return QSize(px(56), px(54))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(44), px(54))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next photo, not to the next tool."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(QPen(color("accent-ink"), 1) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(color("accent-soft" if chosen else "hover"))
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, px(8), px(8))
        ink = "accent-ink" if chosen else "ink2"
        side = px(18)
        mark = QRect((self.width() - side) // 2, px(8), side, side)
        paint_icon(painter, mark, self._icon, ink)
        painter.setFont(font("nav"))
        painter.setPen(color(ink))
        room = QRect(0, px(30), self.width(), px(18))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.text())


class ToolPicker(QWidget):
    """`chosen` carries the name of the tool."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[ToolChoice]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._names = [choice.name for choice in choices]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(4))
        for place, choice in enumerate(choices):
            button = _ToolButton(choice)
            self._group.addButton(button, place)
            grid.addWidget(button, 0, place)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._names[place]))

    def show_chosen(self, name: str) -> None:
        """Mark a tool without reporting it."""
        self._group.button(self._names.index(name)).setChecked(True)
