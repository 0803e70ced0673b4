"""The pieces of an order as a table, with what they come to together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from closet_app.domain.money import Money
from closet_app.domain.status import LineState
from closet_app.services.records import OrderLine, OrderView
from closet_app.ui.orders.faces import GONE, line_detail
from closet_app.ui.orders.speech import Speech
from closet_app.ui.widgets.text import plain_tooltip
from closet_app.ui.words import mark, say

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says: a strong line and a quiet one below it."""

    words: str
    below: str = ""
    role: str = "body"
    ink: str = "ink"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its width in designed pixels (0 takes the rest)."""

    heading: str
    width: int
    right: bool
    cell: Callable[[OrderLine, Speech], Cell]


def _piece(line: OrderLine, _speech: Speech) -> Cell:
    ink = "muted" if line.state in GONE else "ink"
    return Cell(line.title or say("No title yet"), line_detail(line), "body-strong", ink)


def _bin(line: OrderLine, _speech: Speech) -> Cell:
    return Cell(line.bin, line.sku, "body-strong") if line.bin else Cell(line.sku, ink="muted")


def _price(line: OrderLine, speech: Speech) -> Cell:
    return Cell(speech.money(line.price), ink="muted" if line.state in GONE else "ink")


def _paid(line: OrderLine, speech: Speech) -> Cell:
    known = speech.money(line.profit.cost) if line.cost_known else say("not known")
    return Cell(known, ink="muted")


def _keep(line: OrderLine, speech: Speech) -> Cell:
    if line.state is LineState.CANCELLED:
        return Cell(speech.keep(line.profit.profit), ink="muted")
    return _kept(line.profit.profit, speech)


def _kept(amount: Money, speech: Speech) -> Cell:
    ink = "bad-ink" if amount.minor < 0 else "ok-ink"
    return Cell(speech.keep(amount), role="body-strong", ink=ink)


COLUMNS = (
    Column(mark("Item"), 0, False, _piece),
    Column(mark("Bin"), 96, False, _bin),
    Column(mark("Price"), 78, True, _price),
    Column(mark("Paid"), 78, True, _paid),
    Column(mark("You keep"), 88, True, _keep),
)
"""The columns from left to right; the first also shows the photo."""


class LinesModel(QAbstractTableModel):
    """One row for each piece, and one for all together when there are several."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._lines: Sequence[OrderLine] = ()
        self._together: tuple[Cell, ...] = ()

    def show_order(self, view: OrderView, speech: Speech) -> None:
        """Show the pieces of another order."""
        self.beginResetModel()
        self._speech = speech
        self._lines = view.lines
        self._together = _together(view, speech) if len(view.lines) > 1 else ()
        self.endResetModel()

    def line(self, row: int) -> OrderLine | None:
        """The piece of a row; none for the last one, which adds up."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def cell(self, row: int, column: int) -> Cell:
        """What a cell says."""
        line = self.line(row)
        if line is None:
            return self._together[column]
        return COLUMNS[column].cell(line, self._speech)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines) + bool(self._together)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == ROLE.DisplayRole:
            return cell.words
        if role == ROLE.AccessibleTextRole:
            heading = say(COLUMNS[index.column()].heading)
            return f"{heading}: {' '.join(filter(None, (cell.words, cell.below)))}"
        if role == ROLE.ToolTipRole and index.column() == 0:
            return plain_tooltip(cell.words)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == ROLE.DisplayRole:
            return say(COLUMNS[section].heading)
        if orientation == Qt.Orientation.Horizontal and role == ROLE.TextAlignmentRole:
            side = "AlignRight" if COLUMNS[section].right else "AlignLeft"
            return Qt.AlignmentFlag[side] | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.line(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags if not index.isValid() else Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _together(view: OrderView, speech: Speech) -> tuple[Cell, ...]:
    totals = view.profit.totals
    return (
        Cell(say("Together"), role="body-strong"),
        Cell(""),
        Cell(speech.money(totals.price), role="body-strong"),
        Cell(speech.money(totals.cost), role="body-strong"),
        _kept(totals.profit, speech),
    )
