"""What is done once a closet is open: strays aside, a copy, holds that are over, old trash."""

from __future__ import annotations

from pathlib import Path

from closet_app.domain.progress import Progress
from closet_app.services.backups import daily
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.keep_refresh import is_keep_stale, refresh_all_keep
from closet_app.services.looks import forget_unused
from closet_app.services.matches import release_due
from closet_app.services.opening import FOUND, set_strays_aside
from closet_app.services.stock import sweep_trash
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import WRITE
from closet_app.ui.shell.facts import EdgeFacts
from closet_app.ui.words import say_many

Tidied = tuple[tuple[Path, ...], frozenset[int], bool]


def look_after(desk: Desk, facts: EdgeFacts) -> None:
    """Do it off the interface thread, and say what there is to say."""

    def done(outcome: Tidied) -> None:
        strays, items, estimated = outcome
        desk.tell(Changed("", items, shop=estimated), quiet=True)
        facts.refresh()
        if strays:
            desk.toast(_say_strays(len(strays)), icon="folder-search")

    desk.jobs.run(lambda progress: _tidy(desk.closet, progress), owner=desk, done=done, lane=WRITE)


def _tidy(closet: Closet, progress: Progress) -> Tidied:
    """The copy is made before anything is deleted for good."""
    strays = set_strays_aside(closet)
    daily(closet)
    forget_unused(closet)
    estimated = is_keep_stale(closet) and bool(refresh_all_keep(closet, progress))
    released = release_due(closet).items
    return strays, released | sweep_trash(closet).items, estimated


def _say_strays(count: int) -> str:
    return say_many(
        "A photo that belonged to no piece is in the folder {folder}.",
        "{count} photos that belonged to no piece are in the folder {folder}.",
        count,
        folder=FOUND,
    )
