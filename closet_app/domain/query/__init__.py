"""The search language: text ↔ terms, and changing a search one filter at a time."""

from closet_app.domain.query.completing import Completion, completed, completion_at
from closet_app.domain.query.editing import (
    has_value,
    range_of,
    toggle,
    toggle_has,
    values_of,
    with_range,
    with_term,
    without,
    without_key,
)
from closet_app.domain.query.joining import join_words
from closet_app.domain.query.keys import HAS_KEYS, KEY, KEYS, Key, KeyKind, key_named
from closet_app.domain.query.reading import parse, term_of
from closet_app.domain.query.saying import say, say_term
from closet_app.domain.query.scanning import Token, tokens
from closet_app.domain.query.terms import (
    Bound,
    Has,
    Match,
    Phrase,
    Query,
    Range,
    Term,
    Value,
    Words,
)

__all__ = [
    "HAS_KEYS", "KEY", "KEYS", "Bound", "Completion", "Has", "Key", "KeyKind", "Match", "Phrase",
    "Query", "Range", "Term", "Token", "Value", "Words", "completed", "completion_at",
    "has_value", "join_words", "key_named", "parse", "range_of", "say", "say_term", "term_of",
    "toggle", "toggle_has", "tokens", "values_of", "with_range", "with_term", "without",
    "without_key",
]  # fmt: skip
