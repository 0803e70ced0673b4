"""Labels on their way to an order: tried one after the other, kept in the order they came."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject

from closet_app.domain.progress import Progress
from closet_app.errors import ClosetError
from closet_app.services import order_files
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ, Ticket
from closet_app.ui.words import say


class LabelLine(QObject):
    """Each label is looked at where reading runs, so that ticks do not wait for it, then kept.

    A seller who stops the look at one has stopped those that wait behind it.
    """

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: deque[tuple[int, Path]] = deque()
        self._ticket: Ticket | None = None

    def add(self, order_id: int, files: Iterable[Path]) -> None:
        """Put files behind those that wait already."""
        if self._ticket is not None and self._ticket.is_cancelled:
            self._ticket = None
            self._waiting.clear()
        self._waiting.extend((order_id, path) for path in files)
        if self._ticket is None:
            self._look()

    def _look(self) -> None:
        if not self._waiting:
            self._ticket = None
            return
        order_id, path = self._waiting.popleft()

        def look(progress: Progress) -> None:
            order_files.look_at_label(path)
            progress.step(1, 1, "")

        self._ticket = self._desk.jobs.run(
            look,
            owner=self,
            done=lambda _none: self._keep(order_id, path),
            failed=self._refuse,
            lane=READ,
            name=say("Looking at the label"),
        )

    def _keep(self, order_id: int, path: Path) -> None:
        closet = self._desk.closet
        self._desk.command(lambda: order_files.attach_label(closet, order_id, path))
        self._look()

    def _refuse(self, error: ClosetError) -> None:
        self._desk.tell_trouble(error)
        self._look()
