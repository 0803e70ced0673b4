"""Papers, cards and labels to choose from, each drawn small in its own shape."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from closet_app.services.print_pages import Stock
from closet_app.ui.printing.words import short_stock
from closet_app.ui.theme.fonts import font, line_height, text_width
from closet_app.ui.theme.shades import color, px, theme
from closet_app.ui.widgets.arrow_button import ARROWS, ArrowButton
from closet_app.ui.widgets.text import set_tooltip
from closet_app.ui.words import say

TILE, DRAWING, IN_A_ROW = 70, 44, 4
NO_BREAK = "\u00a0"


class StockPicker(QWidget):
    """Rows of stocks; arrow keys move. `changed` carries the id chosen."""

    changed = Signal(str)

    def __init__(self, stocks: Sequence[Stock], chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Paper"))
        self._group = QButtonGroup(self)
        self._stocks = tuple(stocks)
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(8))
        lines = 2 if any(_is_long(tile_words(stock)) for stock in stocks) else 1
        for place, stock in enumerate(self._stocks):
            tile = StockTile(stock, lines)
            tile.setChecked(stock.id == chosen)
            self._group.addButton(tile, place)
            rows.addWidget(tile, *divmod(place, IN_A_ROW))
        for column in range(IN_A_ROW):
            rows.setColumnStretch(column, 1)
        self._group.idClicked.connect(lambda place: self.changed.emit(self._stocks[place].id))

    def value(self) -> str:
        """The id of the chosen stock."""
        return self._stocks[self._group.checkedId()].id

    def choose(self, stock_id: str) -> None:
        """Choose as a click would."""
        places = [stock.id for stock in self._stocks]
        self._group.button(places.index(stock_id)).click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        place = (self._group.checkedId() + step) % len(self._stocks)
        self._group.button(place).setFocus(Qt.FocusReason.TabFocusReason)
        self._group.button(place).click()


class StockTile(ArrowButton):
    """One stock: its shape, and its name in at most two lines."""

    def __init__(self, stock: Stock, lines: int) -> None:
        super().__init__()
        self._stock = stock
        self._lines = lines
        self.setCheckable(True)
        self.setText(stock.name)
        self.setAccessibleName(stock.name)
        set_tooltip(self, stock.name)
        self.setProperty("focusRadius", 8)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(TILE), px(DRAWING) + self._lines * line_height("micro") + px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(56), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        paint_tile_ground(painter, self)
        ink = "accent-ink" if on else "hem"
        room = QRectF(0, px(8), self.width(), px(DRAWING))
        draw_stock(painter, room, self._stock, ink)
        painter.setFont(font("micro-strong" if on else "micro"))
        painter.setPen(color("accent-ink" if on else "ink2"))
        top = px(8) + px(DRAWING) + px(4)
        words = QRect(px(4), top, self.width() - px(8), self._lines * line_height("micro"))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(words, flags | Qt.TextFlag.TextWordWrap, tile_words(self._stock))


def paint_tile_ground(painter: QPainter, tile: QAbstractButton) -> None:
    """The rounded box under a stock, in the accent where it is the chosen one."""
    on = tile.isChecked()
    painter.setPen(QPen(color("accent-ink"), 2) if on else QPen(color("line2"), 1))
    rest = "hover" if tile.underMouse() else "surface"
    painter.setBrush(color("accent-soft" if on else rest))
    inside = 1.0 if on else 0.5
    box = QRectF(tile.rect()).adjusted(inside, inside, -inside, -inside)
    painter.drawRoundedRect(box, px(8), px(8))


def tile_words(stock: Stock) -> str:
    """The short name, never broken within a measure such as “4 × 6”."""
    return short_stock(stock).replace(" × ", f"{NO_BREAK}×{NO_BREAK}")


def _is_long(words: str) -> bool:
    return text_width(words, "micro-strong") > px(TILE - 8)


def draw_stock(painter: QPainter, room: QRectF, stock: Stock, ink: str) -> None:
    """The shape of a stock in the middle of `room`, its labels drawn when it has several."""
    scale = min(room.width() * 0.8 / stock.width, room.height() / stock.height)
    box = QRectF(0, 0, stock.width * scale, stock.height * scale)
    box.moveCenter(room.center())
    painter.setPen(QPen(color(ink), 1.2))
    painter.setBrush(color("surface") if theme().high_contrast else color("canvas"))
    painter.drawRoundedRect(box, 2, 2)
    if stock.per_page == 1:
        return
    painter.setPen(QPen(color(ink), 0.6))
    for index in range(stock.per_page):
        cell = stock.cell(index)
        at = box.topLeft() + QPointF(cell.left, cell.top) * scale
        painter.drawRect(QRectF(at.x(), at.y(), cell.width * scale, cell.height * scale))
