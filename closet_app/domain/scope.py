"""Which pieces a row of a table is for: tables of sizes and measures share this rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from closet_app.domain.text import fold


@dataclass(frozen=True, slots=True)
class Scope:
    """The folded departments, categories and subcategories a row is for; empty means any."""

    departments: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    subcategories: frozenset[str] = frozenset()

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Scope:
        """The scope of a table's row with up to three lists of names."""
        return cls(*(frozenset(map(fold, row.get(part, ()))) for part in cls.__slots__))

    def holds(self, department: str, category: str, subcategory: str) -> bool:
        """Whether a piece with these three belongs here."""
        pairs = (
            (self.departments, department),
            (self.categories, category),
            (self.subcategories, subcategory),
        )
        return all(not names or fold(own) in names for names, own in pairs)
