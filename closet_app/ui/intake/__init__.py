"""The page of intake: photos on their way to drafts."""

from __future__ import annotations

from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page


def make_page(desk: Desk) -> Page:
    """The Intake page on `desk`."""
    from closet_app.ui.intake.page import IntakePage

    return IntakePage(desk)
