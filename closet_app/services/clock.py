"""What time it is for the seller: one source, so that tests and screenshots can fix it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time


def _local_now() -> datetime:
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Clock:
    """`now()` is aware and in the seller's zone; the calendar day follows from it."""

    now: Callable[[], datetime] = _local_now

    def today(self) -> date:
        """The seller's calendar day."""
        return self.now().date()


def fixed_clock(day: date, at: time = time(14, 32)) -> Clock:
    """A clock that stands still on `day`."""
    moment = datetime.combine(day, at).astimezone()
    return Clock(lambda: moment)
