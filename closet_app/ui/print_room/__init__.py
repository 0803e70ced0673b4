"""The print room: everything that goes into the parcels, in one run."""

from __future__ import annotations

from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page


def make_page(desk: Desk) -> Page:
    """The page on `desk`; a third of a second of PDF and fonts is loaded with it."""
    from closet_app.ui.print_room.page import PrintRoomPage

    return PrintRoomPage(desk)
