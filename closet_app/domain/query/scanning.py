"""Search text cut into tokens with their places; quotes, minus signs and commas only.

A quote opens only where a word or a value begins, so that 28" stays a measure.
"""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.domain.query.keys import Key, key_named

_CLOSES = {'"': '"', "“": "”"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One value after a colon; `text` without quotes, places in the typed text."""

    text: str
    start: int
    end: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """One typed filter, phrase or word; `key` is canonical, or empty for words."""

    text: str
    start: int
    end: int
    negated: bool = False
    key: str = ""
    pieces: tuple[Piece, ...] = ()

    @property
    def value(self) -> str:
        """What stands after the colon, or the word itself, without quotes."""
        return ",".join(piece.text for piece in self.pieces)

    @property
    def is_phrase(self) -> bool:
        """Whether it is words in quotes without a key."""
        return not self.key and self.pieces[0].quoted


def tokens(text: str) -> tuple[Token, ...]:
    """Every token of `text` in order; never raises."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token = _token_at(text, at)
        found.append(token)
        at = token.end
    return tuple(found)


def _token_at(text: str, start: int) -> Token:
    negated = text[start] == "-" and start + 1 < len(text) and not text[start + 1].isspace()
    at = start + negated
    if text[at] in _CLOSES:
        phrase = _quoted(text, at)
        return Token(text[start : phrase.end], start, phrase.end, negated, "", (phrase,))
    key, after = _key_at(text, at)
    if key is None:
        word = _bare(text, at, commas=False)
        return Token(text[start : word.end], start, word.end, negated, "", (word,))
    pieces = _pieces(text, after)
    end = pieces[-1].end
    return Token(text[start:end], start, end, negated, key.name, pieces)


def _key_at(text: str, at: int) -> tuple[Key | None, int]:
    end = at
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    if end == at or not text.startswith(":", end):
        return None, at
    return key_named(text[at:end]), end + 1


def _pieces(text: str, at: int) -> tuple[Piece, ...]:
    pieces = [_piece(text, at)]
    while text.startswith(",", pieces[-1].end):
        pieces.append(_piece(text, pieces[-1].end + 1))
    return tuple(pieces)


def _piece(text: str, at: int) -> Piece:
    if at >= len(text) or text[at] not in _CLOSES:
        return _bare(text, at, commas=True)
    quoted = _quoted(text, at)
    rest = _bare(text, quoted.end, commas=True)
    return Piece(quoted.text + rest.text, at, rest.end, quoted=True)


def _bare(text: str, start: int, *, commas: bool) -> Piece:
    end = start
    while end < len(text) and not text[end].isspace() and not (commas and text[end] == ","):
        end += 1
    return Piece(text[start:end], start, end)


def _quoted(text: str, start: int) -> Piece:
    close = _CLOSES[text[start]]
    inside: list[str] = []
    at = start + 1
    while at < len(text):
        if text[at] == close:
            if not text.startswith(close, at + 1):
                return Piece("".join(inside), start, at + 1, quoted=True)
            at += 1
        inside.append(text[at])
        at += 1
    return Piece("".join(inside), start, at, quoted=True)
