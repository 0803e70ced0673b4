"""The six conditions in the words of each marketplace's form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from closet_app.domain.item import Condition
from closet_app.domain.text import fold


@dataclass(frozen=True, slots=True)
class FormWord:
    """What to choose on a form: its word, the code behind it, the word when there are flaws."""

    word: str
    code: str = ""
    flawed: str = ""


@dataclass(frozen=True, slots=True)
class Conditions:
    """The crosswalk from our six words to the marketplaces' and back from sellers' words."""

    words: Mapping[tuple[Condition, str], FormWord]
    by_name: Mapping[str, Condition]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Conditions:
        """The crosswalk of a parsed `conditions.toml`."""
        words: dict[tuple[Condition, str], FormWord] = {}
        by_name: dict[str, Condition] = {}
        for row in table["condition"]:
            condition = Condition(row["key"])
            own = row["key"], row["key"].replace("_", " ")
            by_name |= {fold(name): condition for name in (*own, *row["aliases"])}
            for marketplace, entry in row.items():
                if isinstance(entry, dict):
                    words[condition, marketplace] = FormWord(**entry)
        return cls(words, by_name)

    def named(self, typed: str) -> Condition | None:
        """The condition that NWT, EUC, “pre-owned - good” … mean; None when nobody says so."""
        return self.by_name.get(fold(typed))

    def on_form(
        self, condition: Condition | None, marketplace: str, *, flawed: bool = False
    ) -> FormWord | None:
        """The form's own word; None when the marketplace has no row or nothing is chosen."""
        if condition is None:
            return None
        found = self.words.get((condition, marketplace))
        return FormWord(found.flawed) if found and flawed and found.flawed else found
