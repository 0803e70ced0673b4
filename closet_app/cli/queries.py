"""The words of a search as the shell hands them over, put together as they were meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

import typer

_KEYED = re.compile(r"(?P<start>-?[a-z_.]+:)(?P<value>.*)", re.IGNORECASE | re.DOTALL)


def search_text(words: Sequence[str]) -> str:
    """One search line; raises typer.BadParameter for an option that does not exist.

    The shell takes quotes away: `brand:"free people"` arrives as one word with a space in it
    and is quoted again. A word that holds several filters, or quotes of its own, stays as it is.
    """
    for word in words:
        if word.startswith("--"):
            raise typer.BadParameter(f"There is no option {word}.", param_hint="QUERY")
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    keyed = _KEYED.fullmatch(word)
    if keyed is None or '"' in word or not re.search(r"\s", word) or _has_filter(keyed["value"]):
        return word
    return f'{keyed["start"]}"{keyed["value"]}"'


def _has_filter(value: str) -> bool:
    return any(":" in part or part.startswith("-") for part in value.split()[1:])
