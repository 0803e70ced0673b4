"""The orders of one group as rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from closet_app.services.records import OrderRow
from closet_app.ui.orders.faces import spoken
from closet_app.ui.orders.speech import Speech

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
_NOWHERE = QModelIndex()


class OrderModel(QAbstractListModel):
    """Rows are orders; `data` only says what the delegate does not paint."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.speech = speech
        self._rows: list[OrderRow] = []

    def show_rows(self, rows: Sequence[OrderRow], speech: Speech) -> None:
        """Show these orders; rows that stay where they are keep the selection."""
        self.speech = speech
        same = [row.id for row in rows] == [row.id for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = list(rows)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def row(self, at: int) -> OrderRow | None:
        """The order at a place of the list."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def place_of(self, order_id: int) -> int:
        """Where an order stands, −1 when it is in another group."""
        return next((at for at, row in enumerate(self._rows) if row.id == order_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROLE.DisplayRole:
            return row.buyer
        if role == ROLE.AccessibleTextRole:
            return spoken(row, self.speech)
        return None
