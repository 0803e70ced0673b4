"""Card designs: the list of them, and one in hand with its form and its card as printed."""

from __future__ import annotations

from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page


def make_page(desk: Desk) -> Page:
    """The page on `desk`; a third of a second of PDF and fonts is loaded with it."""
    from closet_app.ui.designs.page import DesignsPage

    return DesignsPage(desk)
