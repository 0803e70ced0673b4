"""Photos for marketplaces: asks which and where to, then writes a folder for each, or one zip."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.services import photo_sets
from closet_app.services.photo_places import SetChoice, choices_of
from closet_app.services.photo_sets import PhotoSetOrder, PhotoSets
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import BEHIND
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.choices import CheckRow, Segment, Segmented
from closet_app.ui.widgets.dialogs import FormDialog, open_modal
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say, say_many

FOLDERS, ZIP = "folders", "zip"


class PhotoSetsDialog(FormDialog):
    """Which marketplaces, and whether as folders or as one zip file."""

    def __init__(self, count: int, choices: Sequence[SetChoice], parent: QWidget | None) -> None:
        title = say_many("Photos of {count} item", "Photos of {count} items", count)
        super().__init__(title, act=say("Choose where…"), keep=say("Leave it"), parent=parent)
        words = say("Each photo in the size, shape and number that the marketplace takes")
        self.body.addWidget(PlainLabel(words, role="label", tone="ink2", wrap=True))
        self.checks = {each.marketplace: CheckRow(each.name, _say_most(each)) for each in choices}
        rows = QVBoxLayout()
        rows.setSpacing(px(2))
        for each in choices:
            row = self.checks[each.marketplace]
            row.setMinimumHeight(px(24))
            row.set_checked(each.is_sold_on)
            rows.addWidget(row)
        self.body.addLayout(rows)
        self.form = Segmented(
            [Segment(FOLDERS, say("Folders")), Segment(ZIP, say("One zip file"))],
            name=say("Written as"),
        )
        self.body.addWidget(self.form)
        note = say(
            "The copies carry neither place nor camera, and are named by number. "
            "The originals stay as they are."
        )
        self.body.addWidget(PlainLabel(note, role="small", tone="muted", wrap=True))

    def marketplaces(self) -> tuple[str, ...]:
        """The ticked ones."""
        return tuple(code for code, row in self.checks.items() if row.is_checked())

    def check(self) -> str:
        return "" if self.marketplaces() else say("Tick at least one marketplace.")


def open_photo_sets(desk: Desk, item_ids: Sequence[int]) -> None:
    """Ask for the photo sets of these pieces, then write them."""
    ids = tuple(item_ids)
    dialog = PhotoSetsDialog(len(ids), choices_of(desk.closet), desk.window)

    def accepted() -> None:
        order = _placed(desk, ids, dialog)
        if order is not None:
            write(desk, order)

    open_modal(dialog, accepted)


def write(desk: Desk, order: PhotoSetOrder) -> None:
    """Write them off the interface thread, with progress and a way to stop."""
    closet = desk.closet
    desk.jobs.run(
        lambda progress: photo_sets.write_photo_sets(closet, order, progress),
        owner=desk,
        done=lambda made: _tell(desk, made),
        failed=desk.tell_trouble,
        lane=BEHIND,
        name=say("Writing photos"),
    )


def _placed(desk: Desk, ids: tuple[int, ...], dialog: PhotoSetsDialog) -> PhotoSetOrder | None:
    """The order with the folder or the file that was chosen; None when none was."""
    title, wanted = say("Where the photos go"), dialog.marketplaces()
    if dialog.form.value() == ZIP:
        kinds = f"{say('Zip files')} (*.zip)"
        file = desk.asking.save_file(desk.window, title, f"{say('Photos')}.zip", kinds)
        return None if file is None else PhotoSetOrder(ids, wanted, zip_file=file)
    folder = desk.asking.folder(desk.window, title)
    return None if folder is None else PhotoSetOrder(ids, wanted, folder)


def _tell(desk: Desk, made: PhotoSets) -> None:
    count = sum(len(each.files) for each in made.sets)
    over = sum(each.over for each in made.sets)
    words = [say_many("Wrote {count} photo.", "Wrote {count} photos.", count)]
    if over:
        words.append(
            say_many(
                "{count} is more than its marketplace takes and was left out.",
                "{count} are more than their marketplaces take and were left out.",
                over,
            )
        )
    words += [f"{problem.name}: {problem.why}" for problem in made.problems[:1]]
    desk.toast(" ".join(words), icon="triangle-alert" if made.problems else "check")
    place = _written_to(made)
    if place is not None:
        desk.asking.show(place)


def _written_to(made: PhotoSets) -> Path | None:
    folders = [each.folder for each in made.sets if each.folder is not None and each.files]
    if made.zip_file is not None:
        return made.zip_file
    return folders[0] if len(folders) == 1 else folders[0].parent if folders else None


def _say_most(choice: SetChoice) -> str:
    if not choice.most:
        return ""
    return say_many("up to {count} photo", "up to {count} photos", choice.most)
