"""Over the page while photos are held above it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from closet_app.ui.theme.fonts import font
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.frames import paint_stitched
from closet_app.ui.words import say


class DropVeil(QWidget):
    """The stitch of a place to drop; the page under it gets the photos."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Cover the page."""
        page = self.parentWidget()
        if page is not None:
            self.setGeometry(page.rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = color("accent-soft")
        ground.setAlphaF(0.92)
        room = self.rect().adjusted(px(12), px(12), -px(12), -px(12))
        painter.fillRect(room, ground)
        paint_stitched(painter, room, color("accent-ink"), px(10))
        side = px(28)
        middle = self.rect().center()
        icon = QRect(middle.x() - side // 2, middle.y() - side - px(6), side, side)
        paint_icon(painter, icon, "images", "accent-ink")
        painter.setFont(font("section"))
        painter.setPen(color("accent-ink"))
        words = QRect(room.left(), middle.y() + px(4), room.width(), px(24))
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, say("Drop photos or folders here"))
