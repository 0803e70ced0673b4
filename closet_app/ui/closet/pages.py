"""Cards by row, read a page at a time and kept while they are looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from closet_app.services.records import Card

PAGE = 256
"""Rows read together: 256 cards cost a few milliseconds on the interface thread."""
KEPT = 16
"""Pages kept: 4,096 cards are about 6 MB."""

ReadCards = Callable[[Sequence[int]], Sequence[Card]]


class CardPages:
    """Looks cards up by id through pages of neighbouring rows."""

    def __init__(self, read: ReadCards) -> None:
        self._read = read
        self._pages: OrderedDict[int, dict[int, Card]] = OrderedDict()

    def card(self, ids: Sequence[int], row: int) -> Card | None:
        """The card of the piece in `row` of `ids`; None when it is no more."""
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            page = self._load(ids, number)
        else:
            self._pages.move_to_end(number)
        return page.get(ids[row])

    def forget(self) -> None:
        """Read everything again when it is next looked at."""
        self._pages.clear()

    def forget_rows(self, rows: Iterable[int]) -> None:
        """Read these rows again when they are next looked at."""
        for number in {row // PAGE for row in rows}:
            self._pages.pop(number, None)

    def forget_from(self, row: int) -> None:
        """Forget the page that holds `row` and those after it."""
        self.forget_rows([number * PAGE for number in self._pages if number >= row // PAGE])

    def _load(self, ids: Sequence[int], number: int) -> dict[int, Card]:
        wanted = ids[number * PAGE : (number + 1) * PAGE]
        page = self._pages[number] = {card.id: card for card in self._read(wanted)}
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        return page
