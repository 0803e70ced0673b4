"""What the keys do at the caret."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from closet_app.ui.intake.board import IntakeBoard
from closet_app.ui.intake.caret import Caret
from closet_app.ui.intake.doubts import Doubt, doubts
from closet_app.ui.intake.field_table import places
from closet_app.ui.intake.live_row import LiveRow
from closet_app.ui.intake.photo_drag import Drop
from closet_app.ui.intake.work import IntakeWork
from closet_app.ui.words import say


class RowCommands(QObject):
    """Works on the photo, the seam or the row where the caret is."""

    def __init__(self, work: IntakeWork, caret: Caret, board: IntakeBoard, live: LiveRow) -> None:
        super().__init__(board)
        self._work, self._caret, self._board, self._live = work, caret, board, live

    def connect_keys(self) -> None:
        """Give the commands their keys: those of photos act while the rows have the focus."""
        actions = self._work.desk.actions
        for action, command in (
            ("intake.split", self.split),
            ("intake.join", self.join),
            ("intake.cover", self.make_cover),
            ("intake.leave_out", self.leave_out),
            ("intake.apart", self.take_apart),
            ("intake.next", self.next_or_settle),
            ("intake.left", lambda: self.shift(-1)),
            ("intake.right", lambda: self.shift(1)),
            ("intake.up", lambda: self.lift(-1)),
            ("intake.down", lambda: self.lift(1)),
            ("intake.all", self._caret.pick_row),
        ):
            actions.connect_action(action, command, within=self._board)
        actions.connect_action("intake.above", self.same_as_above)
        actions.connect_action("intake.doubt", self.next_doubt)
        actions.connect_action("intake.more", self.toggle_more)

    def split(self) -> None:
        """Let a new piece begin behind the caret."""
        following = self._caret.following
        if following is not None and not self._caret.is_last:
            self._work.split(following.ref.id)
        else:
            self._say(say("This is the last photo of its item."))

    def join(self) -> None:
        """Make one piece of this row and the next."""
        group = self._caret.group
        if group is not None and self._caret.row + 1 < len(self._board.groups.groups):
            self._work.join(group.id)
        else:
            self._say(say("There is no item below to join with."))

    def settle(self) -> None:
        """The seam that was asked about is right; on to the next one."""
        doubt = self._caret.doubt
        if doubt is not None:
            self._caret.go(self._caret.row, self._caret.place)
            self._work.settle(doubt.photo_id, lambda _changed: self._after_settling(doubt))

    def _after_settling(self, settled: Doubt) -> None:
        self._go_to_doubt([each for each in self._open_doubts() if each != settled])

    def next_doubt(self) -> None:
        """Go to the least certain seam; from there to the next one, and round again."""
        found = self._open_doubts()
        here = self._caret.doubt
        at = next((place for place, each in enumerate(found) if each == here), -1)
        self._go_to_doubt(found[at + 1 :] + found[: at + 1])

    def _open_doubts(self) -> list[Doubt]:
        view = self._work.view
        return doubts(view) if view is not None else []

    def _go_to_doubt(self, found: list[Doubt]) -> None:
        if found:
            self._board.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._caret.go(found[0].row, found[0].place, doubt=found[0])
        else:
            self._say(say("No doubtful seam is left."), icon="check")

    def make_cover(self) -> None:
        """Show the photo first."""
        photo = self._caret.photo
        if photo is not None:
            self._work.make_cover(photo.ref.id)

    def leave_out(self) -> None:
        """Leave the picked photos out, or take them in again when the current one is out."""
        photo, chosen = self._caret.photo, self._caret.chosen()
        if photo is not None:
            self._work.leave_out(chosen, out=not photo.left_out)

    def take_apart(self) -> None:
        """Make a piece of its own of the picked photos."""
        chosen = self._caret.chosen()
        if chosen:
            self._work.take_apart(chosen)

    def shift(self, by: int) -> None:
        """Move the photo within its row."""
        group, photo, to = self._caret.group, self._caret.photo, self._caret.place + by
        if group is not None and photo is not None and 0 <= to < len(group.photos):
            self._work.move((photo.ref.id,), group.id, to + 1 if by > 0 else to)

    def lift(self, by: int) -> None:
        """Move the picked photos to the row above or below."""
        groups, to = self._board.groups.groups, self._caret.row + by
        chosen = self._caret.chosen()
        if chosen and 0 <= to < len(groups):
            place = len(groups[to].photos) if by < 0 else 0
            self._work.move(chosen, groups[to].id, place)

    def drop(self, drop: Drop) -> None:
        """Photos were let go in a row, or between two rows."""
        groups = self._board.groups.groups
        if drop.alone:
            after = groups[drop.row].id if drop.row >= 0 else 0
            self._work.take_apart(drop.photo_ids, after=after)
            return
        group = groups[drop.row]
        if self._stays(drop):
            return
        self._work.move(drop.photo_ids, group.id, drop.place)

    def _stays(self, drop: Drop) -> bool:
        """Whether the photos lie already where they were let go."""
        ids = [photo.ref.id for photo in self._board.groups.groups[drop.row].photos]
        rest = [each for each in ids if each not in drop.photo_ids]
        at = drop.place - sum(each in drop.photo_ids for each in ids[: drop.place])
        return [*rest[:at], *drop.photo_ids, *rest[at:]] == ids

    def next_or_settle(self) -> None:
        """Enter on a photo: the doubtful seam is right, else the next item."""
        if self._caret.doubt is not None:
            self.settle()
        else:
            self.next_item()

    def next_item(self) -> None:
        """To the next row: its title when a field had the focus, else its first photo."""
        was_typing = bool(self._live.focused)
        self._live.flush()
        if self._caret.row + 1 >= len(self._board.groups.groups):
            self._say(say("This is the last item."), icon="check")
            return
        self._caret.go(self._caret.row + 1)
        if was_typing:
            self._live.focus("title")

    def next_title(self) -> None:
        """Tab behind the last field: to the title of the next row."""
        if self._caret.row + 1 < len(self._board.groups.groups):
            self.next_item()
        else:
            self._live.flush()
            self._board.setFocus(Qt.FocusReason.TabFocusReason)

    def walk(self, by: int) -> None:
        """The same field of the row above or below."""
        key, row = self._live.focused, self._caret.row + by
        if 0 <= row < len(self._board.groups.groups):
            self._live.flush()
            self._caret.go(row)
            self._live.focus(key)

    def same_as_above(self) -> None:
        """The field with the focus as above, or every blank field."""
        group, key = self._caret.group, self._live.focused
        if group is None or not self._caret.row:
            self._say(say("There is no item above this one."))
            return
        self._live.flush()
        shown = [place.key for place in places(more=True)]
        blank = [each for each in shown if not self._board.groups.text(group, each)]
        above = self._board.groups.groups[self._caret.row - 1]
        keys = [key] if key else [each for each in blank if above.facts.get(each)]
        if keys:
            self._work.same_as_above(group.id, keys)
        else:
            self._say(say("Nothing is filled in above that is blank here."))

    def use(self, group_id: int, key: str) -> None:
        """Take a suggestion."""
        group = self._caret.group
        if group is not None and group.id == group_id and key in group.suggestions:
            self._board.groups.note_typed(group_id, key, group.suggestions[key].value)
            self._work.use(group_id, key, group.suggestions[key].value)

    def dismiss(self, group_id: int, key: str) -> None:
        """Wave a suggestion away."""
        group = self._caret.group
        if group is not None and group.id == group_id and key in group.suggestions:
            self._work.dismiss(group_id, group.suggestions[key].key)

    def toggle_more(self) -> None:
        """All fields of the current row, or the usual ones."""
        more = not self._board.delegate.wide.more
        self._live.show_more(more=more)
        self._board.widen(more=more)

    def _say(self, words: str, *, icon: str = "info") -> None:
        self._work.desk.toast(words, icon=icon)
