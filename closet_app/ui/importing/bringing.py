"""Takes the new pieces in as one step, and saves broken rows to be put right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from closet_app.domain.filenames import safe_name
from closet_app.domain.progress import Progress
from closet_app.errors import ClosetError, MachineError
from closet_app.services import imports
from closet_app.services.changed import Changed
from closet_app.ui.desk import Desk
from closet_app.ui.importing.reading import Reading
from closet_app.ui.jobs import Ticket
from closet_app.ui.shell.keeping import told_file
from closet_app.ui.words import say, say_many


class Bringing(QObject):
    """`busy` says that work began or ended, `refused` carries why nothing was taken in."""

    busy = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = reading
        self._ticket: Ticket | None = None
        self.is_done = False
        """Whether the open file was taken in."""
        desk.jobs.activity.connect(self._look)

    @property
    def is_busy(self) -> bool:
        """Whether pieces are being taken in."""
        return self._ticket is not None

    def forget(self) -> None:
        """Another file is read."""
        self.is_done = False

    def bring_in(self) -> None:
        """Take in every new row, all of them or none; the status bar can stop it."""
        preview = self._reading.preview
        if preview is None or self.is_busy:
            return
        closet = self._desk.closet
        self._ticket = self._desk.command(
            lambda progress: imports.apply(closet, preview, progress),
            then=self._show,
            failed=self._refuse,
            name=say("Bringing in pieces"),
            takes_progress=True,
        )
        self.busy.emit()

    def save_broken(self) -> None:
        """Ask where to, and write the broken rows with their reasons there."""
        reading, preview = self._reading, self._reading.preview
        if preview is None:
            return
        proposed = safe_name(say("{name}, broken rows", name=reading.path.stem))
        path = self._desk.asking.save_file(
            self._desk.window, say("Save broken rows"), f"{proposed}.csv", "CSV (*.csv)"
        )
        if path is None:
            return
        target = path if path.suffix else path.with_suffix(".csv")
        closet, sheet = self._desk.closet, reading.sheet

        def work(progress: Progress) -> tuple[Path, int]:
            return target, imports.save_broken(closet, sheet, preview, target, progress)

        self._desk.jobs.run(work, owner=self, done=self._tell, name=say("Saving rows"))

    def _tell(self, saved: tuple[Path, int]) -> None:
        path, count = saved
        words = say_many("{count} row saved in {name}", "{count} rows saved in {name}", count,
                         name=path.name)  # fmt: skip
        told_file(self._desk, words, path)

    def _show(self, _changed: Changed) -> None:
        self._end()
        self.is_done = True
        today = self._desk.closet.clock.today().isoformat()
        self._desk.navigator.go("closet", f"added:{today}")

    def _refuse(self, error: ClosetError) -> None:
        self._end()
        if isinstance(error, MachineError):
            self._desk.tell_trouble(error)
        else:
            self.refused.emit(error)

    def _look(self, _rows: object) -> None:
        """Stopped work is answered by nobody."""
        if self._ticket is not None and self._ticket.is_finished and self._ticket.is_cancelled:
            self._end()

    def _end(self) -> None:
        self._ticket = None
        self.busy.emit()
