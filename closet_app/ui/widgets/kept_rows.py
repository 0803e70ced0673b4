"""Rows of a list that are read again and again while one of them is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
)
from PySide6.QtWidgets import QAbstractItemView

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class KeptRows(QAbstractListModel, Generic[T]):
    """Rows told apart by their `key`; as long as the keys are the same, the selection stays."""

    def __init__(self, key: Callable[[T], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._rows: tuple[T, ...] = ()

    def keep(self, rows: Sequence[T]) -> None:
        """Show these rows."""
        same = [self._key(row) for row in rows] == [self._key(row) for row in self._rows]
        if same:
            self._rows = tuple(rows)
            self.repaint()
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def repaint(self) -> None:
        """Some rows look otherwise."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    @property
    def rows(self) -> tuple[T, ...]:
        """What is shown, from the top."""
        return self._rows

    def row(self, at: int) -> T | None:
        """The row at a place of the list; none for −1, which is the row of no index."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def place_of(self, key: object) -> int:
        """Where a row stands, −1 when it is not there."""
        return next((at for at, row in enumerate(self._rows) if self._key(row) == key), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)


def choose_row(view: QAbstractItemView, place: int) -> None:
    """Make the row at `place` the current one and bring it into sight; none of them for −1.

    A list that stands there already is not scrolled back under the seller's hand.
    """
    chooser = view.selectionModel()
    if place < 0:
        chooser.clear()
        return
    if chooser.currentIndex().row() == place and chooser.hasSelection():
        return
    index = view.model().index(place, 0)
    chooser.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    view.scrollTo(index)
