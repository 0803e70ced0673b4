"""Adding a missing address without leaving the pages."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from closet_app.services.order_views import order
from closet_app.ui.desk import Desk
from closet_app.ui.orders.buyer_dialog import BuyerDialog
from closet_app.ui.orders.speech import speech_of


def open_buyer(desk: Desk, order_id: int, over: QWidget) -> QDialog:
    """The buyer of an order as the page of orders edits it, above the print dialog."""
    dialog = BuyerDialog(desk, order(desk.closet, order_id), speech_of(desk.closet))
    dialog.setParent(over, dialog.windowFlags())
    dialog.open()
    return dialog
