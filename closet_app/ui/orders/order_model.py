"""The orders of one group as rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from closet_app.services.records import OrderRow
from closet_app.ui.orders.faces import spoken
from closet_app.ui.orders.speech import Speech
from closet_app.ui.widgets.kept_rows import Index, KeptRows

ROLE = Qt.ItemDataRole


class OrderModel(KeptRows[OrderRow]):
    """Rows are orders; `data` only says what the delegate does not paint."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(lambda order: order.id, parent)
        self.speech = speech

    def show_rows(self, rows: Sequence[OrderRow], speech: Speech) -> None:
        """Show these orders; rows that stay where they are keep the selection."""
        self.speech = speech
        self.keep(rows)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROLE.DisplayRole:
            return row.buyer
        if role == ROLE.AccessibleTextRole:
            return spoken(row, self.speech)
        return None
