"""An entry of the list of sections."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from closet_app.ui.theme.fonts import font
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.item_card import elided


class SectionButton(QAbstractButton):
    """Icon and words; the shown section stands on the surface, its words in berry."""

    def __init__(self, words: str, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setProperty("focusRadius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(180), px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        ink = "accent-ink" if self.isChecked() else "ink2"
        side = px(16)
        paint_icon(painter, QRect(px(10), (self.height() - side) // 2, side, side), self._icon, ink)
        role = "body-strong" if self.isChecked() else "body"
        painter.setFont(font(role))
        painter.setPen(color("accent-ink" if self.isChecked() else "ink"))
        room = self.rect().adjusted(px(36), 0, -px(8), 0)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter, elided(self.text(), room.width(), role)
        )

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(color("line"), 1))
            painter.setBrush(color("surface"))
            painter.drawRoundedRect(box, px(8), px(8))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(box, px(8), px(8))
