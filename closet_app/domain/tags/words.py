"""The vocabulary of labels, from the tables of `resources/tags`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from closet_app.domain.tags.keys import slips, slips_allowed, tag_key

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
LONGEST_PHRASE = 5
_FUZZY_FROM = 5


@dataclass(frozen=True, slots=True)
class TagLine:
    """One printed line; `height` is that of its letters in any unit, 0 when it is not known."""

    text: str
    confidence: float = 1.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Printed words by key, each standing for one of Closet's own."""

    meaning: Mapping[str, str]
    spellings: frozenset[str]

    @classmethod
    def of(cls, table: Mapping[str, Iterable[str]]) -> Lexicon:
        """The lexicon of a table of word → what is printed for it; each word means itself."""
        keys: dict[str, str] = {}
        for word, printed in table.items():
            for one in (word, *printed):
                keys.setdefault(tag_key(one), word)
        spellings = {one.casefold() for word, printed in table.items() for one in (word, *printed)}
        return cls(keys, frozenset(spellings))

    def spells(self, printed: str) -> bool:
        """Whether `printed` is one of the words to the letter: SOLE, but not SOlE."""
        return printed.casefold() in self.spellings

    def named(self, printed: str) -> str:
        """What `printed` stands for; empty when it is not known."""
        return self.meaning.get(tag_key(printed), "")

    def nearly(self, printed: str) -> str:
        """What `printed` stands for, allowing for misread letters; empty for anything else."""
        key = tag_key(printed)
        if key in self.meaning or len(key) < _FUZZY_FROM:
            return self.meaning.get(key, "")
        most = slips_allowed(len(key))
        near = ((slips(key, known, most), known) for known in self.meaning)
        found = min((one for one in near if one[0] <= most), default=None)
        return self.meaning[found[1]] if found else ""


@dataclass(frozen=True, slots=True)
class TagBook:
    """All words of labels that are understood."""

    fibers: Lexicon
    parts: Lexicon
    care: Lexicon
    size_words: Lexicon
    one_size: Lexicon
    size_letters: Lexicon
    regions: Lexicon
    made_in: Lexicon
    countries: Lexicon
    departments: Lexicon
    not_brands: Lexicon
    longest_prefix: int = field(default=0)

    @classmethod
    def from_toml(cls, texts: Mapping[str, str]) -> TagBook:
        """The book of the texts of `fibers.toml` and `words.toml` by file stem."""
        fibers, words = tomllib.loads(texts["fibers"]), tomllib.loads(texts["words"])
        before = words["made_in"]["before"]
        return cls(
            fibers=Lexicon.of(fibers["fibers"]),
            parts=Lexicon.of(fibers["parts"]),
            care=Lexicon.of(dict.fromkeys(words["care"]["words"], ())),
            size_words=Lexicon.of(dict.fromkeys(words["size"]["before"], ())),
            one_size=Lexicon.of({"One size": words["size"]["one_size"]}),
            size_letters=Lexicon.of(words["size"]["letters"]),
            regions=Lexicon.of(words["regions"]),
            made_in=Lexicon.of(dict.fromkeys(before, ())),
            countries=Lexicon.of(words["countries"]),
            departments=Lexicon.of(words["departments"]),
            not_brands=Lexicon.of(dict.fromkeys(words["not_brands"]["words"], ())),
            longest_prefix=max(len(word.split()) for word in before),
        )

    def is_care(self, text: str) -> bool:
        """Whether a line says how to wash, dry, bleach or iron."""
        return any(self.care.named(phrase) for phrase, _, _ in phrases(text))

    def knows(self, text: str) -> bool:
        """Whether `text` as a whole is a word of labels, and so no brand."""
        books = (
            self.fibers, self.parts, self.care, self.size_words, self.one_size, self.made_in,
            self.countries, self.departments, self.not_brands,
        )  # fmt: skip
        return any(book.nearly(text) for book in books)


def phrases(text: str) -> list[tuple[str, int, int]]:
    """Every run of up to five words of `text`, the longest first, with its start and end."""
    found = [(match.start(), match.end()) for match in WORD.finditer(text)]
    runs = [
        (text[found[first][0] : found[last][1]], found[first][0], found[last][1])
        for first in range(len(found))
        for last in range(first, min(first + LONGEST_PHRASE, len(found)))
    ]
    return sorted(runs, key=lambda run: run[1] - run[2])
