"""The notes that come with the program, by language, and the words their fields stand for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from closet_app.domain.card_texts import Audience, CardText

SHIPPED_RANK = 2
FIRST_LANGUAGE = "en"
_PLURALS = {1: "1", 2: "2", 3: "3"}


@dataclass(frozen=True, slots=True)
class TextTable:
    """One language: its own name, the words of its fields, and its notes with ids below zero.

    `proper` are first words of titles that keep their capital inside a sentence; none where
    titles are quoted.
    """

    language: str
    name: str
    words: Mapping[str, str]
    texts: tuple[CardText, ...]
    proper: frozenset[str] = frozenset()

    def amid(self, title: str, brand: str) -> str:
        """A title inside a sentence: “Linen jacket” as “linen jacket”, names as they are."""
        first, _, rest = title.partition(" ")
        is_sentence = first[1:].islower() and rest[:1].islower()
        is_name = first in self.proper or first.casefold() in brand.casefold().split()
        if not self.proper or is_name or not is_sentence:
            return title
        return title[:1].lower() + title[1:]

    def counted(self, key: str, count: int) -> str:
        """The words of `key` for so many pieces, its fields still open."""
        exact = f"{key}_{_PLURALS.get(count, 'many')}"
        return self.words.get(exact) or self.words[f"{key}_many"]


@lru_cache(maxsize=4)
def text_tables(resources: Path) -> Mapping[str, TextTable]:
    """Every language's table by its code; English first."""
    paths = sorted((resources / "print" / "texts").glob("*.toml"), key=_english_first)
    return {path.stem: _read(path) for path in paths}


def _english_first(path: Path) -> tuple[bool, str]:
    return path.stem != FIRST_LANGUAGE, path.stem


def _read(path: Path) -> TextTable:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    language = table["language"]
    texts = tuple(
        CardText(
            id=-row["id"],
            name=row["name"],
            language=language,
            body=row["body"],
            marketplace=row.get("marketplace", ""),
            audience=Audience(row.get("audience", Audience.ANY)),
            season=row.get("season", ""),
            rank=SHIPPED_RANK,
            position=place,
        )
        for place, row in enumerate(table["text"])
    )
    proper = frozenset(table.get("proper", ()))
    return TextTable(language, table["name"], table["words"], texts, proper)
