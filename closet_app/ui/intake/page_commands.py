"""Commands of the whole page: create drafts, group again, throw away, share, look at warnings."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from closet_app.errors import ClosetError
from closet_app.services import pieces
from closet_app.services.changed import Changed
from closet_app.services.records.intake import IntakeWarning
from closet_app.ui.editor.controls import Talk
from closet_app.ui.intake.compare_dialog import CompareDialog, Verdicts
from closet_app.ui.intake.incoming import Incoming
from closet_app.ui.intake.regroup_dialog import RegroupDialog
from closet_app.ui.intake.rows_pane import RowsPane
from closet_app.ui.intake.side_pane import SidePane
from closet_app.ui.intake.work import IntakeWork
from closet_app.ui.widgets.dialogs import ConfirmDialog, open_modal
from closet_app.ui.words import say, say_many


class PageCommands(QObject):
    """`drafts_made` counts those of the newest change to the intake, 0 when it made none."""

    def __init__(
        self, work: IntakeWork, rows: RowsPane, side: SidePane, incoming: Incoming, talk: Talk
    ) -> None:
        super().__init__(work)
        self._work, self._rows, self._side = work, rows, side
        self._incoming, self._talk = incoming, talk
        self.drafts_made = 0

    def connect_keys(self) -> None:
        """Give the commands their keys and buttons."""
        self._rows.commands.connect_keys()
        actions, acts = self._work.desk.actions, self._side.acts
        actions.connect_action("intake.create", self.create)
        actions.connect_action("intake.paste", self._incoming.paste)
        acts.shown.connect(self.show_warning)
        acts.kept_left.connect(self._work.keep_left)
        acts.waved.connect(lambda warning: self._work.dismiss(warning.group_id, warning.key))
        acts.compared.connect(self.compare)
        self._rows.board.peeked.connect(self._rows.peek)

    def create(self) -> None:
        """Make the drafts, and say what became of the intake."""
        view = self._work.view
        if view is None or not self._side.create_button.isEnabled():
            return
        self._rows.live.flush()
        self._side.create_button.setEnabled(False)
        self._work.create_drafts(self._on_created, self._on_refused)

    def _on_created(self, _changed: Changed) -> None:
        self._work.open_unfinished()

    def _on_refused(self, why: ClosetError) -> None:
        self._side.create_button.setEnabled(True)
        self._work.desk.tell_trouble(why)

    def open_drafts(self) -> None:
        """Show the drafts in Closet."""
        self._work.desk.navigator.go("closet", "status:draft")

    def share(self, values: dict[str, Any]) -> None:
        """Keep what is the same for all; refused values open the form again."""
        form = self._side.same.form
        fields = {"source": form.source, "bin": form.bin, "receipt": form.receipt}

        def failed(why: ClosetError) -> None:
            field = fields.get(getattr(why, "field", ""))
            if field is None:
                self._work.desk.tell_trouble(why)
                return
            self._side.same.open_again()
            field.set_error(str(why))

        self._work.share(failed, **values)

    def ask_grouping(self) -> None:
        """Sort the photos anew, with or without what the seller has settled."""
        dialog = RegroupDialog(self._work.desk.window)
        open_modal(dialog, lambda: self._work.group_again(keep_settled=dialog.keeps_settled))

    def ask_discard(self) -> None:
        """Throw the intake away, once it is sure."""
        view = self._work.view
        if view is None:
            return
        dialog = ConfirmDialog(
            say_many(
                "Throw this intake with {count} photo away?",
                "Throw this intake with {count} photos away?",
                view.photo_count,
            ),
            say("The files on your phone or computer stay where they are. You can undo this."),
            act=say("Throw away"),
            keep=say("Keep it"),
            parent=self._work.desk.window,
        )
        open_modal(dialog, self._work.discard)

    def show_warning(self, warning: IntakeWarning) -> None:
        """Go to the piece, and the photo, that a warning is about."""
        model = self._rows.model
        spot = model.place_of(warning.photo_ids[0]) if warning.photo_ids else None
        row = model.row_of(warning.group_id)
        if spot is None and row is None:
            return
        self._rows.focus_photos()
        self._rows.caret.go(*(spot or (row or 0, 0)))

    def compare(self, warning: IntakeWarning) -> None:
        """Look at both pieces side by side."""
        row = self._rows.model.row_of(warning.group_id)
        if row is None or warning.item_id is None:
            return
        desk, group = self._work.desk, self._rows.model.groups[row]
        photo_ids = [photo.ref.id for photo in group.photos]
        dialog = CompareDialog(
            group,
            pieces.piece(desk.closet, warning.item_id),
            self._talk,
            self._rows.pixmaps,
            desk.window,
            Verdicts(
                another=lambda: self._work.dismiss(group.id, warning.key),
                same=lambda: self._work.leave_out(photo_ids, out=True),
                opened=partial(desk.navigator.go, "editor", warning.item_id),
            ),
        )
        self._rows.arrived.connect(dialog.repaint_pictures)
        open_modal(dialog, lambda: None)

    def watch(self) -> None:
        """Choose the folder that photos come in from by themselves."""
        self._work.desk.actions.action("watch_folder").trigger()
