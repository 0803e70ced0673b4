"""What works behind an opened closet; loaded on a working thread once its first page is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from closet_app.ui.desk import Desk
from closet_app.ui.shell.ahead import Ahead
from closet_app.ui.shell.everywhere import connect_everywhere
from closet_app.ui.shell.facts import EdgeFacts
from closet_app.ui.shell.folder_watch import FolderWatch
from closet_app.ui.shell.looking import Looking
from closet_app.ui.shell.morning import look_after
from closet_app.ui.shell.pages import BUILT_AHEAD, page_modules
from closet_app.ui.shell.undo_state import UndoState

if TYPE_CHECKING:
    from closet_app.ui.shell.program import Program


def finish(program: Program, desk: Desk) -> None:
    """Commands, facts and the morning's work."""
    UndoState(desk)
    facts = EdgeFacts(desk)
    connect_everywhere(program, desk, facts)
    look_after(desk, facts)
    FolderWatch(desk)
    Looking(desk)
    Ahead(desk, page_modules(), BUILT_AHEAD)
