"""Pages on their way to printers: one at a time, in bands, off the interface thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter

from closet_app.domain.progress import Progress
from closet_app.errors import CancelledError, MachineError
from closet_app.services.print_pages import Kind, Stock, bands
from closet_app.services.prints import PieceKind
from closet_app.services.raw_labels import RawWay, labels_of
from closet_app.ui.printing.printers import Printers, printer_gone, set_up
from closet_app.ui.words import mark, say

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

BAND_ROWS = 512
"""A band of a Letter page at 600 dpi takes 10 MB."""
EMPTY = "empty"
STOPPED = mark("{printer} stopped printing.")
WHY: dict[tuple[str, Kind | None], str] = {
    (EMPTY, Kind.ROLL): mark("{printer} is out of labels."),
    (EMPTY, Kind.SHEET): mark("{printer} is out of labels."),
    (EMPTY, Kind.CARD): mark("{printer} is out of cards."),
    (EMPTY, None): mark("{printer} is out of paper."),
    ("jam", None): mark("Paper is stuck in {printer}."),
    ("open", None): mark("{printer} is open."),
    ("ink", None): mark("{printer} is out of ink."),
    ("offline", None): mark("{printer} does not answer."),
}
"""What is said of a printer that stopped, by what the system says and what lies in it."""


@dataclass(frozen=True, slots=True)
class Batch:
    """One file for one printer.

    A batch `after_turn` waits until the seller has turned the stack; it is printed from the
    last page on when the last card lies on top (`from_last`). With `raw` its pages are sent in
    the printer's own language.
    """

    kind: PieceKind
    pdf: bytes
    pages: int
    stock: Stock
    printer: str
    title: str
    sides: int = 1
    after_turn: bool = False
    from_last: bool = False
    raw: RawWay | None = None

    def page(self, place: int) -> int:
        """The page of the file that comes out at a place, both from 0."""
        return self.pages - 1 - place if self.from_last else place


@dataclass(frozen=True, slots=True)
class Place:
    """A page of a batch, both from 0."""

    batch: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class Sent:
    """How the run ended: where to go on from, or None when all of it was sent.

    `trouble` is what the printer refused; `at_turn` says that the stack is to be turned first;
    without either the seller stopped the run.
    """

    batches: tuple[Batch, ...]
    left: Place | None = None
    trouble: MachineError | None = None
    at_turn: bool = False

    @property
    def done(self) -> int:
        """How many pages were sent."""
        if self.left is None:
            return sum(batch.pages for batch in self.batches)
        return sum(batch.pages for batch in self.batches[: self.left.batch]) + self.left.page


def send(
    batches: Sequence[Batch],
    printers: Printers,
    progress: Progress,
    start: Place | None = None,
    *,
    until: int | None = None,
) -> Sent:
    """Print every page from `start`; stopping lets the page under way come out whole.

    It ends before the batch `until`, whose stack is to be turned.
    """
    sender = _Sender(printers, progress, sum(batch.pages for batch in batches))
    begin = start or Place()
    sender.done = sum(batch.pages for batch in batches[: begin.batch])
    for at, batch in enumerate(batches):
        if at < begin.batch:
            continue
        if at == until:
            return Sent(tuple(batches), Place(at), at_turn=True)
        try:
            sender.print_batch(batch, begin.page if at == begin.batch else 0)
        except MachineError as trouble:
            return Sent(tuple(batches), Place(at, sender.page), trouble)
        except CancelledError:
            return Sent(tuple(batches), Place(at, sender.page))
    return Sent(tuple(batches))


class _Sender:
    def __init__(self, printers: Printers, progress: Progress, total: int) -> None:
        self.page = 0
        self.done = 0
        self._printers = printers
        self._progress = progress
        self._total = total

    def print_batch(self, batch: Batch, first: int) -> None:
        """Print the pages from `first`; a back is never printed without its front."""
        self.page = first - first % batch.sides
        before = self.done
        self._report(before)
        if batch.raw is not None:
            self._send_raw(batch, batch.raw, before)
            return
        printer = self._printers.open(batch.printer)
        set_up(printer, batch.stock, title=batch.title, both_sides=batch.sides > 1)
        painter = QPainter()
        if not painter.begin(printer):
            raise printer_gone(batch.printer)
        try:
            self._paint_pages(painter, printer, batch, before)
        finally:
            painter.end()
        self.done = before + batch.pages

    def _send_raw(self, batch: Batch, way: RawWay, before: int) -> None:
        """One job a label, so that it can be stopped and gone on with between any two."""
        begun = self.page
        labels = labels_of(batch.pdf, batch.stock, way)
        for page, label in enumerate(labels):
            if page < begun:
                continue
            if page > begun:
                self._report(before + page)
            self._printers.send_raw(batch.printer, label, batch.title)
            self.page = page + 1
        self._report_done(before + batch.pages)
        self.done = before + batch.pages

    def _paint_pages(self, painter: QPainter, printer: QPrinter, batch: Batch, before: int) -> None:
        first = self.page
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for page in range(first, batch.pages):
            if page > first:
                self._report(before + page)
                if not printer.newPage():
                    raise self._stopped(batch)
            self._paint(painter, printer, batch, page)
            self.page = page + 1
        self._report_done(before + batch.pages)

    def _paint(self, painter: QPainter, printer: QPrinter, batch: Batch, page: int) -> None:
        dpi = printer.resolution()
        for band in bands(batch.pdf, batch.page(page), dpi, BAND_ROWS):
            made = band.pixels
            row = made.width * 4
            image = QImage(made.rgba, made.width, made.height, row, QImage.Format.Format_RGBX8888)
            painter.drawImage(QPoint(0, band.top), image)
        if printer.printerState() in (printer.PrinterState.Error, printer.PrinterState.Aborted):
            raise self._stopped(batch)

    def _stopped(self, batch: Batch) -> MachineError:
        """Why it stopped, as far as the system says."""
        alert = self._printers.alert(batch.printer)
        kind = batch.stock.kind if alert == EMPTY else None
        words = WHY.get((alert, kind)) or WHY.get((alert, None)) or STOPPED
        remedy = say("Look at the printer, then go on.")
        return MachineError(say(words, printer=batch.printer), remedy=remedy)

    def _report(self, done: int) -> None:
        words = say("Printing page {number} of {total}", number=done + 1, total=self._total)
        self._progress.step(done, self._total, words)

    def _report_done(self, done: int) -> None:
        """The last page is on its way; it is too late to stop it."""
        try:
            self._progress.step(done, self._total, say("Printing"))
        except CancelledError:
            return
