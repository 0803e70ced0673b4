"""Python's waste is looked through on the interface thread alone.

The interpreter looks through it on whichever thread happens to need memory. A dialog or a timer
in a ring would then end on a thread where it does not live, which Qt answers with a crash.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 400
AGES = (2, 1, 0)


class Sweeper(QObject):
    """Takes over from the interpreter, in the same rhythm by age; `close` hands it back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.sweep)

    def begin(self, *, after_ms: int = 0) -> None:
        """Sweep from now on, or later; what was made until then stays."""
        QTimer.singleShot(after_ms, self, self._begin)

    def sweep(self) -> None:
        """Look through the oldest generation that is due, if one is."""
        counts, limits = gc.get_count(), gc.get_threshold()
        due = (age for age in AGES if counts[age] > limits[age])
        for age in due:
            gc.collect(age)
            return

    def close(self) -> None:
        """Leave it to the interpreter again."""
        self._timer.stop()
        gc.enable()

    def _begin(self) -> None:
        gc.freeze()
        self._timer.start()
