"""Whatever is asked of whatever closet: the answer is what reading every row would give."""

from __future__ import annotations

import tempfile
import unicodedata
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from closet_app.db.engine import Database
from closet_app.db.search import Search
from closet_app.db.tables import Item
from closet_app.domain.query import Has, Match, Phrase, Query, Range, Term, Value, Words
from tests.db.samples import AT, TODAY, add_item, add_listing, new_closet

WORDS = ("tee", "Tea", "té", "dress", "자켓", "여성용", "花柄", "wrap", "x", "B-04", "brûlée")
BRANDS = ("Madewell", "madewell", "Free People", "무신사", "")
SIZES, COLORS = ("S", "M", "XL", "10"), ("Cream", "Red", "Blue")
STATUSES = ("draft", "listed", "on_hold", "archived", "sold")
PLACES = ("ebay", "depop")

texts = st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)
pieces = st.fixed_dictionaries(
    {
        "title": texts,
        "notes": texts,
        "brand": st.sampled_from(BRANDS),
        "size": st.sampled_from(SIZES),
        "status": st.sampled_from(STATUSES),
        "colors": st.lists(st.sampled_from(COLORS), max_size=2).map(tuple),
        "asking_minor": st.none() | st.integers(0, 5),
        "quantity": st.integers(0, 2),
        "listed_since": st.none() | st.integers(0, 99).map(lambda ago: TODAY - timedelta(days=ago)),
        "deleted_at": st.sampled_from((None, None, None, AT)),
        "on": st.sets(st.sampled_from(PLACES)),
    }
)
word_terms = st.builds(
    Words, st.sampled_from((*WORDS, "t", "켓", "성")), st.booleans(), st.booleans()
)
phrases = st.builds(
    lambda first, second, negated: Phrase(f"{first} {second}", negated),
    st.sampled_from(("tee", "dress", "wrap", "x")),
    st.sampled_from(("tee", "dress", "wrap", "x")),
    st.booleans(),
)
MATCHED = {"brand": BRANDS[:-1], "size": SIZES, "status": STATUSES, "color": COLORS, "on": PLACES}
matches = st.sampled_from(sorted(MATCHED)).flatmap(
    lambda key: st.builds(
        lambda values, negated: Match(key, tuple(Value(value) for value in values), negated),
        st.lists(st.sampled_from(MATCHED[key]), min_size=1, max_size=2),
        st.booleans(),
    )
)
bounds = st.tuples(st.none() | st.integers(0, 60), st.none() | st.integers(0, 60)).filter(any)
ranges = st.builds(
    lambda key, limits, negated: Range(key, limits[0], limits[1], negated),
    st.sampled_from(("price", "age", "quantity")),
    bounds,
    st.booleans(),
)
has = st.builds(Has, st.sampled_from(("price", "brand", "color", "listing")), st.booleans())
queries = st.lists(word_terms | phrases | matches | ranges | has, max_size=3).map(
    lambda terms: Query(tuple(terms))
)


class Row:
    """One piece as a person reads it."""

    def __init__(self, item_id: int, facts: dict[str, Any]) -> None:
        self.id = item_id
        self.facts = facts
        self.words = [*_words(facts["title"]), "", *_words(f"jl-{item_id:04}")]
        for name in ("brand", "size", "status", "notes"):
            self.words += [] if name == "status" else _words(facts[name])
        self.words += [word for color in facts["colors"] for word in _words(color)]

    def fits(self, term: Term) -> bool:
        """Whether one term holds."""
        return self._holds(term) != term.negated

    def _holds(self, term: Term) -> bool:
        match term:
            case Words(text, prefix):
                return all(self._has_word(word, prefix=prefix) for word in _words(text))
            case Phrase(text):
                return f" {' '.join(_words(text))} " in f" {' '.join(self.words)} "
            case Match(key, values):
                return bool(set(self._values(key)) & {_plain(value.text) for value in values})
            case Range(key, low, high):
                number = self._number(key)
                within = number is not None and (low is None or number >= low)  # type: ignore[operator]  # no dates here
                return within and (high is None or number <= high)  # type: ignore[operator]  # see above
            case Has(key):
                return {
                    "price": self.facts["asking_minor"] is not None,
                    "brand": bool(self.facts["brand"]),
                    "color": bool(self.facts["colors"]),
                    "listing": bool(self.facts["on"]),
                }[key]

    def _has_word(self, wanted: str, *, prefix: bool) -> bool:
        if not wanted.isascii():
            return any(wanted in word for word in self.words)
        return any(word.startswith(wanted) if prefix else word == wanted for word in self.words)

    def _values(self, key: str) -> list[str]:
        if key == "color":
            return [_plain(color) for color in self.facts["colors"]]
        if key == "on":
            return list(self.facts["on"])
        return [_plain(self.facts[key])]

    def _number(self, key: str) -> int | None:
        if key == "price":
            return self.facts["asking_minor"]  # type: ignore[no-any-return]  # drawn above
        if key == "quantity":
            return int(self.facts["quantity"])
        since: date | None = self.facts["listed_since"]
        on_sale = self.facts["status"] in {"listed", "on_hold"}
        return (TODAY - since).days if since and on_sale else None


def _plain(text: str) -> str:
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFD", text.casefold())
        if not "\u0300" <= letter <= "\u036f"
    )
    return unicodedata.normalize("NFC", bare).replace("_", " ")


def _words(text: str) -> list[str]:
    return _plain(text).replace("-", " ").split()


def _fill(database: Database, drawn: list[dict[str, Any]]) -> list[Row]:
    rows = []
    with database.write("Draw") as work:
        for item in work.where(Item):
            item.deleted_at = AT
            item.title = item.notes = item.brand = ""
        for facts in drawn:
            number = 1 + max((item.id for item in work.where(Item)), default=0)
            given_facts = {name: value for name, value in facts.items() if name != "on"}
            item = add_item(work, number, **given_facts)
            for place in sorted(facts["on"]):
                add_listing(work, item, place)
            rows.append(Row(item.id, facts))
    return rows


def _counted(rows: list[Row], key: str) -> Counter[str]:
    return Counter(value for row in rows for value in set(row._values(key)) if value)  # noqa: SLF001 - the oracle of this file


@settings(max_examples=60, phases=(Phase.explicit, Phase.generate))
@given(drawn=st.lists(pieces, max_size=9), asked=st.lists(queries, min_size=3, max_size=9))
def test_ids_counts_and_facets_are_those_of_the_rows(
    drawn: list[dict[str, Any]], asked: list[Query]
) -> None:
    with tempfile.TemporaryDirectory() as made:
        database = new_closet(Path(made))
        search = Search(database)
        assert search.find_ids(today=TODAY) == []
        rows = [row for row in _fill(database, drawn) if row.facts["deleted_at"] is None]
        for query in asked:
            _agree(search, rows, query)
        database.close()


def _agree(search: Search, rows: list[Row], query: Query) -> None:
    fitting = [row for row in rows if all(row.fits(term) for term in query.terms)]
    assert sorted(search.find_ids(query, today=TODAY)) == [row.id for row in fitting], query
    facets = search.facets(query, today=TODAY)
    assert facets.totals.count == len(fitting)
    for key in MATCHED:
        others = [term for term in query.terms if getattr(term, "key", "") != key or _is_has(term)]
        left = [row for row in rows if all(row.fits(term) for term in others)]
        counted = {_plain(value): count for value, count in facets.groups[key]}
        assert counted == _counted(left, key), (query, key)


def _is_has(term: Term) -> bool:
    return isinstance(term, Has)
