"""Everything the page does with an intake: reads it, and runs each command as one undoable step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from closet_app.errors import ClosetError, NotFoundError, UserError
from closet_app.services.changed import Changed
from closet_app.services.intake import filling, group_again, marking, receipt, seams, sessions
from closet_app.services.intake.drafts import create_drafts
from closet_app.services.intake.viewing import view
from closet_app.services.records.intake import IntakeView, IntakeWarning
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.words import say

Then = Callable[[Changed], object]


class IntakeWork(QObject):
    """`shown` when the intake was read anew; `refused` carries group, field, text and why."""

    shown = Signal()
    refused = Signal(int, str, str, str)
    written = Signal(int, str, str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk, self._closet = desk, desk.closet
        self.intake_id = 0
        self.view: IntakeView | None = None
        self._is_reading = False
        self._is_stale = False

    def open_unfinished(self) -> None:
        """Show the intake that is under way, or none."""
        self.open(sessions.unfinished(self.desk.closet) or 0)

    def open(self, intake_id: int) -> None:
        """Show this intake; 0 shows none."""
        self.intake_id = intake_id
        if intake_id:
            self.reload()
        else:
            self.view = None
            self.shown.emit()

    def reload(self) -> None:
        """Read the intake again; asked for while it is being read, once more afterwards."""
        if self._is_reading or not self.intake_id:
            self._is_stale = bool(self.intake_id)
            return
        closet, intake_id = self._closet, self.intake_id
        self._is_reading, self._is_stale = True, False
        self.desk.jobs.run(
            lambda _progress: view(closet, intake_id),
            owner=self,
            done=self._on_read,
            failed=self._on_unread,
            lane=READ,
        )

    def _on_read(self, read: IntakeView) -> None:
        self._is_reading = False
        if read.id == self.intake_id:
            self.view = read
            self.shown.emit()
        if self._is_stale:
            self.reload()

    def _on_unread(self, why: ClosetError) -> None:
        """An intake that is gone was discarded, or its beginning undone."""
        self._is_reading = False
        if isinstance(why, NotFoundError):
            self.open_unfinished()
        else:
            self.desk.tell_trouble(why)

    def split(self, photo_id: int) -> None:
        """Let a new piece begin at a photo."""
        self._do(lambda: seams.split(self._closet, photo_id))

    def join(self, group_id: int) -> None:
        """Make one piece of a group and the one behind it."""
        self._do(lambda: seams.join(self._closet, group_id))

    def move(self, photo_ids: Sequence[int], group_id: int, place: int) -> None:
        """Put photos at a place of a group."""
        self._do(lambda: seams.move_photos(self._closet, photo_ids, group_id, place))

    def take_apart(self, photo_ids: Sequence[int], after: int | None = None) -> None:
        """Make a piece of its own of photos, behind the group `after`; 0 is before all."""
        self._do(lambda: seams.take_apart(self._closet, photo_ids, after))

    def settle(self, photo_id: int, then: Then | None = None) -> None:
        """Ask no more about the seam before a photo."""
        self._do(lambda: seams.settle(self._closet, photo_id), then, quiet=True)

    def make_cover(self, photo_id: int) -> None:
        """Show a photo first."""
        self._do(lambda: marking.make_cover(self._closet, photo_id))

    def leave_out(self, photo_ids: Sequence[int], *, out: bool) -> None:
        """Show photos nowhere, or again."""
        self._do(lambda: marking.leave_out(self._closet, photo_ids, out=out))

    def keep_left(self, warning: IntakeWarning) -> None:
        """Keep the better of two photos that are nearly the same."""
        self._do(lambda: marking.keep_left(self._closet, warning))

    def set_fact(self, group_id: int, key: str, text: str) -> None:
        """Fill in a field as typed; refused words stay in the field with the reason."""

        def failed(why: ClosetError) -> None:
            if isinstance(why, UserError):
                self.refused.emit(group_id, key, text, str(why))
            else:
                self.desk.tell_trouble(why)

        self.desk.command(
            lambda: filling.set_facts(self._closet, group_id, {key: text}),
            then=lambda _changed: self.written.emit(group_id, key, text),
            failed=failed,
            quiet=True,
        )

    def same_as_above(self, group_id: int, keys: Sequence[str]) -> None:
        """Fill in fields as they are filled in above."""
        self._do(lambda: filling.same_as_above(self._closet, group_id, keys))

    def use(self, group_id: int, key: str, text: str) -> None:
        """Make a suggestion the value of its field, `text`."""

        def done(_changed: Changed) -> None:
            self.written.emit(group_id, key, text)

        self._do(lambda: filling.use(self._closet, group_id, key), done, quiet=True)

    def dismiss(self, group_id: int, key: str) -> None:
        """Wave a suggestion or a warning away."""
        self._do(lambda: filling.dismiss(self._closet, group_id, key))

    def share(self, failed: Callable[[ClosetError], object], **values: Any) -> None:
        """Say what is the same for all."""
        intake_id = self.intake_id
        self.desk.command(lambda: receipt.share(self._closet, intake_id, **values), failed=failed)

    def create_drafts(self, then: Then, failed: Callable[[ClosetError], object]) -> None:
        """Make a draft of each group."""
        intake_id = self.intake_id
        self.desk.command(
            lambda: create_drafts(self._closet, intake_id),
            then=then,
            failed=failed,
            name=say("Creating drafts"),
        )

    def discard(self) -> None:
        """Throw the intake away; Undo brings it back."""
        intake_id = self.intake_id
        self._do(lambda: sessions.discard(self._closet, intake_id), lambda _done: self.open(0))

    def group_again(self, *, keep_settled: bool) -> None:
        """Sort the photos into pieces anew."""
        intake_id = self.intake_id
        self.desk.command(
            lambda: group_again(self._closet, intake_id, keep_settled=keep_settled),
            name=say("Grouping photos"),
        )

    def _do(
        self, work: Callable[[], Changed], then: Then | None = None, *, quiet: bool = False
    ) -> None:
        self.desk.command(work, then=then, quiet=quiet)
