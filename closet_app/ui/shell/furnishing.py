"""Puts an opened closet into the window, first what is seen, then what works behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from closet_app.services import gallery
from closet_app.services.closet import Closet
from closet_app.ui.desk import Desk
from closet_app.ui.shell.pages import HOME, register_pages

if TYPE_CHECKING:
    from closet_app.ui.shell.program import Program


def furnish(program: Program, closet: Closet) -> Desk:
    """The desk of `closet`, its window with all pages and showing the first one."""
    window = program.window
    desk = Desk(closet, window, program.jobs, program.choices, program.asking)
    window.set_shop(gallery.front(closet).name)
    window.set_bare(False)
    register_pages(desk)
    desk.navigator.go(HOME)
    return desk


def finish(program: Program, desk: Desk) -> None:
    """Commands, facts and the morning's work, once the first page is painted."""
    from closet_app.ui.shell.everywhere import connect_everywhere
    from closet_app.ui.shell.facts import EdgeFacts
    from closet_app.ui.shell.folder_watch import FolderWatch
    from closet_app.ui.shell.looking import Looking
    from closet_app.ui.shell.morning import look_after
    from closet_app.ui.shell.undo_state import UndoState

    UndoState(desk)
    facts = EdgeFacts(desk)
    connect_everywhere(program, desk, facts)
    look_after(desk, facts)
    FolderWatch(desk)
    Looking(desk)
