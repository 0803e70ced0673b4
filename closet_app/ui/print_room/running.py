"""This run, and its verbs: print, save, stop and go on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from closet_app.domain.filenames import safe_name
from closet_app.errors import ClosetError
from closet_app.services.print_log import LoggedRun
from closet_app.services.print_pages import Stock
from closet_app.services.print_runs import Backs, RunPlan, plan_run
from closet_app.ui.jobs import READ, Ticket
from closet_app.ui.orders.buyer_dialog import open_buyer
from closet_app.ui.orders.speech import speech_of
from closet_app.ui.print_room.note_editor import NoteEditor
from closet_app.ui.print_room.problem_rows import WaysOn, problem_rows
from closet_app.ui.print_room.room import Room
from closet_app.ui.print_room.run_batches import Ways
from closet_app.ui.print_room.run_block import RunBlock
from closet_app.ui.print_room.run_output import RunOutput, RunWish
from closet_app.ui.print_room.side_pane import SidePane
from closet_app.ui.print_room.turn_dialog import TurnDialog
from closet_app.ui.printing.remarks import RemarkRow
from closet_app.ui.printing.running import PDF, with_suffix
from closet_app.ui.printing.sending import Sent
from closet_app.ui.printing.telling import error_row, sent_row
from closet_app.ui.words import say, say_many


class Running(QObject):
    """Asks what a run brings whenever it is another, and does it.

    `told` says that something stopped, so that its words are brought into view.
    """

    told = Signal()

    def __init__(
        self, room: Room, side: SidePane, block: RunBlock, note: NoteEditor, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._room, self._side, self._block, self._note = room, side, block, note
        self.output = RunOutput(room.desk, side.printers.printers, self)
        self.plan: RunPlan | None = None
        self.dialog: TurnDialog | None = None
        self._asked = 0
        self._ticket: Ticket | None = None
        self._ending: RemarkRow | None = None
        self._connect()

    def print_all(self) -> None:
        """Send the run to its printers."""
        if self.output.is_busy or not self._side.print.isEnabled():
            return
        self._note.keep()
        self.output.print_run(self._wish(), self._ways())

    def print_again(self, run: LoggedRun) -> None:
        """Print a run of the history once more."""
        if not self.output.is_busy and self._side.printers.can_print:
            self.output.print_again(run, self._ways())

    def print_ruler(self, stock: Stock, printer: str) -> None:
        """Print the page that shows how a printer pulls this stock."""
        if not self.output.is_busy and printer:
            self.output.print_ruler(stock, printer)

    def save_pictures(self, folder: Path) -> None:
        """Write every page as a picture."""
        if not self.output.is_busy and self._side.save.isEnabled():
            self._note.keep()
            self.output.save_pictures(self._wish(), folder)

    def save(self) -> None:
        """Ask for a file and write the run into it."""
        if self.output.is_busy or not self._side.save.isEnabled():
            return
        self._note.keep()
        desk = self._room.desk
        parent = self._side.window()
        kinds = f"PDF ({PDF})"
        path = desk.asking.save_file(parent, say("Save PDF"), self.proposed_name(), kinds)
        if path is not None:
            self.output.save(self._wish(), with_suffix(path))

    def proposed_name(self) -> str:
        """“Order 1047.pdf”, “8 orders.pdf”."""
        printed = self._room.printed
        several = say_many("{count} order", "{count} orders", len(printed))
        one = say("Order {number}", number=printed[0].number) if printed else ""
        name = several if len(printed) > 1 else one
        return f"{safe_name(name, fallback=say('Print'))}.pdf"

    def ask(self) -> None:
        """Work out what would come out; the last answer counts."""
        self._asked += 1
        asked, room = self._asked, self._room
        closet, ids = room.desk.closet, room.printed_ids
        pieces = room.plans()
        self._side.show_count(len(ids))
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = room.desk.jobs.run(
            lambda progress: plan_run(closet, ids, pieces, progress),
            owner=self,
            done=lambda plan: self._on_plan(asked, plan),
            failed=lambda error: self._on_no_plan(asked, error),
            lane=READ,
        )

    def _connect(self) -> None:
        room, side = self._room, self._side
        for signal in (room.read, room.ticked, room.redesigned, room.turned_back):
            signal.connect(self.ask)
        room.chosen.connect(lambda _kind: self.ask())
        side.print.clicked.connect(lambda _on=False: self.print_all())
        side.save.clicked.connect(lambda _on=False: self.save())
        side.progress.stopped.connect(self.output.stop)
        side.printers.found.connect(self._refresh)
        self.output.started.connect(self._on_started)
        self.output.ended.connect(lambda: side.show_busy(busy=False))
        self.output.progressed.connect(
            lambda step: side.progress.show_step(step.words, step.done, step.total)
        )
        self.output.stopped.connect(self._on_stopped)
        self.output.turn.connect(self._on_turn)
        self.output.failed.connect(self._on_failed)

    def _wish(self) -> RunWish:
        room = self._room
        return RunWish(room.printed_ids, room.plans(), ticks=self._side.printers.ticks)

    def _ways(self) -> Ways:
        box = self._side.printers
        backs = Backs.APART if box.by_hand.is_checked() else Backs.BEHIND
        return Ways(box.name, self._room.desk.choices.settings, backs)

    def _on_plan(self, asked: int, plan: RunPlan) -> None:
        if asked == self._asked:
            self.plan = plan
            self._refresh()

    def _on_no_plan(self, asked: int, error: ClosetError) -> None:
        if asked == self._asked:
            self.plan = None
            self._ending = error_row(error)
            self._refresh()

    def _refresh(self) -> None:
        plan, side = self.plan, self._side
        self._block.show_plan(plan, speech_of(self._room.desk.closet))
        roles = {row.role for row in plan.rows if row.pieces} if plan else set()
        has_backs = plan is not None and any(row.sides > 1 for row in plan.rows)
        side.printers.show_needs(roles, has_backs=has_backs)
        side.paper.show_plan(plan)
        something = plan is not None and not plan.is_empty
        side.save.setEnabled(something)
        side.print.setEnabled(something and side.printers.can_print)
        side.save.set_kind("primary" if side.printers.is_without_printer else "secondary")
        ways = WaysOn(self._add_address, self._edit_note)
        rows = problem_rows(plan, ways) if plan is not None else []
        self._block.say([self._ending, *rows] if self._ending else rows)

    def _add_address(self, order_id: int) -> None:
        open_buyer(self._room.desk, order_id, self._side.window())

    def _edit_note(self, order_id: int) -> None:
        self._room.show(order_id)
        self._note.open_editor()

    def _on_started(self) -> None:
        self._ending = None
        self._refresh()
        self._side.progress.show_step(say("Making pages"), 0, 0)
        self._side.show_busy(busy=True)

    def _on_stopped(self, sent: Sent) -> None:
        self._ending = sent_row(sent, lambda: self.output.go_on(sent))
        self._refresh()
        self.told.emit()

    def _on_turn(self, sent: Sent) -> None:
        """The fronts are out: ask to turn the stack, then go on with the backs."""
        dialog = TurnDialog(self._room.desk, sent, self._side.window())
        dialog.turned.connect(self.output.go_on)
        dialog.rejected.connect(lambda: self._on_stopped(sent))
        self.dialog = dialog
        dialog.open()

    def _on_failed(self, error: ClosetError) -> None:
        self._ending = error_row(error)
        self._refresh()
        self.told.emit()
