"""New pieces from anywhere in the window: empty, from photos, or from a dropped spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from closet_app.domain.item import ItemFacts
from closet_app.domain.progress import Progress
from closet_app.services import items
from closet_app.services.changed import Changed
from closet_app.ui.asking import PICTURES, SHEETS
from closet_app.ui.desk import Desk
from closet_app.ui.widgets.dialogs import TitledDialog, open_modal
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say, say_many


def new_item(desk: Desk) -> None:
    """Make an empty draft and open it."""
    add_one(desk, ())


def choose_photos(desk: Desk) -> None:
    """Ask for photos and how many pieces they show."""
    offer_files(desk, desk.choose_photos(desk.window))


def offer_files(desk: Desk, files: Sequence[Path]) -> None:
    """Take dropped or chosen files in: a spreadsheet is imported, photos become pieces."""
    found = list(_inside(files))
    sheets = [file for file in found if _is(file, SHEETS)]
    photos = [file for file in found if file not in sheets]
    if photos:
        _offer_photos(desk, photos)
    elif sheets and desk.navigator.knows("import"):
        desk.navigator.go("import", sheets[0])


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


def add_one_each(desk: Desk, photos: Sequence[Path]) -> None:
    """One draft for each photo."""
    desk.command(
        lambda progress: items.add_one_each(desk.closet, photos, progress)[1],
        name=_adding(photos),
        takes_progress=True,
    )


class PiecesDialog(TitledDialog):
    """Asks whether photos show one piece, or one piece each; `one_each` is the answer."""

    def __init__(self, count: int, parent: QWidget | None) -> None:
        super().__init__(
            say_many("Add {count} photo", "Add {count} photos", count), parent, width=380
        )
        self.one_each = False
        words = say("Do they all show one piece, or one piece each?")
        self.body.addWidget(PlainLabel(words, tone="muted", wrap=True))
        self.add_verb(say("Close"), "secondary", self.reject)
        self.each_button = self.add_verb(say("One piece each"), "secondary", self._choose_each)
        self.one_button = self.add_verb(say("One piece"), "primary", self.accept)
        self.one_button.setDefault(True)

    def _choose_each(self) -> None:
        self.one_each = True
        self.accept()


def _offer_photos(desk: Desk, photos: list[Path]) -> None:
    if len(photos) == 1:
        add_one(desk, photos)
        return
    dialog = PiecesDialog(len(photos), desk.window)
    open_modal(dialog, lambda: (add_one_each if dialog.one_each else add_one)(desk, photos))


def _adding(photos: Sequence[Path]) -> str:
    count = len(photos)
    return say_many("Adding {count} photo", "Adding {count} photos", count) if count else ""


def _inside(files: Iterable[Path]) -> Iterable[Path]:
    """The files themselves, and the photos of dropped folders in the order of their names."""
    for file in files:
        if file.is_dir():
            yield from sorted(path for path in file.iterdir() if _is(path, PICTURES))
        else:
            yield file


def _is(file: Path, kinds: str) -> bool:
    return f"*{file.suffix.lower()}" in kinds.split() and file.is_file()
