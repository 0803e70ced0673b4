"""A query back to the text that means it: `parse(say(query)) == query`."""

from __future__ import annotations

import re

from closet_app.domain.query.bounds import say_limits
from closet_app.domain.query.keys import KEY
from closet_app.domain.query.terms import Has, Match, Phrase, Query, Range, Term, Value, Words

_PLAIN_VALUE = re.compile(r'[^\s",“”*][^\s,*]*')


def say(query: Query, *, digits: int = 2) -> str:
    """The search text of `query`; the star of the last word is left out, as it is typed."""
    last = _last_word(query)
    return " ".join(
        say_term(term, digits=digits, last=at == last) for at, term in enumerate(query.terms)
    )


def say_term(term: Term, *, digits: int = 2, last: bool = False) -> str:
    """One term as typed; `last` when it is the last word."""
    minus = "-" if term.negated and not isinstance(term, Has) else ""
    match term:
        case Words(text, prefix):
            star = "*" if prefix and (not last or text.endswith("*")) else ""
            return f"{minus}{text}{star}"
        case Phrase(text):
            return minus + quoted(text)
        case Match(key, values):
            return f"{minus}{key}:{','.join(say_value(value) for value in values)}"
        case Range(key, low, high):
            return f"{minus}{key}:{say_limits(low, high, KEY[key].kind, digits)}"
        case has:
            return f"{'no' if has.negated else 'has'}:{has.key}"


def say_value(value: Value) -> str:
    """One value, in quotes where it needs them."""
    if value.prefix:
        return value.text + "*"
    return value.text if _PLAIN_VALUE.fullmatch(value.text) else quoted(value.text)


def quoted(text: str) -> str:
    """`text` in quotes, quotes inside doubled."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _last_word(query: Query) -> int:
    words = [at for at, term in enumerate(query.terms) if isinstance(term, Words)]
    return words[-1] if words else -1
