"""Find by photo: the pieces that look most like a photo or a piece."""

from __future__ import annotations

from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page


def make_page(desk: Desk) -> Page:
    """The page of what looks alike."""
    from closet_app.ui.similar.page import SimilarPage

    return SimilarPage(desk)
