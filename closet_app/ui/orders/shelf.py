"""Reads the list of orders off the interface thread."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from closet_app.domain.progress import Progress
from closet_app.services.closet import Closet
from closet_app.services.order_views import group_counts, list_orders
from closet_app.services.records import OrderRow
from closet_app.ui.desk import Desk
from closet_app.ui.orders.list_pane import GROUPS, TO_PACK


@dataclass(frozen=True, slots=True)
class Listing:
    """The orders of one group that a search finds, and how many each group has."""

    group: str
    text: str
    counts: dict[str, int]
    rows: tuple[OrderRow, ...]


class Shelf(QObject):
    """Holds group and search; `read` carries a `Listing` for the newest question alone."""

    read = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._round = 0
        self.group = TO_PACK
        self.text = ""

    def ask(self) -> None:
        """Read the list; an answer to an older question is dropped."""
        self._round += 1
        closet, question = self._desk.closet, (self._round, self.group, self.text)
        self._desk.jobs.run(
            lambda _progress: (question[0], _read(closet, question[1], question[2], _progress)),
            owner=self,
            done=self._on_read,
        )

    def _on_read(self, answer: tuple[int, Listing]) -> None:
        number, listing = answer
        if number == self._round:
            self.group = listing.group
            self.read.emit(listing)


def _read(closet: Closet, group: str, text: str, _progress: Progress) -> Listing:
    """A search that finds nothing in its own group shows the first group where it does."""
    counts = group_counts(closet, text)
    if text and not counts[group]:
        group = next((name for name in GROUPS if counts[name]), group)
    return Listing(group, text, counts, tuple(list_orders(closet, group, text)))
