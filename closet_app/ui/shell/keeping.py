"""Backups made and the closet checked, wherever in the window it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from closet_app.domain.filenames import safe_name
from closet_app.domain.progress import Progress
from closet_app.services import backups
from closet_app.services.shop import shop
from closet_app.ui.asking import BACKUPS
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import WRITE
from closet_app.ui.shell.check_dialog import CheckDialog
from closet_app.ui.words import say


def make_backup(desk: Desk, done: Callable[[], object] | None = None) -> None:
    """Ask where, write everything into one file there, and verify it."""
    day = desk.closet.clock.today().isoformat()
    name = safe_name(f"{shop(desk.closet).name or 'Closet'} {day}")
    kinds = f"{say('Backups of Closet')} ({BACKUPS})"
    chosen = desk.asking.save_file(desk.window, say("Make a backup"), f"{name}.zip", kinds)
    if chosen is None:
        return
    path = chosen if chosen.suffix.lower() == ".zip" else chosen.with_name(f"{chosen.name}.zip")

    def work(progress: Progress) -> Path:
        backups.backup(desk.closet, path, progress)
        return path

    def tell(made: Path) -> None:
        if done is not None:
            done()
        told_file(desk, say("Backup made and verified: {name}", name=made.name), made)

    desk.jobs.run(work, owner=desk, done=tell, lane=WRITE, name=say("Making a backup"))


def check_closet(desk: Desk) -> None:
    """Look at every file and row, and list what is wrong."""

    def show(report: backups.CheckReport) -> None:
        CheckDialog(report, desk.window).open()

    desk.jobs.run(
        lambda progress: backups.check(desk.closet, progress),
        owner=desk,
        done=show,
        name=say("Checking the closet"),
    )


def told_file(desk: Desk, words: str, file: Path) -> None:
    """Say that a file was written, with the way to it."""
    desk.window.toasts.show_toast(
        words, action=say("Show in folder"), acted=lambda: desk.asking.show(file)
    )
