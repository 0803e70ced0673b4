"""Papers, cards and labels: those that come with Closet, and the seller's own."""

from __future__ import annotations

from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page


def make_page(desk: Desk) -> Page:
    """The page on `desk`."""
    from closet_app.ui.stocks.page import StocksPage

    return StocksPage(desk)
