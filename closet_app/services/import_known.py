"""The pieces of the closet by what tells them apart, to find the rows that are here already."""

from __future__ import annotations

from collections import Counter
from datetime import date

from closet_app.db import sheets
from closet_app.db.ledger import Reading
from closet_app.domain.item import ItemFacts
from closet_app.domain.money import Money
from closet_app.domain.sku import sku_key
from closet_app.domain.text import fold
from closet_app.exchange.candidates import row_key
from closet_app.wording import tr


class Known:
    """The closet as it was when the reading began; each piece stands for one row of a file."""

    def __init__(self, connection: Reading, currency: str) -> None:
        self._connection = connection
        self._currency = currency
        self._titles = sheets.titles_by_number(connection)
        self._alike: Counter[str] | None = None

    def words_for(self, facts: ItemFacts) -> str:
        """Why a row's piece counts as here already; empty when it does not.

        By its number, else by title, brand, size, cost and day: then a second equal row needs a
        second equal piece.
        """
        if facts.sku:
            found = self._titles.get(sku_key(facts.sku))
            return "" if found is None else _number_words(facts, *found)
        return tr("A piece like this is here already.") if self._takes(row_key(facts)) else ""

    def _takes(self, key: str) -> bool:
        if self._alike is None:
            found = sheets.identities(self._connection)
            self._alike = Counter(self._key(*each) for each in found)
        if not self._alike[key]:
            return False
        self._alike[key] -= 1
        return True

    def _key(self, title: str, brand: str, size: str, cost: int | None, day: str | None) -> str:
        return row_key(
            ItemFacts(
                title=title,
                brand=brand,
                size=size,
                cost_price=None if cost is None else Money(cost, self._currency),
                acquired_on=date.fromisoformat(day) if day else None,
            )
        )


def _number_words(facts: ItemFacts, title: str, in_trash: bool) -> str:  # noqa: FBT001 - a row
    if in_trash:
        words = tr("Number {sku} is in Trash.")
    elif fold(title) == fold(facts.title):
        words = tr("Number {sku} is here already.")
    else:
        words = tr("Number {sku} is here already, as “{title}”.")
    return words.replace("{sku}", facts.sku).replace("{title}", title)
