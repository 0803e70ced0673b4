"""The pages of the shown order: made in jobs as its choices change, the newest wish first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from itertools import count

from PySide6.QtCore import QObject, Signal

from closet_app.services.card_drafts import CardDrafts
from closet_app.services.closet import Closet
from closet_app.ui.jobs import READ, Jobs
from closet_app.ui.print_room.making import Made, Wish, make

MOST_KEPT = 48
"""Files of pages that are kept: a day's orders with slip, card and label."""

DRAFT = "draft"
"""The front of the card whose note is being edited; every other slot is named by its kind."""

_serials = count(1)


class Previews(QObject):
    """Answers what was made of each wish; `changed` carries the slot that is another now.

    At most one file of a slot is under way: what is wished meanwhile is made after it, and only
    the newest of it, so that typing is followed at the pace of the machine.
    """

    changed = Signal(object)

    def __init__(self, closet: Closet, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._closet = closet
        self._jobs = jobs
        self._drafts = CardDrafts(closet)
        self._wanted: dict[str, Wish] = {}
        self._kept: OrderedDict[Wish, Made] = OrderedDict()
        self._latest: dict[str, Made] = {}
        self._under_way: dict[str, Wish] = {}
        self._turn = 0

    def show(self, wanted: Mapping[str, Wish]) -> None:
        """Make these, and nothing else any more."""
        gone = [slot for slot in self._wanted if slot not in wanted and slot != DRAFT]
        self._wanted = dict(wanted)
        self._latest.pop(DRAFT, None)
        for slot in gone:
            self._latest.pop(slot, None)
            self.changed.emit(slot)
        for slot in wanted:
            self._look(slot)

    def wish(self, slot: str, wish: Wish) -> None:
        """Make this in a slot instead."""
        self._wanted[slot] = wish
        self._look(slot)

    def drop(self, slot: str) -> None:
        """Make nothing in a slot any more, and show nothing of it."""
        self._wanted.pop(slot, None)
        self._latest.pop(slot, None)
        self.changed.emit(slot)

    def forget(self) -> None:
        """The closet is another now: what was made is not kept for the next wish."""
        self._turn += 1
        self._drafts = CardDrafts(self._closet)
        self._kept.clear()

    def made(self, slot: str) -> Made | None:
        """The newest file in a slot; it stays until the next one is there."""
        return self._latest.get(slot) if slot in self._wanted else None

    def is_settled(self) -> bool:
        """Whether everything shown is what was wished for last."""
        return not self._under_way and all(
            slot in self._latest and self._latest[slot].wish == wish
            for slot, wish in self._wanted.items()
        )

    def _look(self, slot: str) -> None:
        wish = self._wanted[slot]
        known = self._kept.get(wish)
        if known is not None:
            self._kept.move_to_end(wish)
            self._take(slot, known)
        elif slot not in self._under_way:
            self._make(slot, wish)

    def _make(self, slot: str, wish: Wish) -> None:
        self._under_way[slot] = wish
        closet, drafts, turn, serial = self._closet, self._drafts, self._turn, next(_serials)
        self._jobs.run(
            lambda progress: make(closet, wish, serial, progress, drafts),
            owner=self,
            done=lambda made: self._on_made(slot, turn, made),
            failed=lambda error: self._on_made(slot, turn, Made(wish, serial, error=error)),
            lane=READ,
        )

    def _on_made(self, slot: str, turn: int, made: Made) -> None:
        self._under_way.pop(slot, None)
        wanted = self._wanted.get(slot)
        if turn == self._turn:
            self._keep(made)
        if wanted is None:
            return
        if wanted.order_id == made.wish.order_id and turn == self._turn:
            self._take(slot, made)
        if wanted != made.wish or turn != self._turn:
            self._look(slot)

    def _keep(self, made: Made) -> None:
        self._kept[made.wish] = made
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)

    def _take(self, slot: str, made: Made) -> None:
        self._latest[slot] = made
        self.changed.emit(slot)
