"""The one door through which every sentence on the screen passes to be translated."""

from __future__ import annotations

import gettext
from collections.abc import Sequence

from closet_app.paths import resources

DOMAIN = "closet"

_spoken: gettext.NullTranslations = gettext.NullTranslations()


def speak(languages: Sequence[str]) -> None:
    """Choose the first of `languages` that is translated, else the words as written."""
    global _spoken  # noqa: PLW0603 - gettext itself keeps one language for a process
    folder = resources() / "translations"
    _spoken = gettext.translation(DOMAIN, str(folder), list(languages), fallback=True)


def say(words: str, /, **facts: object) -> str:
    """`words` in the seller's language, with `{name}` filled from `facts` after translation."""
    spoken = _spoken.gettext(words)
    return spoken.format(**facts) if facts else spoken


def say_many(one: str, many: str, count: int, /, **facts: object) -> str:
    """`one` or `many` by the language's own plural rule; `{count}` is always filled."""
    return _spoken.ngettext(one, many, count).format(count=count, **facts)


def mark(words: str) -> str:
    """Mark `words` of a table for translators; `say` translates them when they are shown."""
    return words
