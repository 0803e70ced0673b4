"""Fields such as {first name} filled in by look-up: no format language, one pass."""

from __future__ import annotations

import re
from collections.abc import Mapping

FIELDS = (
    "first name",
    "name",
    "pieces",
    "count",
    "it",
    "title",
    "shop",
    "owner",
    "order",
    "marketplace",
    "season",
    "date",
)
"""The fields a design's words may hold; what is not among them stays as it was typed."""

_FIELD = re.compile(r"\{([a-z ]{1,20})\}")
_LEFT_BEHIND = re.compile(r"\s*[,،、\uff0c]?\s*(?=[.!?。\uff01\uff1f]|$)", re.MULTILINE)


def fill(text: str, facts: Mapping[str, str]) -> str:
    """The text with its fields said; a value that looks like a field is not filled again.

    A field nothing is known of takes the comma before it along: “thank you, {first name}!”
    becomes “thank you!”.
    """
    wanted = [name for name in _FIELD.findall(text) if name in FIELDS]
    known = {name: facts.get(name, "") for name in FIELDS}
    filled = _FIELD.sub(lambda found: known.get(found[1], found[0]), text)
    if all(known[name] for name in wanted):
        return filled
    return _LEFT_BEHIND.sub("", filled).strip()
