"""Print, save, stop and go on: the verbs of the dialog and what stands beside them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from closet_app.errors import ClosetError
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import Step
from closet_app.ui.printing.output import Output
from closet_app.ui.printing.plan import Plan
from closet_app.ui.printing.remarks import RemarkRow
from closet_app.ui.printing.sending import Sent
from closet_app.ui.printing.side import Side
from closet_app.ui.printing.telling import error_row, problem_rows, sent_row
from closet_app.ui.words import say

PDF = "*.pdf"

Propose = Callable[[], str]
"""A name for the file."""


class Running(QObject):
    """Gives the buttons their meaning and says how it went."""

    def __init__(
        self, desk: Desk, plan: Plan, side: Side, output: Output, propose: Propose
    ) -> None:
        super().__init__(output)
        self._desk, self._plan, self._side, self.output = desk, plan, side, output
        self._propose = propose
        self._ending: RemarkRow | None = None
        self._connect()
        self._refresh()

    def print_all(self) -> None:
        """Send the run to its printer, unless something must be put right first."""
        part = self._plan.part
        if not self.output.is_busy and self._side.print.isEnabled() and not part.is_blocked:
            self.output.print_all(part, self._side.printers.printer_for(part))

    def save(self) -> None:
        """Ask for a file and write the run into it."""
        part = self._plan.part
        if self.output.is_busy or not self._side.save.isEnabled() or part.is_blocked:
            return
        kinds, window = f"PDF ({PDF})", self._side.window()
        path = self._desk.asking.save_file(window, say("Save PDF"), self._propose(), kinds)
        if path is not None:
            self.output.save(part, with_suffix(path))

    def _connect(self) -> None:
        self._plan.changed.connect(self._on_plan)
        self._side.print.clicked.connect(lambda _checked=False: self.print_all())
        self._side.save.clicked.connect(lambda _checked=False: self.save())
        self._side.progress.stopped.connect(self.output.stop)
        self._side.printers.found.connect(self._refresh)
        self.output.started.connect(self._on_started)
        self.output.ended.connect(lambda: self._side.show_busy(busy=False))
        self.output.progressed.connect(self._on_step)
        self.output.stopped.connect(self._on_stopped)
        self.output.failed.connect(self._on_failed)

    def _on_plan(self) -> None:
        if not self._plan.is_settled:
            self._ending = None
        self._refresh()

    def _refresh(self) -> None:
        part, box = self._plan.part, self._side.printers
        box.show_part(part)
        self._side.save.setEnabled(not part.is_empty)
        self._side.print.setEnabled(not part.is_empty and box.can_print)
        self._side.save.set_kind("primary" if box.is_without_printer else "secondary")
        rows = problem_rows(part)
        self._side.remarks.say([self._ending, *rows] if self._ending else rows)

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
