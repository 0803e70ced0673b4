"""The commands that act on every page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from closet_app.ui.desk import Desk
from closet_app.ui.scanning import scan
from closet_app.ui.shell.about import AboutDialog
from closet_app.ui.shell.adding import choose_photos, new_item, offer_files
from closet_app.ui.shell.doors import Doors
from closet_app.ui.shell.exporting import open_export
from closet_app.ui.shell.keeping import check_closet, make_backup
from closet_app.ui.shell.pages import HOME
from closet_app.ui.shell.watch_dialog import open_watch
from closet_app.ui.words import say

if TYPE_CHECKING:
    from closet_app.ui.shell.facts import EdgeFacts
    from closet_app.ui.shell.program import Program


def connect_everywhere(program: Program, desk: Desk, facts: EdgeFacts) -> None:
    """Let menus and keys of everywhere do their work on `desk`."""
    doors = Doors(program)
    handlers: dict[str, Callable[[], object]] = {
        "new_item": lambda: new_item(desk),
        "add_photos": lambda: choose_photos(desk),
        "watch_folder": lambda: open_watch(desk),
        "export": lambda: open_export(desk),
        "print": lambda: _print(desk),
        "backup": lambda: make_backup(desk, facts.refresh),
        "open_backup": doors.open_backup,
        "check_closet": lambda: check_closet(desk),
        "open_closet": doors.open_another,
        "new_closet": program.welcome,
        "search": lambda: _search(desk),
        "find_by_photo": lambda: _find_by_photo(desk),
        "scan": lambda: scan(desk),
        "about": lambda: AboutDialog(desk).open(),
    }
    for action_id, handler in handlers.items():
        desk.actions.connect_action(action_id, handler)
    desk.window.files_dropped.connect(lambda files: offer_files(desk, files))


def _search(desk: Desk) -> None:
    """The page's own search line, else the one of Closet."""
    page = desk.navigator.current()
    if page is not None and page.focus_search():
        return
    if desk.navigator.go(HOME):
        home = desk.navigator.current()
        if home is not None:
            home.focus_search()


def _find_by_photo(desk: Desk) -> None:
    files = desk.choose_photos(desk.window)
    if files:
        desk.navigator.go("similar", files[0])


def _print(desk: Desk) -> None:
    page = desk.navigator.current()
    if page is None or not page.print_shown():
        desk.toast(say("Choose pieces or an order first, then print."), icon="printer")
