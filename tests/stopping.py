"""A listener that stops work under way."""

from __future__ import annotations

from closet_app.errors import CancelledError


class StopsAfter:
    """Stops the work as soon as `done` of anything is through."""

    def __init__(self, done: int = 0) -> None:
        self._done = done

    def step(self, done: int, total: int, words: str) -> None:
        """Stop, or let the work go on."""
        if done >= self._done and total and words:
            raise CancelledError
