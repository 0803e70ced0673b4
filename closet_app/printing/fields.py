"""A design's words with their {fields} filled in by look-up."""

from __future__ import annotations

import re
from collections.abc import Mapping

from closet_app.domain import card_texts

# A comma before, or a Korean form of address after, a name that is not known.
_LEFT_BEHIND = re.compile(r"\s*[,،、\uff0c]?\s*(?:님)?\s*(?=[.!?。\uff01\uff1f]|$)", re.MULTILINE)


def fill(text: str, facts: Mapping[str, str]) -> str:
    """The text with its fields said; a value that looks like a field is not filled again.

    A field nothing is known of takes the comma before it along: “thank you, {first name}!”
    becomes “thank you!”.
    """
    if "{" not in text:
        return text
    known = {name: facts.get(name, "") for name in card_texts.FIELDS}
    filled = card_texts.fill(text, known)
    if all(known.get(name, name) for name in card_texts.fields_in(text)):
        return filled
    left = _LEFT_BEHIND.sub("", filled).strip()
    return left if any(map(str.isalnum, left)) else ""
