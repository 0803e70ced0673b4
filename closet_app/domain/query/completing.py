"""What is being typed at the cursor, so that values with counts can be offered for it."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.domain.query.saying import say_value
from closet_app.domain.query.scanning import Token, tokens
from closet_app.domain.query.terms import Value


@dataclass(frozen=True, slots=True)
class Completion:
    """`prefix` typed so far for `key` (empty: a word or the name of a key).

    A taken suggestion replaces the text from `start` to `end`.
    """

    key: str
    prefix: str
    start: int
    end: int


def completion_at(text: str, cursor: int) -> Completion:
    """What `cursor` (a place in `text`) stands in or just behind."""
    for token in tokens(text):
        if token.start <= cursor <= token.end:
            return _within(text, token, cursor)
    return Completion("", "", cursor, cursor)


def completed(text: str, completion: Completion, value: str) -> tuple[str, int]:
    """`text` with `value` taken, and the new cursor; a blank follows unless one is there."""
    taken = value if not completion.key and value.endswith(":") else say_value(Value(value))
    rest = text[completion.end :]
    gap = "" if taken.endswith(":") or rest[:1].isspace() or rest[:1] == "," else " "
    changed = text[: completion.start] + taken + gap + rest
    return changed, completion.start + len(taken) + len(gap)


def _within(text: str, token: Token, cursor: int) -> Completion:
    for piece in token.pieces:
        if token.key and piece.start <= cursor <= piece.end:
            prefix = text[piece.start : cursor].lstrip('"“')
            return Completion(token.key, prefix, piece.start, piece.end)
    start = token.start + token.negated
    prefix = text[start:cursor].lstrip('"“')
    end = token.pieces[0].start if token.key else token.end
    return Completion("", prefix, min(start, cursor), end)
