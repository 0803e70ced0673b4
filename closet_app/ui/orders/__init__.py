"""The page of orders: what is sold, what it left, and what still has to be packed."""

from __future__ import annotations

from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page


def make_page(desk: Desk) -> Page:
    """The Orders page on `desk`."""
    from closet_app.ui.orders.page import OrdersPage

    return OrdersPage(desk)
