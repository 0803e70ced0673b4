"""The colors that were seen on the garment, with their shares, to be taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.services.photo_findings import SMALL_SHARE
from closet_app.services.records import ColorShare
from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.flow import FlowLayout
from closet_app.ui.widgets.frames import stitch_pen
from closet_app.ui.widgets.text import PlainLabel, set_tooltip
from closet_app.ui.words import say


class SeenColor(QAbstractButton):
    """A color that was seen with its share; stitched when there is little of it."""

    def __init__(self, seen: ColorShare, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seen = seen
        self._words = say("{color} {percent}%", color=seen.name, percent=round(seen.share * 100))
        self.setAccessibleName(self._words)
        set_tooltip(self, say("Use {color}", color=seen.name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focusRadius", 6)

    def sizeHint(self) -> QSize:
        return QSize(text_width(self._words, "label") + px(14) + px(6) + px(16), px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = self.seen.share < SMALL_SHARE
        painter.setPen(stitch_pen(color("hem")) if small else QPen(color("line2"), 1))
        painter.setBrush(color("hover" if self.underMouse() else "surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, px(6), px(6))
        side = px(14)
        swatch = QRectF(px(8), (self.height() - side) / 2, side, side)
        painter.setPen(QPen(color("line2"), 1))
        painter.setBrush(QColor(self.seen.hex))
        painter.drawRoundedRect(swatch, 3, 3)
        painter.setFont(font("label"))
        painter.setPen(color("muted" if small else "ink"))
        room = self.rect().adjusted(px(8) + side + px(6), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._words)


class ColorsSeen(QWidget):
    """`used` carries the names that were taken."""

    used = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.chips: list[SeenColor] = []
        self._main: tuple[str, ...] = ()
        self.use = Button("", "link", size="small", pressed=lambda: self.used.emit(self._main))
        head = QHBoxLayout()
        head.addWidget(PlainLabel(say("Colors seen"), role="body-strong"), 1)
        head.addWidget(self.use)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=px(8))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, px(4), 0, 0)
        rows.setSpacing(px(8))
        rows.addLayout(head)
        rows.addWidget(self._chips)

    def show_colors(self, seen: Sequence[ColorShare], named: Sequence[str]) -> None:
        """Show what was seen; those that the piece is `named` with need no taking."""
        self.setVisible(bool(seen))
        self._main = tuple(each.name for each in seen if each.share >= SMALL_SHARE)[:2]
        self.use.setText(say("Use both") if len(self._main) > 1 else say("Use it"))
        fresh = set(self._main) - set(named)
        self.use.setVisible(bool(fresh) and not named)
        if [chip.seen for chip in self.chips] == list(seen):
            return
        while self.chips:
            chip = self.chips.pop()
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for place, each in enumerate(seen):
            chip = SeenColor(each, self._chips)
            chip.clicked.connect(lambda _checked=False, one=each: self.used.emit((one.name,)))
            self._flow.insert_widget(place, chip)
            self.chips.append(chip)
            chip.show()
        self._chips.updateGeometry()
