"""Stocks by kind as rows of a list, and how one is painted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from closet_app.services.print_pages import Kind, Stock
from closet_app.services.stocks import is_own
from closet_app.ui.printing.stock_picker import draw_stock
from closet_app.ui.stocks.figures import say_measure
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.table_row import RowState, paint_list_ground, paint_text
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
Index = QModelIndex | QPersistentModelIndex
Flag = QStyle.StateFlag
ROLE = Qt.ItemDataRole
_NOWHERE = QModelIndex()


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


class StockModel(QAbstractListModel):
    """Headings cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def place_of(self, stock_id: str) -> int:
        """Where a stock stands, −1 when it is not there."""
        places = (at for at, row in enumerate(self.rows) if row.stock and row.stock.id == stock_id)
        return next(places, -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].stock is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROLE.DisplayRole:
            return row.words
        if role == ROLE.ToolTipRole:
            return plain_tooltip(row.words) if row.stock else None
        if role == ROLE.AccessibleTextRole:
            state = say("not saved yet") if row.is_unsaved else ""
            return ", ".join(part for part in (row.words, row.detail, state) if part)
        return None


class StockDelegate(QStyledItemDelegate):
    """The stock drawn small, its name, and what it measures."""

    def __init__(self, model: StockModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_heading = self._model.rows[index.row()].stock is None
        return QSize(option.rect.width(), px(HEADING if is_heading else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = self._model.rows[index.row()], option.rect
        left, width = rect.left() + px(14), rect.width() - px(28)
        if row.stock is None:
            painter.fillRect(rect, color("canvas"))
            words = QRect(left, rect.top() + px(8), width, rect.height() - px(8))
            paint_text(painter, words, row.words, "label-strong", "muted")
            return
        is_current = bool(option.state & Flag.State_Selected)
        hover = bool(option.state & Flag.State_MouseOver)
        paint_list_ground(painter, rect, RowState(current=is_current, hover=hover))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(left, rect.top() + px(10), px(36), px(36))
        draw_stock(painter, box, row.stock, "accent-ink" if is_current else "hem")
        painter.restore()
        words = QRect(left + px(48), rect.top() + px(10), width - px(48), px(18))
        paint_text(painter, words, row.words, "body-strong")
        below = words.translated(0, px(19))
        detail = say("Not saved yet") if row.is_unsaved else row.detail
        paint_text(painter, below, detail, "small", "warn-ink" if row.is_unsaved else "muted")
