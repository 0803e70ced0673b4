"""Titles and style words put together from facts that the seller has accepted, and no others."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from closet_app.domain.letters import count_letters
from closet_app.domain.text import fold

LONGEST_TITLE = 80
"""Letters of the shortest title of any marketplace's form (PHOTOS.md, `marketplaces.toml`)."""

_MOST_LEADS = 2
_MOSTLY = 60
_COLORS_SAID = 2
_SHARE = re.compile(r"(?P<share>\d{1,3})(?:\.\d)?% (?P<name>[^,]+)")


@dataclass(frozen=True, slots=True)
class Known:
    """What is accepted of a piece, as text; colors the strongest first."""

    brand: str = ""
    category: str = ""
    subcategory: str = ""
    size_system: str = ""
    material: str = ""
    colors: tuple[str, ...] = ()
    style_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _StyleRule:
    words: tuple[str, ...]
    needs: Mapping[str, str | Sequence[str]]


@dataclass(frozen=True, slots=True)
class TitleBook:
    """Nouns by category and subcategory, words that lead, and style words that follow."""

    leads: tuple[str, ...]
    materials: tuple[str, ...]
    nouns: Mapping[tuple[str, str], str]
    rules: tuple[_StyleRule, ...]

    @classmethod
    def from_toml(cls, text: str) -> TitleBook:
        """The book of `titles.toml`."""
        table = tomllib.loads(text)
        nouns = {
            (fold(category), fold(subcategory)): noun
            for category, row in table["nouns"].items()
            for subcategory, noun in row.items()
        }
        rules = tuple(_rule(row) for row in table["style"])
        return cls(tuple(table["leads"]), tuple(table["materials"]), nouns, rules)

    def title(self, known: Known) -> str:
        """“Striped linen midi dress, cream and rust”; empty without a noun, or nothing beside it.

        What does not fit into 80 letters is left out from the end: a color, then a lead.
        """
        noun = self.noun(known)
        if not noun:
            return ""
        leads, colors = self._leads(known, noun), list(known.colors[:_COLORS_SAID])
        if not leads and not colors:
            return ""
        while True:
            said = _sentence(leads, noun, colors)
            if count_letters(said) <= LONGEST_TITLE:
                return said
            if not (colors or leads):
                return ""
            (colors or leads).pop()

    def noun(self, known: Known) -> str:
        """What such a piece is called: “midi dress”; empty for a category without a word."""
        place = (fold(known.category), fold(known.subcategory))
        return self.nouns.get(place) or self.nouns.get((place[0], ""), "")

    def style_words(self, known: Known) -> tuple[str, ...]:
        """Words that follow from the facts, each once."""
        words = (
            word for rule in self.rules if _holds(rule.needs, known, self) for word in rule.words
        )
        return tuple(dict.fromkeys(words))

    def mostly(self, material: str) -> str:
        """The one fiber that most of a piece is made of; empty for a mixture."""
        plain = material.strip()
        shares = list(_SHARE.finditer(plain))
        if not shares:
            return plain.casefold() if "," not in plain else ""
        main = shares[0]
        return main["name"].strip().casefold() if int(main["share"]) >= _MOSTLY else ""

    def _leads(self, known: Known, noun: str) -> list[str]:
        said = set(fold(noun).replace("-", " ").split())
        own = {fold(word) for word in known.style_words}
        leads = [word for word in self.leads if fold(word) in own]
        main = self.mostly(known.material)
        leads = leads[:_MOST_LEADS] + ([main] if main in self.materials else [])
        fresh = [word for word in leads if not said & set(fold(word).replace("-", " ").split())]
        return fresh or ([known.brand] if known.brand else [])


def _sentence(leads: Sequence[str], noun: str, colors: Sequence[str]) -> str:
    said = " ".join((*leads, noun))
    tail = " and ".join(color.lower() for color in colors)
    whole = f"{said}, {tail}" if tail else said
    return whole[:1].upper() + whole[1:]


def _rule(row: Mapping[str, Any]) -> _StyleRule:
    return _StyleRule(tuple(row["words"]), {key: row[key] for key in row if key != "words"})


def _holds(needs: Mapping[str, str | Sequence[str]], known: Known, book: TitleBook) -> bool:
    return all(_has(known, key, wanted, book) for key, wanted in needs.items())


def _has(known: Known, key: str, wanted: str | Sequence[str], book: TitleBook) -> bool:
    if not isinstance(wanted, str):
        return _folded(known.colors[: len(wanted)]) == _folded(wanted)
    if key == "material":
        return fold(wanted) in fold(book.mostly(known.material)).split()
    return fold(getattr(known, key)) == fold(wanted)


def _folded(words: Iterable[str]) -> set[str]:
    return {fold(word) for word in words}
