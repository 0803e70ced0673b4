"""From the ticked orders to paper or to a file, and what is said and ticked afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from closet_app.domain.progress import Progress
from closet_app.services.closet import Closet
from closet_app.services.print_log import (
    STOPPED,
    LoggedRun,
    end_run,
    log_run,
    mark_printed,
    printed_orders,
    reprint,
)
from closet_app.services.print_pages import Stock
from closet_app.services.print_runs import MadeRun, PiecePlan, make_run
from closet_app.services.printer_settings import nudge_of
from closet_app.services.prints import PieceKind
from closet_app.services.ruler_pages import ruler_page
from closet_app.services.run_saving import save_pdf, save_pictures
from closet_app.ui.desk import Desk
from closet_app.ui.print_room.run_batches import Ways, batch_of, first_turn, said_counts
from closet_app.ui.printing.printers import Printers
from closet_app.ui.printing.sending import Batch, Sent, send
from closet_app.ui.printing.way_out import WayOut
from closet_app.ui.words import say


@dataclass(frozen=True, slots=True)
class RunWish:
    """Everything that is printed: orders, their pieces, and whether steps are ticked."""

    order_ids: tuple[int, ...]
    pieces: tuple[PiecePlan, ...]
    ticks: bool = True


@dataclass(frozen=True, slots=True)
class Begun:
    """A run that was sent, its number in the history, and how far it came."""

    made: MadeRun
    run_id: int
    sent: Sent


class RunOutput(WayOut):
    """Prints or saves a run; `turn` carries a `Sent` that waits for the stack to be turned."""

    turn = Signal(object)

    def __init__(self, desk: Desk, printers: Printers, parent: QObject) -> None:
        super().__init__(desk, printers, parent)
        self._run: MadeRun | None = None
        self._run_id = 0
        self._ticks = False

    def print_run(self, wish: RunWish, ways: Ways) -> None:
        """Make the files and send each to its printer."""
        self._ticks = wish.ticks
        closet, printers = self._desk.closet, self._printers

        def work(progress: Progress) -> Begun:
            made = _made(closet, wish, progress, ways)
            return _begin(closet, made, ways, printers, progress)

        self._start(work, self._on_begun)

    def print_again(self, logged: LoggedRun, ways: Ways) -> None:
        """Print a run of the history once more, with what its orders say today."""
        self._ticks = False
        closet, printers = self._desk.closet, self._printers

        def work(progress: Progress) -> Begun:
            made = reprint(
                closet, logged.id, nudges=ways.nudge, backs=ways.backs, progress=progress
            )
            return _begin(closet, made, ways, printers, progress)

        self._start(work, self._on_begun)

    def print_ruler(self, stock: Stock, printer: str) -> None:
        """Print the page that shows how a printer pulls this stock."""
        printers, settings = self._printers, self._desk.choices.settings

        def work(progress: Progress) -> Sent:
            nudge = nudge_of(settings, printer, stock.id)
            pdf = ruler_page(stock, nudge, printer)
            page = Batch(PieceKind.SLIP, pdf, 1, stock, printer, say("Ruler page"))
            return send([page], printers, progress)

        self._start(work, self._on_ruler)

    def go_on(self, sent: Sent) -> None:
        """Send what was left."""
        closet, printers, run_id = self._desk.closet, self._printers, self._run_id
        until = first_turn(sent.batches, sent.left.batch if sent.left else 0)

        def work(progress: Progress) -> Sent:
            gone = send(sent.batches, printers, progress, sent.left, until=until)
            _note_end(closet, run_id, gone)
            return gone

        self._start(work, self._on_sent)

    def save(self, wish: RunWish, path: Path) -> None:
        """Write one PDF file with everything."""
        self._ticks = wish.ticks
        closet = self._desk.closet

        def work(progress: Progress) -> MadeRun:
            made = _made(closet, wish, progress)
            save_pdf(made, path)
            log_run(closet, made.plan)
            return made

        self._start(work, lambda made: self._on_saved(made, path))

    def save_pictures(self, wish: RunWish, folder: Path) -> None:
        """Write every page as a PNG picture into a folder."""
        self._ticks = False
        closet = self._desk.closet

        def work(progress: Progress) -> MadeRun:
            made = _made(closet, wish, progress)
            save_pictures(made, folder, progress)
            return made

        self._start(work, lambda made: self._on_saved(made, folder))

    def _on_begun(self, begun: Begun) -> None:
        self._run, self._run_id = begun.made, begun.run_id
        self._on_sent(begun.sent)

    def _on_sent(self, sent: Sent) -> None:
        if sent.at_turn:
            self.turn.emit(sent)
        elif sent.left is not None:
            self.stopped.emit(sent)
        else:
            counts = said_counts(self._run.files) if self._run else []
            self._desk.toast(say("Sent to the printer: {pieces}", pieces=", ".join(counts)))
            self._tick()
            self.finished.emit()

    def _on_ruler(self, sent: Sent) -> None:
        if sent.left is None:
            self._desk.toast(say("Sent to the printer: {pieces}", pieces=say("ruler page")))
            self.finished.emit()
        else:
            self.stopped.emit(sent)

    def _on_saved(self, made: MadeRun, path: Path) -> None:
        self._run = made
        asking = self._desk.asking
        self._desk.window.toasts.show_toast(
            say("Saved {name}", name=path.name),
            action=say("Show in folder"),
            acted=lambda: asking.show(path),
        )
        self._tick()
        self.finished.emit()

    def _tick(self) -> None:
        if self._ticks and self._run is not None:
            closet, printed = self._desk.closet, printed_orders(self._run)
            self._desk.command(lambda: mark_printed(closet, printed), quiet=True)


def _begin(
    closet: Closet, made: MadeRun, ways: Ways, printers: Printers, progress: Progress
) -> Begun:
    """Write the run down, send it, and note how far it came."""
    batches = [batch_of(file, ways) for file in made.files]
    names = dict.fromkeys(batch.printer for batch in batches)
    run_id = log_run(closet, made.plan, printer=", ".join(names), outcome=STOPPED)
    sent = send(batches, printers, progress, until=first_turn(batches))
    _note_end(closet, run_id, sent)
    return Begun(made, run_id, sent)


def _note_end(closet: Closet, run_id: int, sent: Sent) -> None:
    end_run(closet, run_id, sent.done, stopped=sent.left is not None)


def _made(closet: Closet, wish: RunWish, progress: Progress, ways: Ways | None = None) -> MadeRun:
    if ways is None:
        return make_run(closet, wish.order_ids, wish.pieces, progress=progress)
    return make_run(
        closet,
        wish.order_ids,
        wish.pieces,
        nudges=ways.nudge,
        backs=ways.backs,
        progress=progress,
    )
