"""The photo desk: one photo large, and the tools for it."""

from __future__ import annotations

from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page


def make_page(desk: Desk) -> Page:
    """The page for one photo at a time."""
    from closet_app.ui.photo_desk.page import DeskPage

    return DeskPage(desk, desk.navigator.ground)
