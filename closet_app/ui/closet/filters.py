"""Facets and search tokens are one filter: the query's text, its tokens, and its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from closet_app.domain import query as language
from closet_app.domain.currencies import digits_of
from closet_app.domain.item import Condition
from closet_app.domain.money import Money
from closet_app.domain.query import Bound, Has, KeyKind, Match, Phrase, Query, Range, Term, Words
from closet_app.domain.status import ItemStatus
from closet_app.ui.closet.faces import Speech
from closet_app.ui.widgets.token_chip import TokenFace
from closet_app.ui.words import say
from closet_app.wording import say_condition, say_date, say_status

_STATUSES = {status.value for status in ItemStatus}
_CONDITIONS = {condition.value for condition in Condition}


@dataclass(frozen=True, slots=True)
class Filters:
    """Reads and says queries in one shop's currency and words."""

    currency: str
    speech: Speech

    def read(self, text: str) -> Query:
        """The query that a text means."""
        return language.parse(text, digits=digits_of(self.currency), today=self.speech.today)

    def write(self, query: Query) -> str:
        """The text that means a query."""
        return language.say(query, digits=digits_of(self.currency))

    def parts(self, query: Query) -> tuple[list[str], str]:
        """Its tokens, and its words as they are typed."""
        tokens = [self._said(term) for term in query.terms if not _is_typed(term)]
        return tokens, self.write(Query(tuple(term for term in query.terms if _is_typed(term))))

    def face(self, token: str) -> TokenFace:
        """How a token is shown: "department: Women", "price: $20-150"."""
        terms = self.read(token).terms
        if len(terms) != 1 or _is_typed(terms[0]):
            key, _colon, value = token.partition(":")
            return TokenFace(f"{key}:", value.strip('"'))
        return self.term_face(terms[0])

    def term_face(self, term: Term) -> TokenFace:
        """How one filter is shown."""
        minus = "−" if getattr(term, "negated", False) and not isinstance(term, Has) else ""
        if isinstance(term, Match):
            values = ", ".join(self.value(term.key, value.text) for value in term.values)
            return TokenFace(f"{minus}{say(term.key)}:", values)
        if isinstance(term, Range):
            return TokenFace(f"{minus}{say(term.key)}:", self._range(term))
        if isinstance(term, Has):
            return TokenFace(say("no:") if term.negated else say("has:"), say(term.key))
        return TokenFace(say("words:"), f"{minus}{term.text}")

    def value(self, key: str, value: str) -> str:
        """A value of a filter in words."""
        plain = value.replace(" ", "_")
        if key == "status" and plain in _STATUSES:
            return say_status(plain)
        if key == "condition" and plain in _CONDITIONS:
            return say_condition(Condition(plain))
        if key in {"on", "sold_on"}:
            return say("any") if value == "any" else self.speech.name(value)
        return value

    def _said(self, term: Term) -> str:
        return language.say_term(term, digits=digits_of(self.currency))

    def _range(self, term: Range) -> str:
        low, high = (self._bound(term.key, bound) for bound in (term.low, term.high))
        if term.low == term.high:
            return low
        if not high:
            return say("{least} or more", least=low)
        if not low:
            return say("up to {most}", most=high)
        sign = low[: len(low) - len(low.lstrip("$€£¥₩"))]
        return f"{low}–{high.removeprefix(sign)}"

    def _bound(self, key: str, bound: Bound | None) -> str:
        if bound is None:
            return ""
        if isinstance(bound, date):
            return say_date(bound, self.speech.today, weekday=False, locale=self.speech.locale)
        is_money = language.KEY[key].kind is KeyKind.MONEY
        return self.speech.price(Money(bound, self.currency)) if is_money else str(bound)


def _is_typed(term: Term) -> bool:
    return isinstance(term, Words | Phrase)


def filter_count(query: Query) -> int:
    """How many filters are on, words left aside."""
    return sum(not _is_typed(term) for term in query.terms)


def one_less(query: Query) -> Sequence[tuple[Term, Query]]:
    """Each part of a query with the query that is left without it."""
    return [(term, language.without(query, term)) for term in query.terms]
