"""Words of a command line made one search text; the shell has eaten the quotes by then."""

from __future__ import annotations

from collections.abc import Sequence

from closet_app.domain.query.saying import quoted
from closet_app.domain.query.scanning import tokens


def join_words(words: Sequence[str]) -> str:
    """`words` as one search text: `brand:Free People` in one word is one brand."""
    return " ".join(_requoted(word) for word in words)


def _requoted(word: str) -> str:
    found = tokens(word)
    if len(found) < 2 or not found[0].key or any(token.key for token in found[1:]):  # noqa: PLR2004 - one token needs nothing
        return word
    if any(piece.quoted for piece in found[0].pieces):
        return word
    start = found[0].pieces[0].start
    return word[:start] + ",".join(quoted(value.strip()) for value in word[start:].split(","))
