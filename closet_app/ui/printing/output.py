"""From the plan to paper or to a file, and what is said afterwards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from closet_app.domain.progress import Progress
from closet_app.services import prints
from closet_app.services.closet import Closet
from closet_app.services.printer_settings import nudge_of
from closet_app.services.prints import PrintRun
from closet_app.services.raw_labels import raw_way
from closet_app.settings import Settings
from closet_app.ui.desk import Desk
from closet_app.ui.printing.plan import Part
from closet_app.ui.printing.printers import LABELS, Printers, role_of
from closet_app.ui.printing.sending import Batch, Sent, send
from closet_app.ui.printing.way_out import WayOut
from closet_app.ui.printing.words import say_count
from closet_app.ui.words import say


class Output(WayOut):
    """Sends one part of the plan to a printer or into a file."""

    def __init__(self, desk: Desk, printers: Printers, parent: QObject) -> None:
        super().__init__(desk, printers, parent)
        self._words = ""

    def print_all(self, part: Part, printer: str) -> None:
        """Make the file and send it to a printer."""
        self._words = say_count(part.request.kind, part.count)
        closet, printers = self._desk.closet, self._printers
        settings = self._desk.choices.settings

        def work(progress: Progress) -> Sent:
            batch = make_batch(closet, part, printer, settings, progress)
            return send([batch], printers, progress)

        self._start(work, self._on_sent)

    def go_on(self, sent: Sent) -> None:
        """Send what was left."""
        printers = self._printers
        self._start(
            lambda progress: send(sent.batches, printers, progress, sent.left), self._on_sent
        )

    def save(self, part: Part, path: Path) -> None:
        """Write one PDF file."""
        closet = self._desk.closet

        def work(progress: Progress) -> PrintRun:
            return prints.print_to(closet, part.request, path, progress)

        self._start(work, lambda _run: self._on_saved(path))

    def _on_sent(self, sent: Sent) -> None:
        if sent.left is not None:
            self.stopped.emit(sent)
            return
        self._desk.toast(say("Sent to the printer: {pieces}", pieces=self._words))
        self.finished.emit()

    def _on_saved(self, path: Path) -> None:
        asking = self._desk.asking
        self._desk.window.toasts.show_toast(
            say("Saved {name}", name=path.name),
            action=say("Show in folder"),
            acted=lambda: asking.show(path),
        )
        self.finished.emit()


def make_batch(
    closet: Closet, part: Part, printer: str, settings: Settings, progress: Progress
) -> Batch:
    """The file for a printer, moved as the seller keeps it for this printer and stock."""
    nudge = nudge_of(settings, printer, part.stock.id)
    pdf, run = prints.print_bytes(closet, replace(part.request, nudge=nudge), progress)
    return Batch(
        kind=part.request.kind,
        pdf=pdf,
        pages=run.pages,
        stock=part.stock,
        printer=printer,
        title=say_count(part.request.kind, part.count),
        raw=raw_way(settings.printers, printer) if role_of(part.stock) == LABELS else None,
    )
