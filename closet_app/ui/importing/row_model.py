"""The rows of a file as a table that is made while they are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from closet_app.services.imports import PreviewRow, RowState
from closet_app.ui.importing.row_columns import PIECE, RowColumn, Voice, columns_for
from closet_app.ui.widgets.text import plain_tooltip
from closet_app.ui.words import say

Index = QModelIndex | QPersistentModelIndex
KEPT = 4_000
"""Said cells that are kept; a screen shows some three hundred."""


class Sieve(StrEnum):
    """Which rows are shown."""

    ALL = "all"
    NEW = "new"
    CHECK = "check"
    ALREADY_HERE = "already_here"
    BROKEN = "broken"
    LEFT_OUT = "left_out"


def sieves_of(row: PreviewRow) -> Iterator[Sieve]:
    """Every sieve that keeps the row."""
    yield Sieve.ALL
    yield Sieve(row.state.value)
    if row.warnings and row.state is RowState.NEW:
        yield Sieve.CHECK


class RowModel(QAbstractTableModel):
    """Says cells when they are looked at, and knows how many rows each sieve keeps."""

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._source: Sequence[PreviewRow] = ()
        self._shown: list[PreviewRow] = []
        self._read = 0
        self._said: dict[tuple[int, int], str] = {}
        self.sieve = Sieve.ALL
        self.counts: Counter[Sieve] = Counter()
        self.columns: tuple[RowColumn, ...] = columns_for(())

    def show(self, rows: Sequence[PreviewRow], columns: Sequence[RowColumn], voice: Voice) -> None:
        """Show other rows; `rows` may still grow, `grow` takes in what was added."""
        self.beginResetModel()
        self._source, self.columns, self._voice = rows, tuple(columns), voice
        self._shown, self._read = [], 0
        self._said.clear()
        self.counts.clear()
        self._shown.extend(self._new_rows())
        self.endResetModel()

    def grow(self) -> None:
        """Take in the rows that were read since."""
        found = self._new_rows()
        if found:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(found) - 1)
            self._shown.extend(found)
            self.endInsertRows()

    def sift(self, sieve: Sieve) -> None:
        """Show only what `sieve` keeps."""
        self.beginResetModel()
        self.sieve = sieve
        self._said.clear()
        self._shown = [row for row in self._source[: self._read] if sieve in sieves_of(row)]
        self.endResetModel()

    def row_at(self, place: int) -> PreviewRow | None:
        """The row in a place; None where there is none."""
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def place_of(self, line: int) -> int:
        """Where the first row from `line` on is, else the last one; -1 when nothing is shown."""
        found = (at for at, row in enumerate(self._shown) if row.line >= line)
        return next(found, len(self._shown) - 1)

    def reaches(self, line: int) -> bool:
        """Whether a row from `line` on is shown."""
        return bool(self._shown) and self._shown[-1].line >= line

    def cell(self, place: int, column: int) -> str:
        """The words of a cell."""
        known = self._said.get((place, column))
        if known is None:
            if len(self._said) >= KEPT:
                self._said.clear()
            known = self._voice.cell(self._shown[place], self.columns[column].key)
            self._said[place, column] = known
        return known

    def remark_of(self, row: PreviewRow) -> str:
        """What is to be said about a row; empty for most."""
        return self._voice.remark(row)

    def whole(self, row: PreviewRow) -> str:
        """Everything that is known of a row's piece."""
        return self._voice.whole(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt asks for many kinds
        if not index.isValid() or role not in _SAID:
            return None
        words = self.cell(index.row(), index.column())
        if self.columns[index.column()].key == PIECE:
            words = "\n".join(filter(None, (words, self.remark_of(self._shown[index.row()]))))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = say(self.columns[index.column()].words)
            return say("{field}: {value}", field=heading, value=words.replace("\n", ", "))
        return words

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt asks for many kinds
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return say(column.words)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _new_rows(self) -> list[PreviewRow]:
        """The unread rows that the sieve keeps; all of them are counted."""
        until = len(self._source)
        found = self._source[self._read : until]
        self._read = until
        kept: list[PreviewRow] = []
        for row in found:
            sieves = tuple(sieves_of(row))
            self.counts.update(sieves)
            if self.sieve in sieves:
                kept.append(row)
        return kept


_SAID = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)
