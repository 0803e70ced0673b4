"""The designs as small cards: each is a page of its own PDF, saying what the large one says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from closet_app.domain.progress import Progress
from closet_app.services.card_papers import papers_of
from closet_app.services.closet import Closet
from closet_app.services.design_fields import Design
from closet_app.services.design_previews import Card
from closet_app.ui.designs.live_preview import face_of
from closet_app.ui.jobs import READ, Jobs, Ticket


@dataclass(frozen=True, slots=True)
class Small:
    """One design saying something, so many pixels wide."""

    design: Design
    card: Card
    width: int


class Thumbnails(QObject):
    """Draws what is not drawn yet in one job, the newest wish instead of the one before."""

    arrived = Signal()

    def __init__(self, closet: Closet, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._closet = closet
        self._jobs = jobs
        self._kept: dict[Small, QImage | None] = {}
        self._latest: dict[str, QImage | None] = {}
        self._ticket: Ticket | None = None

    def get(self, design_id: str) -> QImage | None:
        """How a design looked last."""
        return self._latest.get(design_id)

    def draw(self, wanted: Sequence[Design], card: Card, width: int) -> None:
        """Show these designs and forget all others."""
        if self._ticket is not None:
            self._ticket.cancel()
        smalls = [Small(each, card, width) for each in wanted]
        known, closet = dict(self._kept), self._closet
        self._ticket = self._jobs.run(
            lambda progress: {
                each: known[each] if each in known else _drawn(closet, each, progress)
                for each in smalls
            },
            owner=self,
            done=self._on_drawn,
            lane=READ,
        )

    def _on_drawn(self, drawn: Mapping[Small, QImage | None]) -> None:
        self._kept = dict(drawn)
        self._latest = {small.design.id: image for small, image in drawn.items()}
        self.arrived.emit()


def _drawn(closet: Closet, small: Small, progress: Progress) -> QImage | None:
    stocks = papers_of(closet, small.design)
    if not stocks:
        return None
    return face_of(small.card, small.design, stocks[0], small.width, progress)
