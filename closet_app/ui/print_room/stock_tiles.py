"""The papers a piece is printed on most, drawn small; all others in a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QWidget,
)

from closet_app.services.print_pages import Kind, Stock
from closet_app.ui.printing.stock_picker import draw_stock, paint_tile_ground, tile_words
from closet_app.ui.theme.fonts import font, line_height
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.arrow_button import ArrowButton, click_next
from closet_app.ui.widgets.popups import rounded_menu
from closet_app.ui.widgets.text import set_tooltip
from closet_app.ui.words import mark, say

MOST_TILES, DRAWING = 4, 44
KINDS = {
    Kind.PAPER: mark("Paper"),
    Kind.CARD: mark("Cards"),
    Kind.SHEET: mark("Sheets of labels"),
    Kind.ROLL: mark("Label rolls"),
}


def offered(stocks: Sequence[Stock], chosen: Stock) -> tuple[Stock, ...]:
    """The first few, the chosen one always among them."""
    first = list(stocks[:MOST_TILES])
    if all(each.id != chosen.id for each in first):
        first[-1:] = [chosen]
    return tuple(first)


class StockTiles(QWidget):
    """`changed` carries the stock that was chosen; arrow keys move along the tiles."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("Paper"))
        self.tiles: list[Tile] = []
        self._every: tuple[Stock, ...] = ()
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(8))
        self.more = Tile(None)
        self.more.clicked.connect(self._open)
        self._row.addWidget(self.more, 1)

    def show_stocks(self, common: Sequence[Stock], every: Sequence[Stock], chosen: Stock) -> None:
        """Offer the `common` ones as tiles and `every` one in the menu."""
        self._every = tuple(every)
        shown = offered(common, chosen)
        if [tile.stock for tile in self.tiles] != list(shown):
            self._lay(shown)
        for tile in self.tiles:
            tile.setChecked(tile.stock is not None and tile.stock.id == chosen.id)
        self.more.setVisible(len(self._every) > len(shown))

    def menu(self) -> QMenu:
        """Every stock by its kind."""
        made = rounded_menu(QMenu(self))
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind, words in KINDS.items():
            fitting = [stock for stock in self._every if stock.kind is kind]
            if fitting:
                made.addSection(say(words))
            for stock in fitting:
                action = QAction(stock.name.replace("&", "&&"), made)
                action.triggered.connect(lambda _on=False, stock=stock: self.changed.emit(stock))
                made.addAction(action)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not click_next(self.tiles, event):
            super().keyPressEvent(event)

    def _lay(self, stocks: Sequence[Stock]) -> None:
        for tile in self.tiles:
            self._group.removeButton(tile)
            self._row.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = [Tile(stock) for stock in stocks]
        for place, tile in enumerate(self.tiles):
            self._group.addButton(tile)
            self._row.insertWidget(place, tile, 1)
            tile.clicked.connect(lambda _on=False, tile=tile: self.changed.emit(tile.stock))

    def _open(self) -> None:
        below = self.more.mapToGlobal(self.more.rect().bottomLeft())
        self.menu().popup(below)


class Tile(ArrowButton):
    """One stock in its own shape over its short name; without a stock the way to all others."""

    def __init__(self, stock: Stock | None) -> None:
        super().__init__()
        self.stock = stock
        self.words = tile_words(stock) if stock else say("More")
        self.setCheckable(stock is not None)
        self.setAccessibleName(stock.name if stock else say("All papers and labels"))
        set_tooltip(self, self.accessibleName())
        self.setProperty("focusRadius", 8)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(50), px(DRAWING) + 2 * line_height("micro") + px(18))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(44), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        paint_tile_ground(painter, self)
        room = QRectF(0, px(8), self.width(), px(DRAWING))
        if self.stock is not None:
            draw_stock(painter, room, self.stock, "accent-ink" if on else "hem")
        else:
            side = px(20)
            sign = QRect(0, 0, side, side)
            sign.moveCenter(room.center().toPoint())
            paint_icon(painter, sign, "ellipsis", "ink2")
        painter.setFont(font("micro-strong" if on else "micro"))
        painter.setPen(color("accent-ink" if on else "ink2"))
        top = px(8) + px(DRAWING) + px(4)
        words = QRect(px(2), top, self.width() - px(4), 2 * line_height("micro"))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, flags | Qt.TextFlag.TextWordWrap, self.words)
