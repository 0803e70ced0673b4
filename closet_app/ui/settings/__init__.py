"""The Settings page: the shop, its money, numbers, marketplaces, paper, and this computer."""

from __future__ import annotations

from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page


def make_page(desk: Desk) -> Page:
    """The page for the window."""
    from closet_app.ui.settings.page import SettingsPage

    return SettingsPage(desk)
