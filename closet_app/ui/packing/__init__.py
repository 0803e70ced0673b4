"""The pack station: pull, check, pack and ship, one order after the other."""

from __future__ import annotations

from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page


def make_page(desk: Desk) -> Page:
    """The page of packing on `desk`."""
    from closet_app.ui.packing.page import PackingPage

    return PackingPage(desk)
