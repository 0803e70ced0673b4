"""Background work: the one door off the interface thread and back."""

from __future__ import annotations

import logging
import sys
import time
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from threading import Event
from types import MethodType
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThread, QThreadPool, Signal
from shiboken6 import isValid

from closet_app.domain.progress import Progress
from closet_app.errors import CancelledError, ClosetError
from closet_app.ui.words import say

T = TypeVar("T")
Call = Callable[..., object]

log = logging.getLogger(__name__)

TURN = 0.0005
"""Seconds that working threads keep Python for themselves before the interface has its turn.

While 100,000 rows were read on a busy machine, a table was painted in 0.12 to 0.2 s (95th
percentile); at Python's own 5 ms in 0.3 to 1 s, since Qt gives the lock away at every call.
"""

REPORT_EVERY = 0.05
"""Seconds between two reports of one piece of work, so that the window is not flooded."""


LONG_WORK = 3
"""Long works side by side: one that comes in, one that reads behind it, one that watches."""


class Lane(Enum):
    """READ runs side by side; WRITE one after the other, as they were asked for.

    BEHIND is for what goes on for minutes, such as reading tags or watching a folder: it never
    keeps photos and lists waiting.
    """

    READ = "read"
    WRITE = "write"
    BEHIND = "behind"


READ, WRITE, BEHIND = Lane.READ, Lane.WRITE, Lane.BEHIND


class UnexpectedError(ClosetError):
    """A fault of ours: logged with its traceback, offered as a report once."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far one piece of work is."""

    done: int
    total: int
    words: str


class Ticket:
    """One piece of work under way, and the listener it reports to.

    A `brief` one, such as the edit of a field, is finished even when the window closes.
    """

    def __init__(
        self,
        name: str,
        report: Callable[[Ticket, Step], None],
        *,
        lane: Lane = Lane.READ,
        brief: bool = False,
    ) -> None:
        self.name = name
        self.lane = lane
        self.brief = brief
        self._stop = Event()
        self._finished = Event()
        self._report = report
        self._reported_at = 0.0

    def cancel(self) -> None:
        """Stop at the next step; what is done is kept."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    @property
    def is_finished(self) -> bool:
        """Whether it is over, well or not."""
        return self._finished.is_set()

    def finish(self) -> None:
        """Mark it as over; called by the runner."""
        self._finished.set()

    def check(self) -> None:
        """Raises CancelledError when it was asked to stop."""
        if self.is_cancelled:
            raise CancelledError

    def step(self, done: int, total: int, words: str) -> None:
        """Report from the working thread; raises CancelledError when asked to stop."""
        self.check()
        now = time.monotonic()
        if done >= total or now - self._reported_at >= REPORT_EVERY:
            self._reported_at = now
            self._report(self, Step(done, total, words))


@dataclass(frozen=True, slots=True)
class _Listener:
    """Whom to tell; a bound method does not keep its object alive."""

    owner: weakref.ref[QObject] | None
    done: Callable[[], Call | None]
    failed: Callable[[], Call | None]
    progressed: Callable[[], Call | None]

    def is_alive(self) -> bool:
        if self.owner is None:
            return True
        owner = self.owner()
        return owner is not None and isValid(owner)


class Jobs(QObject):
    """Runs work off the interface thread and hands its result back on it.

    `activity` carries the named work still under way with its last step, for the status bar;
    `troubled` an error nobody asked to hear of; `crashed` the first of each unknown fault.
    """

    activity = Signal(object)
    troubled = Signal(object)
    crashed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN)
        self._pools = {lane: QThreadPool(self) for lane in Lane}
        self._pools[READ].setMaxThreadCount(max(2, min(4, QThread.idealThreadCount())))
        self._pools[WRITE].setMaxThreadCount(1)
        self._pools[BEHIND].setMaxThreadCount(LONG_WORK)
        self._open: dict[Ticket, _Listener] = {}
        self._steps: dict[Ticket, Step] = {}
        self._seen_faults: set[str] = set()
        self.is_closed = False
        self._arrived.connect(self._on_arrived)

    def run(
        self,
        work: Callable[[Progress], T],
        *,
        owner: QObject | None,
        done: Callable[[T], object] | None = None,
        failed: Callable[[ClosetError], object] | None = None,
        progressed: Callable[[Step], object] | None = None,
        lane: Lane = READ,
        name: str = "",
    ) -> Ticket:
        """Start `work(progress)`; a dead `owner` hears nothing more.

        Work with a `name` is shown in the status bar; a write without one is brief.
        `failed` gets a ClosetError whose words can be shown as they are.
        """
        ticket = Ticket(name, self._report, lane=lane, brief=lane is WRITE and not name)
        living = None if owner is None else weakref.ref(owner)
        self._open[ticket] = _Listener(living, _hold(done), _hold(failed), _hold(progressed))
        self._pools[lane].start(lambda: self._work(ticket, work))
        self._tell_activity()
        return ticket

    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._open

    def is_busy(self) -> bool:
        """Whether the seller waits for anything; what goes on unnamed behind does not count."""
        return any(ticket.name or ticket.lane is not BEHIND for ticket in self._open)

    def close(self, patience_ms: int = 20_000) -> bool:
        """Finish what is brief, ask the rest to stop; False when something still runs."""
        self.is_closed = True
        for ticket in self._open:
            if not ticket.brief:
                ticket.cancel()
        ended = [pool.waitForDone(patience_ms) for pool in self._pools.values()]
        return all(ended)

    def _on_arrived(self, deliver: Callable[[], None]) -> None:
        deliver()

    def _work(self, ticket: Ticket, work: Callable[[Progress], object]) -> None:
        """On the working thread: the program's one blanket except."""
        try:
            ticket.check()
            value = work(ticket)
        except ClosetError as trouble:
            self._post(ticket, "failed", trouble)
        except Exception as fault:
            log.exception("A piece of work failed")
            self._post(ticket, "failed", unexpected(fault))
        else:
            self._post(ticket, "done", value)

    def _post(self, ticket: Ticket, end: str, value: object) -> None:
        ticket.finish()
        try:
            self._arrived.emit(lambda: self._deliver(ticket, end, value))
        except RuntimeError:
            log.info("Work ended after the window was gone")

    def _report(self, ticket: Ticket, step: Step) -> None:
        self._arrived.emit(lambda: self._deliver_step(ticket, step))

    def _deliver_step(self, ticket: Ticket, step: Step) -> None:
        listener = self._open.get(ticket)
        if listener is None or not listener.is_alive():
            return
        self._steps[ticket] = step
        self._tell_activity()
        tell = listener.progressed()
        if tell is not None:
            tell(step)

    def _deliver(self, ticket: Ticket, end: str, value: object) -> None:
        listener = self._open.pop(ticket)
        self._steps.pop(ticket, None)
        self._tell_activity()
        if isinstance(value, UnexpectedError):
            self._tell_crash(value)
        if not listener.is_alive() or isinstance(value, CancelledError):
            return
        tell = listener.done() if end == "done" else listener.failed()
        if tell is not None:
            tell(value)
        elif end == "failed" and not isinstance(value, UnexpectedError):
            self.troubled.emit(value)

    def _tell_crash(self, fault: UnexpectedError) -> None:
        place = str(fault.facts["place"])
        if place not in self._seen_faults:
            self._seen_faults.add(place)
            self.crashed.emit(fault)

    def _tell_activity(self) -> None:
        named = [(ticket, self._steps.get(ticket)) for ticket in self._open if ticket.name]
        self.activity.emit(named)


def _hold(call: Call | None) -> Callable[[], Any]:
    """A way to the callable that does not keep a bound method's widget alive."""
    if isinstance(call, MethodType):
        return weakref.WeakMethod(call)
    return lambda: call


def unexpected(fault: BaseException) -> UnexpectedError:
    """A fault of ours in sentences; its fact `place` names the kind and where it happened."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{type(fault).__name__}:{trace.tb_frame.f_code.co_name if trace else ''}"
    return UnexpectedError(
        say("Something in Closet went wrong."),
        safe=say("What was saved before is safe."),
        remedy=say("Try again; if it happens again, send us the report."),
        place=place,
        fault=fault,
    )
