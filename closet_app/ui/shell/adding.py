"""New pieces from anywhere in the window: empty, from photos, or from a dropped spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from closet_app.domain.item import ItemFacts
from closet_app.domain.progress import Progress
from closet_app.services.changed import Changed
from closet_app.ui.asking import SHEETS
from closet_app.ui.behind import items
from closet_app.ui.desk import Desk
from closet_app.ui.words import say_many


def new_item(desk: Desk) -> None:
    """Make an empty draft and open it."""
    add_one(desk, ())


def choose_photos(desk: Desk) -> None:
    """Ask for photos."""
    offer_files(desk, desk.choose_photos(desk.window))


def offer_files(desk: Desk, files: Sequence[Path]) -> None:
    """Take dropped or chosen files in.

    A spreadsheet is imported. The page that is shown may want photos for itself; else one photo
    becomes a piece, and several, or a folder, go to Intake.
    """
    photos = [file for file in files if not _is_sheet(file)]
    page = desk.navigator.current()
    if photos and (page is None or not page.take_photos(photos)):
        _take(desk, photos)
    elif not photos and files and desk.navigator.knows("import"):
        desk.navigator.go("import", files[0])


def _take(desk: Desk, photos: Sequence[Path]) -> None:
    is_one = len(photos) == 1 and not photos[0].is_dir()
    if is_one or not desk.navigator.knows("intake"):
        add_one(desk, photos)
    else:
        desk.navigator.go("intake", tuple(photos))


def add_one(desk: Desk, photos: Sequence[Path]) -> None:
    """One draft with these photos, then open it."""
    made: list[int] = []

    def work(progress: Progress) -> Changed:
        item_id, changed = items.add_item(desk.closet, ItemFacts(), photos, progress)
        made.append(item_id)
        return changed

    def show(_changed: Changed) -> None:
        if desk.navigator.knows("editor"):
            desk.navigator.go("editor", made[0])

    desk.command(work, then=show, name=_adding(photos), takes_progress=True)


def _adding(photos: Sequence[Path]) -> str:
    count = len(photos)
    return say_many("Adding {count} photo", "Adding {count} photos", count) if count else ""


def _is_sheet(file: Path) -> bool:
    return f"*{file.suffix.lower()}" in SHEETS.split() and file.is_file()
