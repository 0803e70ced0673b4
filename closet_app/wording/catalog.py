"""Sentences in the seller's language: gettext finds them, English stands in the code."""

from __future__ import annotations

import gettext
from functools import lru_cache
from pathlib import Path

_DOMAIN = "closet"


def use_translations(folder: Path) -> None:
    """Look for `<language>/LC_MESSAGES/closet.mo` in `folder` from now on."""
    gettext.bindtextdomain(_DOMAIN, str(folder))
    tr.cache_clear()


@lru_cache(maxsize=2_048)
def tr(sentence: str) -> str:
    """`sentence` in the seller's language; English when there is no translation."""
    # gettext answers the empty sentence with the header of its file.
    return gettext.dgettext(_DOMAIN, sentence) if sentence else ""


def counted(number: int, one: str, many: str) -> str:
    """“1 item”, “3 items”, “1,204 items”: `one` or `many` with `{n}` filled in."""
    return gettext.dngettext(_DOMAIN, one, many, number).format(n=f"{number:,}")
