"""Stocks by kind as rows of a list, and how one is painted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from closet_app.services.print_pages import Kind, Stock
from closet_app.services.stocks import is_own
from closet_app.ui.printing.stock_picker import draw_stock
from closet_app.ui.stocks.figures import say_measure
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.kept_rows import Index, KeptRows
from closet_app.ui.widgets.list_rows import ListDelegate
from closet_app.ui.widgets.table_row import RowState, paint_text
from closet_app.ui.widgets.text import plain_tooltip
from closet_app.ui.words import mark, say, say_many

ROW, HEADING = 56, 34
OWN = mark("Your own")
KINDS = {
    Kind.SHEET: mark("Sheets of labels"),
    Kind.ROLL: mark("Label rolls"),
    Kind.CARD: mark("Cards"),
    Kind.PAPER: mark("Paper"),
}
POINTS = {"in": 72.0, "mm": 72.0 / 25.4}
ROLE = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Row:
    """A stock with its words, or a heading when there is no stock."""

    words: str
    detail: str = ""
    stock: Stock | None = None
    is_unsaved: bool = False


def say_stock(stock: Stock, unit: str) -> str:
    """“30 labels, 2.625 × 1 in”, “8.5 × 11 in”."""
    several = stock.per_page > 1
    width = stock.cell_width if several else stock.width
    height = stock.cell_height if several else stock.height
    lengths = (say_measure(round(each / POINTS[unit], 3)) for each in (width, height))
    size = f"{' × '.join(lengths)} {unit}"
    if not several:
        return size
    words = say_many("{count} label", "{count} labels", stock.per_page)
    if stock.kind is Kind.CARD:
        words = say_many("{count} card", "{count} cards", stock.per_page)
    return f"{words}, {size}"


def rows_of(
    stocks: Iterable[Stock], unit: str, search: str = "", unsaved: frozenset[str] = frozenset()
) -> list[Row]:
    """The seller's own first, then those that come with Closet by kind; only what is found."""
    found = [stock for stock in stocks if _is_found(stock, search)]
    groups = [(OWN, [stock for stock in found if not _is_shipped(stock)])]
    for kind, words in KINDS.items():
        shipped = [each for each in found if each.kind is kind and _is_shipped(each)]
        groups.append((words, sorted(shipped, key=lambda each: not each.common)))
    return [
        row
        for words, group in groups
        if group
        for row in (
            Row(say(words)),
            *(Row(each.name, say_stock(each, unit), each, each.id in unsaved) for each in group),
        )
    ]


def _is_shipped(stock: Stock) -> bool:
    return bool(stock.id) and not is_own(stock.id)


def _is_found(stock: Stock, search: str) -> bool:
    words = " ".join((stock.name, *stock.also)).casefold().replace("×", "x")
    return all(part in words for part in search.casefold().replace("×", "x").split())


class StockModel(KeptRows[Row]):
    """Headings cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(lambda row: row.stock.id if row.stock else (row.words,), parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index.row())
        if row is None or row.stock is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROLE.DisplayRole:
            return row.words
        if role == ROLE.ToolTipRole:
            return plain_tooltip(row.words) if row.stock else None
        if role == ROLE.AccessibleTextRole:
            state = say("not saved yet") if row.is_unsaved else ""
            return ", ".join(part for part in (row.words, row.detail, state) if part)
        return None


class StockDelegate(ListDelegate[Row]):
    """The stock drawn small, its name, and what it measures."""

    def __init__(self, model: StockModel, parent: QObject) -> None:
        super().__init__(model, ROW, parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._kept.row(index.row())
        if row is None or row.stock is not None:
            return super().sizeHint(option, index)
        return QSize(option.rect.width(), px(HEADING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = self._kept.row(index.row()), option.rect
        if row is None or row.stock is not None:
            super().paint(painter, option, index)
            return
        painter.fillRect(rect, color("canvas"))
        words = rect.adjusted(px(14), px(8), -px(14), 0)
        paint_text(painter, words, row.words, "label-strong", "muted")

    def paint_row(self, painter: QPainter, rect: QRect, row: Row, state: RowState) -> None:
        if row.stock is None:
            return
        left, width = rect.left() + px(14), rect.width() - px(28)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(left, rect.top() + px(10), px(36), px(36))
        draw_stock(painter, box, row.stock, "accent-ink" if state.current else "hem")
        painter.restore()
        words = QRect(left + px(48), rect.top() + px(10), width - px(48), px(18))
        paint_text(painter, words, row.words, "body-strong")
        below = words.translated(0, px(19))
        detail = say("Not saved yet") if row.is_unsaved else row.detail
        paint_text(painter, below, detail, "small", "warn-ink" if row.is_unsaved else "muted")
