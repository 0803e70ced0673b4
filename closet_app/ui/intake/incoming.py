"""Photos on their way in: one lot after the other, then what is read behind them."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from closet_app.domain.progress import Progress
from closet_app.errors import ClosetError, MachineError
from closet_app.services.changed import Changed
from closet_app.services.intake import (
    forget_coming,
    hold_photos,
    read_behind,
    resume,
    still_to_come,
    take_in,
    take_the_rest,
)
from closet_app.services.intake_coming import Coming
from closet_app.services.records import PhotoBytes, Source
from closet_app.ui.camera import CameraDialog
from closet_app.ui.editor.bringing import Brought, brought, png_of
from closet_app.ui.intake.work import IntakeWork
from closet_app.ui.jobs import BEHIND, Step, Ticket
from closet_app.ui.words import say

LOOK_EVERY = 1.0
"""Seconds between two looks at what has come in so far."""

Lot = Callable[[], Sequence[Source]]


class _Counted:
    """Says with each step how many of how many are done."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def step(self, done: int, total: int, words: str) -> None:
        """Report further; raises CancelledError when asked to stop."""
        counted = say("{words}, {done} of {total}", words=words, done=done, total=total)
        self._progress.step(done, total, counted if total else words)


class Incoming(QObject):
    """`began` and `ended` tell when photos are being taken in; stopped from the status bar.

    `refused` carries the problems of files that were not taken in.
    Photos that come while others are under way wait for their turn, written down like those: a
    crash loses none of them.
    """

    began = Signal()
    ended = Signal()
    refused = Signal(object)

    def __init__(self, work: IntakeWork) -> None:
        super().__init__(work)
        self._work, self._desk = work, work.desk
        self._waiting: deque[Coming] = deque()
        self._unheld = 0
        self._ticket: Ticket | None = None
        self._reading: Ticket | None = None
        self._looked_at = 0.0
        self._unread = self._resumed = 0
        self._was_read = self._has_gone_on = False
        self._desk.jobs.activity.connect(self._look_for_end)

    @property
    def is_busy(self) -> bool:
        """Whether photos are being taken in."""
        return self._ticket is not None or self._unheld > 0

    def take(self, sources: Sequence[Source]) -> None:
        """Take files, folders and pictures in."""
        if sources:
            self._queue(lambda: sources)

    def take_brought(self, what: Brought) -> None:
        """Take in what was dropped or pasted."""
        picture = what.picture
        if what.files:
            self.take(what.files)
        elif picture is not None:
            name = f"{say('Pasted picture')}.png"
            self._queue(lambda: [PhotoBytes(name, png_of(picture))])

    def paste(self) -> None:
        """Take in what lies on the clipboard."""
        found = brought(QGuiApplication.clipboard().mimeData())
        if found:
            self.take_brought(found)
        else:
            self._desk.toast(say("There is no photo to paste."), icon="clipboard")

    def choose_photos(self) -> None:
        """Ask for files."""
        self.take(self._desk.choose_photos(self._desk.window))

    def choose_folder(self) -> None:
        """Ask for a folder, which is taken in with everything inside."""
        folder = self._desk.asking.folder(self._desk.window, say("Choose a folder of photos"))
        if folder is not None:
            self.take([folder])

    def photograph(self) -> None:
        """Take photos with this computer's camera."""
        dialog = CameraDialog(self._desk, self._on_photographed)
        dialog.setModal(True)
        dialog.open()

    def _on_photographed(self, jpeg: bytes) -> None:
        taken: datetime = self._desk.closet.clock.now()
        name = f"{say('Camera')} {taken:%Y-%m-%d %H-%M-%S}.jpg"
        self.take([PhotoBytes(name, jpeg)])

    def go_on(self) -> None:
        """Finish what was interrupted: photos, then measures and groups, then tags and colors."""
        closet, intake_id = self._desk.closet, self._work.intake_id
        if self._ticket is not None:
            return
        if not self._has_gone_on:
            self._has_gone_on = True
            if still_to_come(closet):
                self._start(lambda progress: take_the_rest(closet, progress), say("Adding photos"))
                return
        if intake_id in (0, self._resumed):
            return
        self._resumed = intake_id
        self._start(lambda progress: resume(closet, intake_id, progress), say("Looking at photos"))

    def _queue(self, lot: Lot) -> None:
        """Write down first what was brought: nothing is said of photos that a crash would lose."""
        closet = self._desk.closet
        self._unheld += 1
        self._desk.jobs.run(
            lambda _progress: hold_photos(closet, lot()),
            owner=self,
            done=self._on_held,
            failed=self._on_unheld,
        )
        self.began.emit()

    def _on_held(self, coming: Coming) -> None:
        self._unheld -= 1
        self._waiting.append(coming)
        if self._ticket is None:
            self._next()

    def _on_unheld(self, error: ClosetError) -> None:
        self._unheld -= 1
        self._on_failed(error)
        self._rest()

    def _next(self) -> None:
        """What waits when the window closes is taken in another time."""
        if self._desk.jobs.is_closed:
            return
        coming, closet = self._waiting.popleft(), self._desk.closet
        if self._reading is not None:
            self._reading.cancel()
        self._start(lambda progress: take_in(closet, coming, progress), say("Adding photos"))

    def _start(self, work: Callable[[Progress], Changed], name: str) -> None:
        self._ticket = self._desk.jobs.run(
            lambda progress: work(_Counted(progress)),
            owner=self,
            done=self._on_taken,
            failed=self._on_failed,
            progressed=self._on_progress,
            lane=BEHIND,
            name=name,
        )
        self.began.emit()

    def _on_taken(self, changed: Changed) -> None:
        self._desk.tell(changed)
        self.refused.emit(changed.problems)

    def _on_failed(self, error: ClosetError) -> None:
        # What a full disk has refused goes on once there is room, when the page is opened again.
        self._has_gone_on = self._has_gone_on and not isinstance(error, MachineError)
        self._desk.tell_trouble(error)
        self.refused.emit(error.facts.get("problems", ()))

    def _on_progress(self, _step: Step) -> None:
        """Show what has come in so far, now and then."""
        now = time.monotonic()
        if now - self._looked_at < LOOK_EVERY:
            return
        self._looked_at = now
        if self._work.intake_id:
            self._work.reload()
        else:
            self._work.open_unfinished()

    def _look_for_end(self, _rows: object) -> None:
        """Work that was stopped tells nobody; it is only not under way any more."""
        if self._ticket is None or not self._ticket.is_finished:
            return
        if self._ticket.is_cancelled and not self._desk.jobs.is_closed:
            # The seller stopped it; what ends with the window or a crash goes on another time.
            forget_coming(self._desk.closet)
        self._ticket = None
        self._work.open_unfinished()
        if self._waiting:
            self._next()
        else:
            self._rest()

    def _rest(self) -> None:
        """Nothing is under way any more, unless something is."""
        if not self.is_busy:
            self._unread = 0
            self.ended.emit()

    def _on_all_read(self) -> None:
        """What cannot be read stays unread; it is no reason to begin again."""
        self._was_read = True
        self._work.reload()

    def read_behind(self) -> None:
        """Read tags and colors of what is there, unless the seller stopped that before."""
        view = self._work.view
        if view is not None and self._was_read:
            self._unread, self._was_read = view.unread, False
        is_reading = self._reading is not None and not self._reading.is_finished
        if view is None or self.is_busy or is_reading or view.unread <= self._unread:
            return
        self._unread = view.unread
        closet, intake_id = self._desk.closet, view.id
        self._reading = self._desk.jobs.run(
            lambda progress: read_behind(closet, intake_id, _Counted(progress)),
            owner=self,
            done=lambda _problems: self._on_all_read(),
            progressed=self._on_progress,
            lane=BEHIND,
            name=say("Reading tags and colors"),
        )
