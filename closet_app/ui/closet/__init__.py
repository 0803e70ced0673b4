"""The Closet page: search, filters, gallery and table of all pieces, and the inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from closet_app.ui.closet.page import ClosetPage
    from closet_app.ui.desk import Desk


def make_page(desk: Desk) -> ClosetPage:
    """The page for one open closet, loaded when it is first visited."""
    from closet_app.ui.closet.page import ClosetPage

    return ClosetPage(desk)
