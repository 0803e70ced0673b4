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


def fill(text: str, facts: Mapping[str, str]) -> str:
    """The text with its fields said; a value that looks like a field is not filled again."""
    return _FIELD.sub(lambda found: facts.get(found[1], found[0]), text)
