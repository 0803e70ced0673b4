"""Keys as chips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from closet_app.ui.theme.fonts import text_width
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.buttons import paint_key


class KeyChips(QWidget):
    """One chip for each way to press a command."""

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = tuple(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(self._keys))

    def sizeHint(self) -> QSize:
        widths = [_chip_width(key) for key in self._keys]
        return QSize(sum(widths) + px(4) * max(len(widths) - 1, 0), px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = 0
        for key in self._keys:
            width = _chip_width(key)
            paint_key(painter, QRect(left, px(1), width, px(18)), key, color("muted"))
            left += width + px(4)


def _chip_width(key: str) -> int:
    return text_width(key, "micro") + px(12)
