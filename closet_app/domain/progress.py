"""How long work reports and is stopped, without knowing who listens."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """The listener of one piece of work; called between its steps."""

    def step(self, done: int, total: int, words: str) -> None:
        """Take note that `done` of `total` is through; raises CancelledError when stopped."""


class _Silent:
    """Listens to nothing and never stops the work."""

    def step(self, done: int, total: int, words: str) -> None:
        """Let the work go on."""


SILENT: Progress = _Silent()
