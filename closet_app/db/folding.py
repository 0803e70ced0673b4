"""Text as it is searched: accents and case folded, cut into words of any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

TOKENS_VERSION = "1"
"""Goes up whenever `search_tokens` gives other words for the same text."""

LONGEST_PIECE = 24

_UNSPACED_RANGES = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f"  # Myanmar
    "\u1100-\u11ff"  # Hangul Jamo
    "\u1780-\u17ff"  # Khmer
    "\u2e80-\u2fdf"  # radicals
    "\u3005-\u3007"  # ideographic iteration, closing and zero
    "\u3040-\u318f"  # Hiragana, Katakana, Bopomofo, Hangul Compatibility Jamo
    "\u31a0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97f\uac00-\ud7ff"
    "\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_UNSPACED = re.compile(f"[{_UNSPACED_RANGES}]+")
_ASCII_WORD = re.compile("[0-9a-z]+")
_LATIN_MARKS = re.compile("[\u0300-\u036f\ufe00-\ufe0f]")
_WORD_CATEGORIES = frozenset({"Ll", "Lo", "Lm", "Lu", "Lt", "Nd", "Nl", "No", "Mn", "Mc", "So"})


def fold_for_search(text: str) -> str:
    """`text` without case, accents and compatibility forms; composed again."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    bare = _LATIN_MARKS.sub("", unicodedata.normalize("NFKD", decomposed))
    return unicodedata.normalize("NFC", bare)


def words_of(text: str) -> list[str]:
    """The folded words of `text` in order; a run of a script without spaces is one word."""
    folded = fold_for_search(text)
    if folded.isascii():
        return _ASCII_WORD.findall(folded)
    spaced = _UNSPACED.sub(lambda run: f" {run.group()} ", folded)
    return "".join(letter if _is_of_a_word(letter) else " " for letter in spaced).split()


def search_tokens(*texts: str | None) -> str:
    """Everything under which `texts` are found, as words with spaces between.

    Scripts without spaces are found from any letter on, so their tails follow as words.
    """
    words = words_of("\n".join(filter(None, texts)))
    joined = " ".join(words)
    if joined.isascii():
        return joined
    tails = [tail for word in words if is_unspaced(word) for tail in _tails(word)]
    return " ".join((joined, *tails))


def is_unspaced(word: str) -> bool:
    """Whether a folded word is a run of a script that writes no spaces."""
    return _UNSPACED.match(word) is not None


def _tails(word: str) -> Iterator[str]:
    for start in range(1, len(word)):
        yield word[start : start + LONGEST_PIECE]


def _is_of_a_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter) in _WORD_CATEGORIES
