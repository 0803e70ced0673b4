"""Ctrl-C and the system's wish to end, heard while Qt waits for events."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier

NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class SignalKeeper(QObject):
    """Calls `end` on the interface thread; Python alone would wait for the next event."""

    def __init__(self, end: Callable[[], object]) -> None:
        super().__init__()
        self._end = end
        self._hears, self._rings = socket.socketpair()
        for side in (self._hears, self._rings):
            side.setblocking(False)
        self._bell_before = signal.set_wakeup_fd(self._rings.fileno())
        self._notifier = QSocketNotifier(self._hears.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_rung)
        self._before = {
            number: signal.signal(number, _leave_to_the_bell)
            for name in NAMES
            if (number := getattr(signal, name, None)) is not None
        }

    def close(self) -> None:
        """Leave signals as they were."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._bell_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._hears.close()
        self._rings.close()

    def _on_rung(self) -> None:
        with suppress(BlockingIOError):
            self._hears.recv(64)
        self._end()


def _leave_to_the_bell(_number: int, _frame: object) -> None:
    """Python writes to the wakeup socket before it calls this."""
