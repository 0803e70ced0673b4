"""Looks at the photos of the opened piece in the background, once it stays open for a moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from closet_app.errors import ClosetError
from closet_app.services import photo_findings
from closet_app.services.photo_findings import PhotoFindings
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import BEHIND, READ, Ticket

PATIENCE_MS = 1_200
"""Nobody looks at the photos of a piece that is only passed on the way to another."""


class Looking(QObject):
    """`found` carries what is known so far of the photos of the piece begun last."""

    found = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._item = 0
        self._left: int | None = None
        self._ticket: Ticket | None = None
        self.patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self.patience.timeout.connect(self.look)

    def begin(self, item_id: int) -> None:
        """Tell what is known of this piece; what is not is looked at if it stays open."""
        if item_id != self._item:
            self.stop()
        self._item = item_id
        self._tell()

    def stop(self) -> None:
        """Look no further; what was seen is kept."""
        self.patience.stop()
        self._item, self._left = 0, None
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def _tell(self) -> None:
        closet, item_id = self._desk.closet, self._item
        if item_id:
            self._desk.jobs.run(
                lambda _progress: photo_findings.findings(closet, item_id),
                owner=self, done=self._on_found, failed=self._on_failed, lane=READ,
            )  # fmt: skip

    def _on_found(self, findings: PhotoFindings) -> None:
        if findings.item_id != self._item:
            return
        self.found.emit(findings)
        if self._ticket is None and findings.unseen > (self._left or 0):
            self.patience.start()

    def look(self) -> None:
        """Look now at what nobody has looked at."""
        closet, item_id = self._desk.closet, self._item
        self._ticket = self._desk.jobs.run(
            lambda progress: photo_findings.look_at(closet, item_id, progress),
            owner=self, done=self._on_seen, failed=self._on_failed, lane=BEHIND,
        )  # fmt: skip

    def _on_seen(self, seen: tuple[int, int]) -> None:
        item_id, left = seen
        if item_id == self._item:
            self._ticket, self._left = None, left
            self._tell()

    def _on_failed(self, _error: ClosetError) -> None:
        """Hints are an extra: a piece without them is as good as before."""
