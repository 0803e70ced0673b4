"""Where the closet lives, its backups, and whether everything in it is right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from closet_app.services.shop import shop
from closet_app.ui.desk import Desk
from closet_app.ui.settings.section import Section
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.words import mark, say

BACKUPS = (
    ("backup", mark("Make a backup…")),
    ("open_backup", mark("Open a backup…")),
    ("check_closet", mark("Check the closet")),
)
WATCHED = (("watch_folder", mark("Watch a folder for photos…")),)
OTHERS = (
    ("open_closet", mark("Open another closet…")),
    ("new_closet", mark("Start a new closet…")),
)


class FolderSection(Section):
    """The buttons are the menu's own commands."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            say("Closet folder"),
            say("Everything of this closet is in one folder on this computer."),
        )
        if shop(desk.closet).is_sample:
            self._add_sample_note()
        self.path = LineField(say("Folder"))
        self.path.line.setReadOnly(True)
        self.path.set_text(str(desk.closet.folder))
        show = Button(
            say("Show"), icon="folder-open", pressed=lambda: desk.asking.show(desk.closet.folder)
        )
        self.grid((self.path, 12))
        self.side_by_side(show, *self._buttons(OTHERS))
        self.heading(say("Backups"))
        words = say(
            "A copy of the list is made on each day's first start, and seven are kept. "
            "A backup holds the photos too: keep one on another drive."
        )
        self.body.addWidget(PlainLabel(words, tone="muted", wrap=True))
        self.side_by_side(*self._buttons(BACKUPS))

        self.heading(say("New photos"))
        words = say(
            "Closet can watch a folder that your phone puts photos into: they come to Intake by "
            "themselves."
        )
        self.body.addWidget(PlainLabel(words, tone="muted", wrap=True))
        self.side_by_side(*self._buttons(WATCHED))

    def reload(self) -> None:
        """Nothing here changes while the closet is open."""

    def _add_sample_note(self) -> None:
        note = Note(
            say("Everything in it is made up. Begin with your own whenever you like."),
            title=say("This is the sample closet."),
            action=say("Start my own"),
        )
        note.acted.connect(self._doing("new_closet"))
        self.body.addWidget(note)

    def _buttons(self, table: tuple[tuple[str, str], ...]) -> list[QWidget]:
        return [Button(say(words), pressed=self._doing(name)) for name, words in table]

    def _doing(self, action_id: str) -> Callable[[], object]:
        return self.desk.actions.action(action_id).trigger
