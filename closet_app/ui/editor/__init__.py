"""The item editor: photos, every fact, price, listings and the listing kit of one piece."""

from __future__ import annotations

from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page


def make_page(desk: Desk) -> Page:
    """The page for one piece at a time."""
    from closet_app.ui.editor.page import EditorPage

    return EditorPage(desk, desk.navigator.ground)
