"""The Trash page: what was deleted, for how long it can be restored."""

from __future__ import annotations

from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page


def make_page(desk: Desk) -> Page:
    """The page for the window."""
    from closet_app.ui.trash.page import TrashPage

    return TrashPage(desk)
