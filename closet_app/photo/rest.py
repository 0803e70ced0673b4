"""Photos come in, or the store is looked through: never both at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class Rest:
    """Photos whose rows are not written yet look like strays; nobody may tidy them away."""

    def __init__(self) -> None:
        self._turn, self._arrivals = Lock(), 0

    @contextmanager
    def broken(self) -> Iterator[None]:
        """While photos come in; waits for a look through the store that is under way."""
        with self._turn:
            self._arrivals += 1
        try:
            yield
        finally:
            with self._turn:
                self._arrivals -= 1

    @contextmanager
    def kept(self) -> Iterator[bool]:
        """While the store is looked through; False when photos are coming in."""
        with self._turn:
            yield not self._arrivals
