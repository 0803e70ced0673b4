"""The way into the print room; PDF, fonts and shaping are loaded off the interface thread."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.words import say

PLACE = "print_room"
PAGE = "closet_app.ui.print_room.page"


@dataclass(frozen=True, slots=True)
class Visit:
    """These orders alone, or everything to pack when there are none; `piece` is printed alone."""

    order_ids: tuple[int, ...] = ()
    piece: str = ""


def open_room(desk: Desk, order_ids: Sequence[int] = (), piece: str = "") -> None:
    """Go to the print room for these orders, or for everything to pack when there are none."""
    visit = Visit(tuple(order_ids), piece)
    if PAGE in sys.modules:
        desk.navigator.go(PLACE, visit)
        return
    desk.jobs.run(
        lambda _progress: import_module(PAGE),
        owner=desk,
        done=lambda _module: desk.navigator.go(PLACE, visit),
        lane=READ,
        name=say("Opening the print room"),
    )
