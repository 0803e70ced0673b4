"""The page that takes pieces in from a spreadsheet."""

from __future__ import annotations

from closet_app.ui.desk import Desk
from closet_app.ui.importing.page import ImportPage


def make_page(desk: Desk) -> ImportPage:
    """The page for the shell to register."""
    return ImportPage(desk, desk.navigator.ground)
