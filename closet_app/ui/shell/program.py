"""The life of a closet in the window: opened, shown, changed for another, closed.

Imports nothing of the services: the window is painted before the database is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from closet_app.domain.progress import Progress
from closet_app.errors import ClosetError, UserError
from closet_app.services.surroundings import Surroundings
from closet_app.ui.asking import Asking
from closet_app.ui.frame.page import Page, PageEntry
from closet_app.ui.frame.window import MainWindow
from closet_app.ui.jobs import WRITE, Jobs, UnexpectedError
from closet_app.ui.shell.choices import KeptChoices
from closet_app.ui.shell.waiting_page import WaitingPage
from closet_app.ui.theme.keeper import ThemeKeeper

if TYPE_CHECKING:
    from closet_app.services.closet import Closet
    from closet_app.ui.desk import Desk

Then = Callable[["Desk"], object]
Making = Callable[[Progress], "Closet"]
PATIENCE_MS = 1500
AFTER_PAINT_MS = 30
"""A timer of zero would come before the first painting."""
FIRST_RUN, CLOSED, WAITING = "first_run", "closed", "waiting"


@dataclass(frozen=True, slots=True)
class Rooms:
    """What the program does not know itself: pages without a closet, and how to furnish one.

    `furnish` does what the first painting needs; `load` loads what works behind it, on a working
    thread, and then `finish` does the rest.
    """

    bare_pages: Mapping[str, Callable[[Program], Page]]
    furnish: Callable[[Program, Closet], Desk]
    load: Callable[[], object]
    finish: Callable[[Program, Desk], object]


class Program(QObject):
    """Holds the one window; `opened` carries the desk of each closet that is shown in it."""

    opened = Signal(object)

    def __init__(
        self,
        around: Surroundings,
        choices: KeptChoices,
        keeper: ThemeKeeper,
        rooms: Rooms,
        asking: Asking | None = None,
    ) -> None:
        super().__init__()
        self._rooms = rooms
        self.around = around
        self.choices = choices
        self.asking = asking or Asking()
        self.desk: Desk | None = None
        self._keeper = keeper
        self._worn = choices.settings
        self._closet: Closet | None = None
        self._ended, self._stopped = False, True
        self.window = MainWindow(choices)
        self.jobs = Jobs(self)
        self.jobs.crashed.connect(self.tell_fault)
        choices.changed.connect(self._wear)
        self._set_up_window()

    def start(self, folder: Path | None) -> None:
        """Show the window, then open `folder`, or welcome a new seller when there is none."""
        self.window.navigator.go(WAITING)
        self.window.show()
        QTimer.singleShot(0, self, lambda: self.open(folder) if folder else self.welcome())

    def open(self, folder: Path) -> None:
        """Open the closet of `folder`; what is open stays until the other one is there."""
        self.make(lambda _progress: _open(folder, self.around), failed=self._opening_failed(folder))

    def make(
        self,
        making: Making,
        *,
        then: Then | None = None,
        failed: Callable[[ClosetError], object] | None = None,
        name: str = "",
    ) -> None:
        """Show the closet that `making` opens or makes off the interface thread."""
        self.jobs.run(
            making,
            owner=self,
            done=lambda closet: self._use(closet, then),
            failed=failed or self.tell,
            lane=WRITE,
            name=name,
        )

    def welcome(self, folder: Path | None = None) -> None:
        """Ask a new seller how to begin, with `folder` proposed."""
        self._leave_closet()
        self.window.navigator.go(FIRST_RUN, folder)

    def tell(self, error: ClosetError) -> None:
        """Say what could not be done over whatever is shown."""
        if self.desk is not None:
            self.desk.tell_trouble(error)
        elif isinstance(error, UserError):
            self.window.toast(str(error), icon="triangle-alert")
        else:
            self.window.show_trouble(error)

    def tell_fault(self, fault: UnexpectedError) -> None:
        """Say that something of ours went wrong, in one dialog at a time."""
        if QApplication.activeModalWidget() is None:
            self.window.show_trouble(fault)

    def end(self) -> None:
        """Close the window even over an open question."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.closeAllWindows()
            app.quit()

    def close(self) -> bool:
        """Stop the work and let others open the closet; False when some work did not stop."""
        if not self._ended:
            self._ended = True
            self._stopped = self.jobs.close(PATIENCE_MS)
            self.choices.refused.disconnect(self.tell)
            if self._closet is not None:
                self._closet.close()
            self._closet, self.desk = None, None
        return self._stopped

    def _set_up_window(self) -> None:
        self._ended = False
        self.jobs.activity.connect(self.window.status.show_activity)
        self.choices.refused.connect(self.tell)
        self.window.closing.connect(self.close)
        self.window.commands.set_letters(self.choices.settings.single_letter_keys)
        self.window.set_bare(True)
        self.window.register(PageEntry(WAITING, WaitingPage))
        for place, make in self._rooms.bare_pages.items():
            self.window.register(PageEntry(place, partial(make, self)))

    def _opening_failed(self, folder: Path) -> Callable[[ClosetError], object]:
        def tell(error: ClosetError) -> None:
            if self.desk is not None:
                self.desk.tell_trouble(error)
            else:
                self.window.navigator.go(CLOSED, (folder, error))

        return tell

    def _use(self, closet: Closet, then: Then | None) -> None:
        if self._ended:
            closet.close()
            return
        self._leave_closet()
        self._closet = closet
        self.choices.change(last_closet=closet.folder)
        self.desk = desk = self._rooms.furnish(self, closet)
        QTimer.singleShot(AFTER_PAINT_MS, desk, lambda: self._load(desk, then))

    def _load(self, desk: Desk, then: Then | None) -> None:
        """Off the interface thread: the tables take longer to load than the first page."""
        self.jobs.run(
            lambda _progress: self._rooms.load(),
            owner=desk,
            done=lambda _none: self._finish(desk, then),
        )

    def _finish(self, desk: Desk, then: Then | None) -> None:
        if desk is not self.desk:
            return
        self._rooms.finish(self, desk)
        self.opened.emit(desk)
        if then is not None:
            then(desk)

    def _leave_closet(self) -> None:
        """A window shows one closet in its life; the next one gets a fresh window."""
        if self.desk is None:
            return
        old = self.window
        old.closing.disconnect(self.close)
        self.close()
        self.window = MainWindow(self.choices)
        self._set_up_window()
        self.window.show()
        old.close()
        old.deleteLater()

    def _wear(self) -> None:
        chosen, worn = self.choices.settings, self._worn
        self._worn = chosen
        if chosen.theme != worn.theme:
            self._keeper.wear(chosen.theme.value)
        if chosen.text_size != worn.text_size:
            self._keeper.set_text_size(chosen.text_size)
        if chosen.motion != worn.motion:
            self._keeper.set_moves(chosen.motion)
        self.window.commands.set_letters(chosen.single_letter_keys)


def _open(folder: Path, around: Surroundings) -> Closet:
    """On a working thread, the imports too: they take longer than opening."""
    from closet_app.services.opening import open_closet

    return open_closet(folder, around.resources, around.clock)
