"""Faults of ours: written to the log without personal data, told once each."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from closet_app.paths import log_folder
from closet_app.ui.jobs import UnexpectedError, unexpected

LOG_NAME = "closet.log"
LARGEST_LOG = 500_000
log = logging.getLogger(__name__)


class _FramesOnly(logging.Formatter):
    """Where it happened and of what kind; a message could hold a buyer's name or a path."""

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        frames = traceback.extract_tb(ei[2])
        places = [f"  {Path(at.filename).name}:{at.lineno} {at.name}" for at in frames]
        return "\n".join([*places, ei[0].__name__ if ei[0] else ""])


class FaultKeeper:
    """Takes what no slot caught: logs it, and tells each place of a fault once."""

    def __init__(
        self, tell: Callable[[UnexpectedError], object], folder: Path | None = None
    ) -> None:
        self._tell = tell
        self._told: set[str] = set()
        self._handler = _open_log(folder or log_folder())
        self._before = sys.excepthook
        sys.excepthook = self.take

    def take(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Called by Python with what nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, fault, trace)
            return
        log.error("Something went wrong", exc_info=(kind, fault, trace))
        error = unexpected(fault)
        place = str(error.facts["place"])
        if place not in self._told:
            self._told.add(place)
            self._tell(error)

    def close(self) -> None:
        """Leave faults to Python again."""
        sys.excepthook = self._before
        if self._handler is not None:
            logging.getLogger("closet_app").removeHandler(self._handler)
            self._handler.close()


def _open_log(folder: Path) -> logging.Handler | None:
    """No log is better than no window: a folder that cannot be written is passed over."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / LOG_NAME, maxBytes=LARGEST_LOG, backupCount=1, encoding="utf-8", delay=True
        )
        handler.setFormatter(_FramesOnly("%(asctime)s %(levelname)s %(name)s %(message)s"))
        logging.getLogger("closet_app").addHandler(handler)
        return handler
    return None
