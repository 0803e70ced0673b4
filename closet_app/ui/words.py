"""The one door through which every sentence on the screen passes to be translated."""

from __future__ import annotations

from collections.abc import Sequence

from closet_app.paths import resources
from closet_app.wording.catalog import plural, tr, use_translations


def speak(languages: Sequence[str]) -> None:
    """Choose the first of `languages` that is translated, else the words as written."""
    use_translations(resources() / "translations", languages)


def say(words: str, /, **facts: object) -> str:
    """`words` in the seller's language, with `{name}` filled from `facts` after translation."""
    spoken = tr(words)
    return spoken.format(**facts) if facts else spoken


def say_many(one: str, many: str, count: int, /, **facts: object) -> str:
    """`one` or `many` by the language's own plural rule; `{count}` is always filled."""
    return plural(count, one, many).format(count=count, **facts)


def mark(words: str) -> str:
    """Mark `words` of a table for translators; `say` translates them when they are shown."""
    return words
