"""Names of people as they were typed or exported, and how to address them."""

from __future__ import annotations

import unicodedata

_TITLES = frozenset({"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "sir", "madam"})
_INITIALS = 2


def is_visible(text: str) -> bool:
    """Whether anything of a text can be seen: marks, joiners and controls alone cannot."""
    return any(unicodedata.category(char)[0] in "LNPS" for char in text)


def first_name(name: str) -> str:
    """How to address somebody: the first word with letters that is no title; empty for no name.

    A name all in capitals, as marketplaces export them, is written as a person writes it.
    """
    seen = [word for word in name.split() if is_visible(word)]
    spelled = [word for word in seen if any(map(str.isalpha, word))]
    called = [word for word in spelled if word.rstrip(".").casefold() not in _TITLES]
    first = next(iter(called or spelled or seen), "")
    is_shouted = name.isupper() and len(first) > _INITIALS
    return first.title() if is_shouted else first
