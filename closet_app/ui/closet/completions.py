"""What could complete the word being typed: keys at once, values when they are counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from closet_app.domain.query import (
    HAS_KEYS,
    KEYS,
    KeyKind,
    Match,
    Query,
    Value,
    key_named,
    say_term,
)
from closet_app.errors import ClosetError
from closet_app.services import gallery
from closet_app.services.closet import Closet
from closet_app.services.records import FacetCount
from closet_app.ui.closet.filters import Filters
from closet_app.ui.jobs import READ, Jobs, Ticket
from closet_app.ui.widgets.suggestion_list import Suggestion
from closet_app.ui.words import say

Offer = Callable[[str, Sequence[Suggestion]], object]
_MOST_KEYS = 4
_UNCOUNTED = frozenset({"sku", "title"})


class Completions(QObject):
    """Answers the search box; values with their counts come a moment later through `offer`.

    `say_value(key, value)` says a value in words, `within()` is the search that counts fit.
    """

    def __init__(
        self,
        closet: Closet,
        jobs: Jobs,
        *,
        say_value: Callable[[str, str], str],
        within: Callable[[], str],
        offer: Offer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._closet = closet
        self._jobs = jobs
        self.say_value = say_value
        self._within = within
        self._offer = offer
        self._ticket: Ticket | None = None

    def suggest(self, typed: str) -> Sequence[Suggestion] | None:
        """What begins with `typed`; None when it is still being looked up."""
        if self._ticket is not None:
            self._ticket.cancel()
        minus = "-" if typed.startswith("-") else ""
        key, colon, prefix = typed.removeprefix("-").partition(":")
        known = key_named(key) if colon else None
        if known is not None and known.kind is KeyKind.HAS:
            return _has_words(known.name, minus, prefix)
        if known is not None and (known.kind is not KeyKind.TEXT or known.name in _UNCOUNTED):
            return ()
        if not typed or (colon and known is None):
            return ()
        self._look_up(typed, known.name if known else "", minus, prefix if known else key)
        return None

    def _look_up(self, typed: str, key: str, minus: str, prefix: str) -> None:
        closet, within = self._closet, self._within() if key else ""

        def done(found: Sequence[FacetCount]) -> None:
            self._offer(typed, self._suggestions(found, key, minus, prefix))

        def failed(_error: ClosetError) -> None:
            self._offer(typed, ())

        self._ticket = self._jobs.run(
            lambda _progress: gallery.suggest(closet, key, prefix.strip('"'), within),
            owner=self,
            done=done,
            failed=failed,
            lane=READ,
        )

    def _suggestions(
        self, found: Sequence[FacetCount], key: str, minus: str, prefix: str
    ) -> Sequence[Suggestion]:
        if not key:
            words = [Suggestion(minus + each.value, each.value, each.count) for each in found]
            return [*_keys(minus, prefix), *words]
        return [
            Suggestion(_token(key, each.value, minus), self.say_value(key, each.value), each.count)
            for each in found
        ]


def _keys(minus: str, prefix: str) -> list[Suggestion]:
    begins = prefix.casefold()
    named = [key for key in KEYS if key.name.startswith(begins)]
    return [
        Suggestion(f"{minus}{key.name}:", f"{key.name}: – {say(key.words)}")
        for key in named[:_MOST_KEYS]
    ]


def _has_words(key: str, minus: str, prefix: str) -> list[Suggestion]:
    begins = prefix.casefold()
    return [
        Suggestion(f"{minus}{key}:{word}", say(word))
        for word in HAS_KEYS
        if word.startswith(begins)
    ]


def _token(key: str, value: str, minus: str) -> str:
    return say_term(Match(key, (Value(value),), negated=bool(minus)))


def others(filters: Filters, tokens: Sequence[str]) -> str:
    """The search without the word being typed, for counts that fit it."""
    terms = [term for token in tokens for term in filters.read(token).terms]
    return filters.write(Query(tuple(terms)))
