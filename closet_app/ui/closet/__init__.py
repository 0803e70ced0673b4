"""The Closet page: search, filters, gallery and table of all pieces, and the inspector."""

from __future__ import annotations

from closet_app.ui.closet.page import ClosetPage
from closet_app.ui.desk import Desk


def make_page(desk: Desk) -> ClosetPage:
    """The page for one open closet."""
    return ClosetPage(desk)


__all__ = ["ClosetPage", "make_page"]
