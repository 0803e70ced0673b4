"""What may stand in the blank fields of a piece to be; worked out once for the same photos."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

from closet_app.db.balances import count_orders
from closet_app.db.intake_records import IntakeGroupRecord
from closet_app.db.items import newest_item_id
from closet_app.db.records import PhotoRecord
from closet_app.domain.suggestions import Suggestion
from closet_app.services.closet import Closet
from closet_app.services.intake.seen import Seen
from closet_app.services.intake.texts import Texts
from closet_app.services.suggesting import suggestions_for

MOST_KEPT = 2_048
"""Groups whose suggestions are kept: more than any session has."""

Found = Mapping[str, Suggestion]
_kept: OrderedDict[tuple[object, ...], Found] = OrderedDict()
_turn = Lock()


@dataclass(frozen=True, slots=True)
class Suggesting:
    """Suggests for any group of an intake; `stock` tells whether pieces or sales came since."""

    closet: Closet
    seen: Seen
    texts: Texts
    stock: tuple[int, int]

    def of(
        self, group: IntakeGroupRecord, photos: Sequence[PhotoRecord], given: Mapping[str, str]
    ) -> Found:
        """By field, without those that were waved away or whose field is filled in."""
        shown = [photo.sha256 for photo in photos if not photo.left_out]
        facts = {**given, **dict(group.facts)}
        rows = tuple(self.seen.rows.get(sha256) for sha256 in shown)
        key = (self.closet.folder, self.stock, rows, tuple(facts.items()), group.dismissed)
        with _turn:
            found = _kept.get(key)
        if found is None:
            found = self._worked_out(shown, facts, group.dismissed)
            _keep(key, found)
        return found

    def _worked_out(
        self, shown: Sequence[str], facts: Mapping[str, str], dismissed: Sequence[str]
    ) -> Found:
        looks = [(sha256, self.seen.looks.get(sha256)) for sha256 in shown]
        seen = [
            (sha256, look.measures if look else None, look.reading if look else None)
            for sha256, look in looks
        ]
        typed = {key: self.texts.shown(key, text) for key, text in facts.items()}
        return suggestions_for(self.closet, seen, typed, dismissed)


def suggesting_of(closet: Closet, seen: Seen, texts: Texts) -> Suggesting:
    """Ready to suggest; prices and brands of the seller's own are looked up anew after a sale."""
    with closet.database.read() as connection:
        stock = newest_item_id(connection), count_orders(connection)
    return Suggesting(closet, seen, texts, stock)


def _keep(key: tuple[object, ...], found: Found) -> None:
    with _turn:
        _kept[key] = found
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
