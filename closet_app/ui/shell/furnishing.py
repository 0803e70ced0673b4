"""Puts an opened closet into the window: pages, commands, facts, and the morning's work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from closet_app.services.closet import Closet
from closet_app.services.shop import shop
from closet_app.ui.desk import Desk
from closet_app.ui.shell.everywhere import connect_everywhere
from closet_app.ui.shell.facts import EdgeFacts
from closet_app.ui.shell.morning import look_after
from closet_app.ui.shell.pages import register_pages
from closet_app.ui.shell.undo_state import UndoState

if TYPE_CHECKING:
    from closet_app.ui.shell.program import Program


def furnish(program: Program, closet: Closet) -> Desk:
    """The desk of `closet`, its window ready to work with and showing the first page."""
    window = program.window
    desk = Desk(closet, window, program.jobs, program.choices, program.asking)
    window.set_shop(shop(closet).name)
    window.set_bare(False)
    register_pages(desk)
    UndoState(desk)
    facts = EdgeFacts(desk)
    connect_everywhere(program, desk, facts)
    look_after(desk, facts)
    first = next((place for place in ("closet", "trash") if desk.navigator.knows(place)), "")
    if first:
        desk.navigator.go(first)
    return desk
