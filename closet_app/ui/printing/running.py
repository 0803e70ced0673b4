"""Print, save, stop and go on: the verbs of the dialog and what stands beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from closet_app.errors import ClosetError
from closet_app.services.print_pages import TextTooLongError
from closet_app.services.prints import PieceKind
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import Step
from closet_app.ui.printing.card_options import CardOptions
from closet_app.ui.printing.output import Output, Wanted
from closet_app.ui.printing.plan import Part, Plan
from closet_app.ui.printing.remarks import RemarkRow
from closet_app.ui.printing.sending import Sent
from closet_app.ui.printing.side import Side
from closet_app.ui.printing.telling import error_row, problem_rows, sent_row
from closet_app.ui.words import say

PDF = "*.pdf"


EditBuyer = Callable[[Desk, int, QWidget], object]


@dataclass(frozen=True, slots=True)
class Doors:
    """What the run asks of others: a name for the file, and the buyer of an order."""

    propose: Callable[[], str]
    edit_buyer: EditBuyer | None = None


class Running(QObject):
    """Gives the buttons their meaning and says how it went."""

    def __init__(self, desk: Desk, plan: Plan, side: Side, output: Output, doors: Doors) -> None:
        super().__init__(output)
        self._desk, self._plan, self._side, self.output = desk, plan, side, output
        self._doors = doors
        self._ending: RemarkRow | None = None
        self._connect()
        self._refresh()

    def print_all(self) -> None:
        """Send the run to its printers, unless something must be put right first."""
        if self.output.is_busy or not self._side.print.isEnabled() or self._is_blocked():
            return
        self._keep_note()
        box = self._side.printers
        wanted = [Wanted(part, box.printer_for(part)) for part in self._printed()]
        self.output.print_all(wanted, ticks=box.ticks)

    def save(self) -> None:
        """Ask for a file and write the run into it."""
        if self.output.is_busy or not self._side.save.isEnabled() or self._is_blocked():
            return
        self._keep_note()
        kinds = f"PDF ({PDF})"
        parent = self._window()
        path = self._desk.asking.save_file(parent, say("Save PDF"), self._doors.propose(), kinds)
        if path is not None:
            parts = self._printed()
            self.output.save(parts, with_suffix(path), ticks=self._side.printers.ticks)

    def _connect(self) -> None:
        self._plan.changed.connect(self._on_plan)
        self._side.print.clicked.connect(lambda _checked=False: self.print_all())
        self._side.save.clicked.connect(lambda _checked=False: self.save())
        self._side.progress.stopped.connect(self.output.stop)
        self._side.printers.found.connect(self._refresh)
        self._side.kind_shown.connect(lambda _kind: self._refresh())
        self.output.started.connect(self._on_started)
        self.output.ended.connect(lambda: self._side.show_busy(busy=False))
        self.output.progressed.connect(self._on_step)
        self.output.stopped.connect(self._on_stopped)
        self.output.failed.connect(self._on_failed)

    def _printed(self) -> list[Part]:
        return [part for part in self._plan.parts() if part.is_printed]

    def _on_plan(self, _kind: object) -> None:
        if not self._plan.is_settled():
            self._ending = None
        self._refresh()

    def _refresh(self) -> None:
        parts = self._plan.parts()
        box = self._side.printers
        box.show_parts(parts)
        something = any(part.is_printed for part in parts)
        self._side.save.setEnabled(something)
        self._side.print.setEnabled(something and box.can_print)
        self._side.save.set_kind("primary" if box.is_without_printer else "secondary")
        elsewhere = [part for part in parts if not self._says_itself(part)]
        add_address = self._add_address if self._doors.edit_buyer else None
        rows = problem_rows(elsewhere, add_address, self._shorten)
        self._side.remarks.say([self._ending, *rows] if self._ending else rows)

    def _says_itself(self, part: Part) -> bool:
        """Whether the note stands where its error is said already."""
        is_here = part.request.kind is self._side.kind
        return is_here and isinstance(part.error, TextTooLongError)

    def _is_blocked(self) -> bool:
        """Whether a part must be put right; the place where is shown then."""
        blocked = next((part for part in self._plan.parts() if part.is_blocked), None)
        if blocked is not None:
            self._side.show_kind(blocked.request.kind)
            self._shorten()
        return blocked is not None

    def _add_address(self, order_id: int) -> None:
        if self._doors.edit_buyer is not None:
            self._doors.edit_buyer(self._desk, order_id, self._window())

    def _shorten(self) -> None:
        card = self._card()
        if card is not None:
            self._side.show_kind(PieceKind.CARD)
            card.go_to_error()

    def _keep_note(self) -> None:
        card = self._card()
        if card is not None:
            card.keep()

    def _card(self) -> CardOptions | None:
        options = self._side.options.get(PieceKind.CARD)
        return options.own if options and isinstance(options.own, CardOptions) else None

    def _window(self) -> QWidget:
        return self._side.window()

    def _on_started(self) -> None:
        self._ending = None
        self._refresh()
        self._side.progress.show_step(say("Making pages"), 0, 0)
        self._side.show_busy(busy=True)

    def _on_step(self, step: Step) -> None:
        self._side.progress.show_step(step.words, step.done, step.total)

    def _on_stopped(self, sent: Sent) -> None:
        self._ending = sent_row(sent, lambda: self.output.go_on(sent))
        self._refresh()

    def _on_failed(self, error: ClosetError) -> None:
        self._ending = error_row(error)
        self._refresh()


def with_suffix(path: Path) -> Path:
    """The file the seller named, as a PDF; never one that is there under another name."""
    if path.suffix.lower() == ".pdf":
        return path
    made = path.with_name(f"{path.name}.pdf")
    number = 2
    while made.exists():
        made = path.with_name(f"{path.name} ({number}).pdf")
        number += 1
    return made
