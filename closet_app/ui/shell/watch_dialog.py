"""Asks for the folder that a phone puts its photos into."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox

from closet_app.domain.progress import Progress
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import BEHIND
from closet_app.ui.shell.folder_field import FolderField
from closet_app.ui.widgets.dialogs import FormDialog, open_modal
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say


class WatchDialog(FormDialog):
    """A folder, and whether what lies in it already comes in too; or watch no more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Watch a folder for photos"), act=say("Watch it"), parent=desk.window)
        kept = desk.choices.settings.watched_folder
        words = say(
            "New photos in this folder come to Intake by themselves, once they are complete. "
            "Closet only reads them there: the files stay as they are."
        )
        self.body.addWidget(PlainLabel(words, tone="muted", wrap=True))
        self.folder = FolderField(say("Folder"), desk.asking)
        if kept is not None:
            self.folder.set_folder(kept)
        self.body.addWidget(self.folder)
        self.all = QCheckBox(say("Also take in the photos that are in it now"))
        self.body.addWidget(self.all)
        self.ends = False
        self.end_button = self.add_verb(say("Watch no folder"), "ghost", self._end)
        self.verbs.removeWidget(self.end_button)
        self.verbs.insertWidget(0, self.end_button)
        self.end_button.setVisible(kept is not None)

    def _end(self) -> None:
        self.ends = True
        self.accept()

    def check(self) -> str:
        """The folder has to be there."""
        folder = self.folder.folder
        is_there = folder != Path() and folder.is_dir()
        return "" if is_there else say("Choose a folder that is there.")


def open_watch(desk: Desk) -> None:
    """Show the dialog, and watch what was chosen."""
    dialog = WatchDialog(desk)

    def keep() -> None:
        folder = None if dialog.ends else dialog.folder.folder
        watch(desk, folder, everything=dialog.all.isChecked())

    open_modal(dialog, keep)


def watch(desk: Desk, folder: Path | None, *, everything: bool) -> None:
    """Watch `folder` from now on; what lies in it already is passed over unless `everything`."""

    def begin(_count: int = 0) -> None:
        desk.choices.change(watched_folder=folder)
        desk.watch_changed.emit()
        words = say("Watching {folder}", folder=folder.name) if folder else ""
        desk.toast(words or say("No folder is watched any more"), icon="eye")

    def pass_over(_progress: Progress) -> int:
        from closet_app.services.intake.watching import note_present

        return note_present(desk.closet, folder) if folder is not None else 0

    if folder is None or everything:
        begin()
    else:
        desk.jobs.run(pass_over, owner=desk, done=begin, failed=desk.tell_trouble, lane=BEHIND)
