"""What stands at the caret to press: the scissors in the seam, and the chips below the row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from closet_app.ui.intake.painting import paint_chip
from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.text import set_tooltip

HANDLE, CHIP_HEIGHT = 28, 24


class _Handle(QAbstractButton):
    """A button that leaves the focus where it is: with the photos."""

    def __init__(self, words: str, keys: str, pressed: Callable[[], object], on: QWidget) -> None:
        super().__init__(on)
        self.setText(words)
        self.keys = keys
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda _checked=False: pressed())
        self.hide()

    def _fill(self) -> str:
        return "accent-press" if self.isDown() else "accent-h" if self.underMouse() else "accent"


class Scissors(_Handle):
    """28 px of berry in the open seam."""

    def __init__(self, words: str, keys: str, pressed: Callable[[], object], on: QWidget) -> None:
        super().__init__(words, keys, pressed, on)
        set_tooltip(self, words, keys)

    def stand(self, gap: QRect) -> None:
        """Stand in the middle of the seam."""
        side = px(HANDLE)
        self.setGeometry(QRect(gap.center() - QPoint(side // 2, side // 2), QSize(side, side)))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(self._fill()))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        side = px(16)
        icon = QRect(0, 0, side, side)
        icon.moveCenter(self.rect().center())
        paint_icon(painter, icon, "scissors", "on-accent")


class EdgeChip(_Handle):
    """Words and their key on the line below the row."""

    def __init__(
        self, words: str, keys: str, icon: str, pressed: Callable[[], object], on: QWidget
    ) -> None:
        self._icon = icon
        super().__init__(words, keys, pressed, on)

    def say(self, words: str) -> None:
        """Say something else."""
        self.setText(words)
        self.setAccessibleName(words)
        self.update()

    def stand(self, left: int, middle: int) -> int:
        """Stand with its left edge at `left`, on the line at `middle`; returns its right edge."""
        size = self.sizeHint()
        self.setGeometry(QRect(QPoint(left, middle - size.height() // 2), size))
        self.show()
        self.raise_()
        return self.geometry().right()

    def sizeHint(self) -> QSize:
        words = text_width(self.text(), "label-strong")
        return QSize(px(32) + words + px(7) + self._key_width() + px(10), px(CHIP_HEIGHT))

    def _key_width(self) -> int:
        return text_width(self.keys, "micro") + px(12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("line2"), 1))
        painter.setBrush(color("hover" if self.underMouse() else "surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        icon = QRect(px(10), (self.height() - px(14)) // 2, px(14), px(14))
        paint_icon(painter, icon, self._icon, "ink2")
        painter.setFont(font("label-strong"))
        painter.setPen(color("ink2"))
        room = self.rect().adjusted(px(30), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        width = self._key_width()
        left = self.width() - px(9) - width
        paint_chip(painter, QRect(left, (self.height() - px(16)) // 2, width, px(16)), self.keys)
