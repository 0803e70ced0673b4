"""Sentences in the seller's language: gettext finds them, English stands in the code."""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

_DOMAIN = "closet"
# One language for a process, as gettext itself has it; a list, so that nothing is rebound.
_spoken: list[gettext.NullTranslations] = [gettext.NullTranslations()]


def use_translations(folder: Path, languages: Sequence[str] | None = None) -> None:
    """Speak the first of `languages` that `folder` has in `<language>/LC_MESSAGES/closet.mo`.

    The system's languages when none are given; English when there is no translation.
    """
    wanted = None if languages is None else list(languages)
    _spoken[0] = gettext.translation(_DOMAIN, str(folder), wanted, fallback=True)
    tr.cache_clear()


@lru_cache(maxsize=4_096)
def tr(sentence: str) -> str:
    """`sentence` in the seller's language; English when there is no translation."""
    return _spoken[0].gettext(sentence) if sentence else ""


def plural(number: int, one: str, many: str) -> str:
    """`one` or `many` by the language's own rule for `number`, with its fields still open."""
    return _spoken[0].ngettext(one, many, number)


def counted(number: int, one: str, many: str) -> str:
    """“1 item”, “3 items”, “1,204 items”: `one` or `many` with `{n}` filled in."""
    return plural(number, one, many).format(n=f"{number:,}")
