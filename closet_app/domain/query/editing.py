"""A query with one filter more or less: facets, the search box and saved views use these."""

from __future__ import annotations

from dataclasses import replace

from closet_app.domain.query.terms import Bound, Has, Match, Query, Range, Term, Value
from closet_app.domain.text import fold


def with_term(query: Query, term: Term) -> Query:
    """`query` and `term`; unchanged when it is there already."""
    return query if term in query.terms else Query((*query.terms, term))


def without(query: Query, term: Term) -> Query:
    """`query` less every `term` equal to this one."""
    return Query(tuple(other for other in query.terms if other != term))


def without_key(query: Query, key: str) -> Query:
    """`query` less every filter of `key`."""
    return Query(tuple(term for term in query.terms if getattr(term, "key", None) != key))


def values_of(query: Query, key: str, *, negated: bool = False) -> tuple[str, ...]:
    """The values wanted (or left out) for `key`, as typed."""
    return tuple(
        value.text
        for term in query.terms
        if isinstance(term, Match) and (term.key, term.negated) == (key, negated)
        for value in term.values
    )


def has_value(query: Query, key: str, value: str, *, negated: bool = False) -> bool:
    """Whether the facet value is ticked."""
    return fold(value) in {fold(other) for other in values_of(query, key, negated=negated)}


def toggle(query: Query, key: str, value: str, *, negated: bool = False) -> Query:
    """Tick or untick one facet value; several values of one key are “or”."""
    if has_value(query, key, value, negated=negated):
        return _less(query, key, value, negated=negated)
    for at, term in enumerate(query.terms):
        if isinstance(term, Match) and (term.key, term.negated) == (key, negated):
            wider = replace(term, values=(*term.values, Value(value)))
            return Query((*query.terms[:at], wider, *query.terms[at + 1 :]))
    return Query((*query.terms, Match(key, (Value(value),), negated)))


def range_of(query: Query, key: str) -> tuple[Bound | None, Bound | None]:
    """The limits wanted for `key`, both None when there are none."""
    for term in query.terms:
        if isinstance(term, Range) and term.key == key and not term.negated:
            return term.low, term.high
    return None, None


def with_range(query: Query, key: str, low: Bound | None, high: Bound | None) -> Query:
    """`query` with these limits in the place of any others for `key`; both None take it away."""
    kept = tuple(
        term
        for term in query.terms
        if not (isinstance(term, Range) and term.key == key and not term.negated)
    )
    if low is None and high is None:
        return Query(kept)
    return Query((*kept, Range(key, low, high)))


def toggle_has(query: Query, key: str, *, negated: bool = False) -> Query:
    """Tick or untick `has:key` (`no:key` when negated); the opposite goes away."""
    wanted = Has(key, negated)
    if wanted in query.terms:
        return without(query, wanted)
    return with_term(without(query, Has(key, not negated)), wanted)


def _less(query: Query, key: str, value: str, *, negated: bool) -> Query:
    kept: list[Term] = []
    for term in query.terms:
        if isinstance(term, Match) and (term.key, term.negated) == (key, negated):
            values = tuple(other for other in term.values if fold(other.text) != fold(value))
            if values:
                kept.append(replace(term, values=values))
        else:
            kept.append(term)
    return Query(tuple(kept))
