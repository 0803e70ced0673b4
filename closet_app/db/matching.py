"""A parsed query as masks over ids: one mask for each term, all of which must hold."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import numpy as np
from sqlalchemy import Connection

from closet_app.db.columns import NONE, ManyColumn, Mask, Numbers, TextColumn, between, value_key
from closet_app.db.gathering import FILLED_BIT
from closet_app.db.shelf import Shelf
from closet_app.db.words import (
    ids_of_number,
    ids_of_words,
    phrase_expression,
    title_expression,
    word_expression,
)
from closet_app.domain.query import Bound, Has, Match, Phrase, Query, Range, Term, Words
from closet_app.domain.text import fold

TEXT_OF_KEY = {
    "brand": "brand",
    "department": "department",
    "category": "category",
    "subcategory": "subcategory",
    "size": "size",
    "status": "status",
    "bin": "bin",
    "source": "source",
    "condition": "condition",
    "material": "material",
    "upc": "upc",
    "owner": "ownership",
}
NUMBER_OF_KEY = {
    "price": "asking_minor",
    "cost": "cost_minor",
    "keep": "keep_minor",
    "floor": "floor_minor",
    "quantity": "quantity",
    "photos": "photos",
    "acquired": "acquired_on",
    "listed": "listed_since",
}
MANY_KEYS = frozenset({"color", "style", "tag", "on", "sold_on"})
WORD_KEYS = frozenset({"material"})
"""Keys whose values are sentences: a value matches when its words are among them."""

ANYWHERE = "any"
_EPOCH = date(1970, 1, 1)
_AGEING = ("listed", "on hold")


class Matcher:
    """Answers the terms of one query; `today` is the seller's calendar day."""

    def __init__(self, shelf: Shelf, connection: Connection, today: date) -> None:
        self._shelf = shelf
        self._connection = connection
        self._today = today

    def masks(self, query: Query) -> list[tuple[str, Mask]]:
        """The ids for which the terms hold, each with the key whose values it chooses from.

        Words and `has:` choose no value: their key is empty.
        """
        expression = all_words(query)
        words = [("", self._words(expression))] if expression else []
        return words + self.other_masks(query)

    def other_masks(self, query: Query) -> list[tuple[str, Mask]]:
        """The masks of all terms but those that `all_words` asks for."""
        others = [term for term in query.terms if not _is_plain_word(term)]
        return [(_filtered(term), self._mask(term)) for term in others]

    def _mask(self, term: Term) -> Mask:
        match term:
            case Words() | Phrase():
                found = self._words(_expression(term))
            case Match():
                found = self._match(term)
            case Range():
                found = self._range(term)
            case Has(key):
                found = self._has(key)
        return ~found if term.negated else found

    def ages(self) -> Numbers:
        """Days each piece has been listed until today; NONE for what is not on sale."""
        since = self._shelf.numbers["listed_since"].data
        ageing = np.zeros(len(self._shelf.texts["status"].values.keys), np.bool_)
        for status in _AGEING:
            ageing |= self._shelf.texts["status"].values.matching(status)
        listed = (since != NONE) & self._shelf.texts["status"].matching(ageing)
        return np.where(listed, _day(self._today) - since, NONE)

    def _words(self, expression: str) -> Mask:
        if not expression:
            return np.ones(self._shelf.size, np.bool_)
        return ids_of_words(self._connection, expression, self._shelf.size)

    def _match(self, term: Match) -> Mask:
        found = np.zeros(self._shelf.size, np.bool_)
        for value in term.values:
            found |= self._value(term.key, value.text, prefix=value.prefix)
        return found

    def _value(self, key: str, text: str, *, prefix: bool) -> Mask:
        if key == "sku":
            return ids_of_number(self._connection, fold(text), self._shelf.size, prefix=prefix)
        if key == "title":
            return self._words(title_expression(text, prefix=prefix))
        if key == "on" and value_key(text) == ANYWHERE:
            return self._has("listing")
        column = self.column(key)
        wanted = column.values.matching(value_key(text), prefix=prefix)
        if key in WORD_KEYS:
            wanted |= _containing(column, value_key(text), prefix=prefix)
        return column.matching(wanted)

    def column(self, key: str) -> TextColumn | ManyColumn:
        """The column of values behind a key of kind text."""
        shelf = self._shelf
        many = {
            "color": shelf.colors,
            "style": shelf.styles,
            "tag": shelf.tags,
            "on": shelf.listed_on,
            "sold_on": shelf.sold_on,
        }
        return many[key] if key in MANY_KEYS else shelf.texts[TEXT_OF_KEY[key]]

    def has_values(self, key: str) -> bool:
        """Whether `key` has values that can be listed."""
        return key in TEXT_OF_KEY or key in MANY_KEYS

    def _range(self, term: Range) -> Mask:
        if term.key == "sold":
            sold = self._shelf.sold_days
            return sold.where(between(sold.data, _number(term.low), _number(term.high)))
        if term.key == "added":
            return _added(self._shelf.numbers["created_at"].data, term)
        if term.key == "age":
            numbers = self.ages()
        else:
            numbers = self._shelf.numbers[NUMBER_OF_KEY[term.key]].data
        return between(numbers, _number(term.low), _number(term.high))

    def _has(self, key: str) -> Mask:
        if key == "listing":
            return self._shelf.listed_on.present()
        if key == "photo":
            return between(self._shelf.numbers["photos"].data, 1, None)
        filled: Mask = (self._shelf.numbers["filled"].data & FILLED_BIT[key]) != 0
        return filled


def all_words(query: Query) -> str:
    """One full-text expression for all words that are asked for, not for those left out."""
    asked = [term for term in query.terms if _is_plain_word(term)]
    return " AND ".join(f"({said})" for term in asked if (said := _expression(term)))


def _filtered(term: Term) -> str:
    return term.key if isinstance(term, Match | Range) else ""


def _is_plain_word(term: Term) -> bool:
    return isinstance(term, Words | Phrase) and not term.negated


def _expression(term: Term) -> str:
    if isinstance(term, Words):
        return word_expression(term.text, prefix=term.prefix)
    return phrase_expression(term.text) if isinstance(term, Phrase) else ""


def _containing(column: TextColumn | ManyColumn, key: str, *, prefix: bool) -> Mask:
    found = [
        f" {key}" in f" {known}" if prefix else f" {key} " in f" {known} "
        for known in (known.replace(",", " ").replace("%", " ") for known in column.values.keys)
    ]
    return np.array(found, np.bool_)


def _added(moments: Numbers, term: Range) -> Mask:
    after = None if term.high is None else _first_moment(term.high, days=1) - 1
    return between(moments, None if term.low is None else _first_moment(term.low), after)


def _first_moment(day: Bound, days: int = 0) -> int:
    if not isinstance(day, date):
        return int(day)
    # Midnight where the seller is, whatever the clocks did since.
    begins = datetime.combine(day + timedelta(days=days), time()).astimezone(UTC)
    return (begins - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(seconds=1)


def _number(bound: Bound | None) -> int | None:
    return _day(bound) if isinstance(bound, date) else bound


def _day(day: date) -> int:
    return (day - _EPOCH).days
