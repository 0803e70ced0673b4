"""Which fee class a piece falls into, from its place in the taxonomy."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from closet_app.domain.text import fold
from closet_app.errors import InvalidValueError

DEFAULT_CLASS = "clothing"


@dataclass(frozen=True, slots=True)
class FeeClass:
    """A class of goods with rates of its own."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ClassMatch:
    """A class for all pieces at these places; an empty set means anywhere."""

    fee_class: str
    departments: frozenset[str]
    categories: frozenset[str]
    subcategories: frozenset[str]

    def fits(self, department: str, category: str, subcategory: str) -> bool:
        """Whether a folded place of the taxonomy is one of these."""
        return (
            (not self.departments or department in self.departments)
            and (not self.categories or category in self.categories)
            and (not self.subcategories or subcategory in self.subcategories)
        )


@dataclass(frozen=True, slots=True)
class ClassTable:
    """All fee classes, and the places that lead to them; the first that fits counts."""

    classes: tuple[FeeClass, ...]
    matches: tuple[ClassMatch, ...]

    @classmethod
    def from_toml(cls, text: str) -> ClassTable:
        """The table in `text`; raises InvalidValueError when a match names no class."""
        read = tomllib.loads(text)
        classes = tuple(FeeClass(each["id"], each["name"]) for each in read["class"])
        known = {each.id for each in classes}
        matches = tuple(
            ClassMatch(each["class"], *(_folded(each.get(key, [])) for key in _PLACES))
            for each in read["match"]
        )
        unknown = {each.fee_class for each in matches} - known
        if unknown or DEFAULT_CLASS not in known:
            raise InvalidValueError(
                "The table of fee classes does not fit together.", unknown=unknown
            )
        return cls(classes, matches)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all classes."""
        return frozenset(each.id for each in self.classes)

    def of(self, department: str, category: str, subcategory: str) -> str:
        """The class of a piece at this place of the taxonomy; clothing when nothing fits."""
        place = fold(department), fold(category), fold(subcategory)
        return next(
            (match.fee_class for match in self.matches if match.fits(*place)), DEFAULT_CLASS
        )


_PLACES = ("department", "category", "subcategory")


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)
