"""Search text parsed into terms; whatever is typed, it is a search and never an error."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

from closet_app.domain.query.bounds import read_limits
from closet_app.domain.query.keys import KEY, KeyKind, has_key_named
from closet_app.domain.query.scanning import Piece, Token, tokens
from closet_app.domain.query.terms import Has, Match, Phrase, Query, Range, Term, Value, Words
from closet_app.domain.text import clean_line, fold


def parse(text: str, *, digits: int = 2, today: date | None = None) -> Query:
    """The query that `text` means; money has `digits` decimals, `today` serves `sold:today`.

    The last word is a prefix, since it may still be typed. A key that is not known, or whose
    value cannot be read, is searched as it stands; a key without a value asks for nothing yet.
    """
    found = [
        term
        for token in tokens(clean_line(text))
        if (term := _term(token, digits, today)) is not None
    ]
    return Query(tuple(_with_last_word_open(found)))


def term_of(token: Token, *, digits: int = 2, today: date | None = None) -> Term | None:
    """What one token of the search box asks for; None while it is not finished."""
    return _term(token, digits, today)


def _term(token: Token, digits: int, today: date | None) -> Term | None:
    if not token.key:
        return _words(token)
    if not token.value.strip(" ,*"):
        return None
    kind = KEY[token.key].kind
    if kind is KeyKind.TEXT:
        return _match(token)
    term = _has(token) if kind is KeyKind.HAS else _range(token, kind, digits, today)
    return term or Phrase(_unread(token), token.negated)


def _unread(token: Token) -> str:
    return " ".join(token.text[token.negated :].split())


def _words(token: Token) -> Term | None:
    text = " ".join(token.pieces[0].text.split())
    if token.is_phrase:
        return Phrase(text, token.negated) if _says_something(text) else None
    prefix = text.endswith("*")
    word = text[:-1] if prefix else text
    return Words(word, prefix, token.negated) if _says_something(word) else None


def _says_something(text: str) -> bool:
    return any(unicodedata.category(letter)[0] in "LNM" or letter > "⁯" for letter in text)


def _match(token: Token) -> Match | None:
    values: dict[tuple[str, bool], Value] = {}
    for piece in token.pieces:
        value = _value(piece)
        if value.text:
            values.setdefault((fold(value.text), value.prefix), value)
    return Match(token.key, tuple(values.values()), token.negated) if values else None


def _value(piece: Piece) -> Value:
    text = " ".join(piece.text.split())
    prefix = text.endswith("*") and not piece.quoted
    return Value(text[:-1] if prefix else text, prefix)


def _has(token: Token) -> Has | None:
    named = has_key_named(token.value)
    return Has(named, token.negated != (token.key == "no")) if named else None


def _range(token: Token, kind: KeyKind, digits: int, today: date | None) -> Range | None:
    if len(token.pieces) != 1:
        return None
    limits = read_limits(token.value, kind, digits, today)
    return Range(token.key, *limits, token.negated) if limits else None


def _with_last_word_open(terms: list[Term]) -> list[Term]:
    for at in range(len(terms) - 1, -1, -1):
        term = terms[at]
        if isinstance(term, Words):
            if not term.negated:
                terms[at] = replace(term, prefix=True)
            break
    return terms
