"""Typed failures: they carry data, and `wording` turns them into sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any


class ClosetError(Exception):
    """A failure whose cause and remedy are known.

    `what` says what happened, `safe` what was not touched, `remedy` what to do next;
    all three are whole plain-text sentences or empty.
    """

    def __init__(self, what: str, *, safe: str = "", remedy: str = "", **facts: Any) -> None:
        super().__init__(what)
        self.what = what
        self.safe = safe
        self.remedy = remedy
        self.facts: dict[str, Any] = facts

    def __str__(self) -> str:
        """The sentences in reading order."""
        return " ".join(part for part in (self.what, self.safe, self.remedy) if part)


class UserError(ClosetError):
    """What was asked cannot be done; said in place, beside the field or the row."""


class InvalidValueError(UserError):
    """A typed value that its field cannot hold; `field` names it."""

    def __init__(self, what: str, *, field: str = "", remedy: str = "", **facts: Any) -> None:
        super().__init__(what, remedy=remedy, **facts)
        self.field = field


class NotFoundError(UserError):
    """Something named does not exist in this closet."""


class PhotoError(UserError):
    """A file that cannot be taken in as a photo; `path` names it, the rest goes on."""

    def __init__(self, path: Path, what: str, *, safe: str = "", remedy: str = "") -> None:
        super().__init__(what, safe=safe, remedy=remedy)
        self.path = path


class MachineError(ClosetError):
    """The machine refuses: disk full, file locked, printer gone; shown with a remedy."""


class ClosetBusyError(MachineError):
    """Another program has this closet folder open."""


class NewerClosetError(MachineError):
    """The closet was written by a newer version and is not touched."""


class DamagedClosetError(MachineError):
    """The closet's database cannot be trusted; a backup is offered."""


class CancelledError(ClosetError):
    """The seller stopped the work; never shown."""

    def __init__(self) -> None:
        super().__init__("Stopped.")
