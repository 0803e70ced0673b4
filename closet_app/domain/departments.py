"""Departments with their categories and subcategories; a seller may type any other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from closet_app.domain.text import clean_line, fold


@dataclass(frozen=True, slots=True)
class Category:
    """One category with its subcategories in the form's order."""

    name: str
    subcategories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Department:
    """One department with its categories; `aliases` are folded."""

    name: str
    aliases: frozenset[str]
    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class Departments:
    """The whole tree."""

    departments: tuple[Department, ...]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Departments:
        """The tree of a parsed `departments.toml`."""
        return cls(tuple(_department(row) for row in table["department"]))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(department.name for department in self.departments)

    def categories(self, department: str = "") -> tuple[str, ...]:
        """The categories of one department, or of all when it is empty or unknown."""
        return _unique(category.name for category in self._categories(department))

    def subcategories(self, department: str = "", category: str = "") -> tuple[str, ...]:
        """The subcategories of one category, looked for in one department or in all."""
        wanted = fold(category)
        return _unique(
            name
            for entry in self._categories(department)
            if not wanted or _folded(entry.name) == wanted
            for name in entry.subcategories
        )

    def department_named(self, typed: str) -> str:
        """The department's own spelling of `womens`, `Ladies` …; else as typed, cleaned."""
        wanted = fold(typed)
        for department in self.departments:
            if wanted in department.aliases:
                return department.name
        return clean_line(typed)

    def spelled(self, department: str, category: str, subcategory: str) -> tuple[str, str, str]:
        """The three in the tree's own spelling wherever it has them."""
        named = self.department_named(department)
        category = _spelling(category, self.categories(named))
        return named, category, _spelling(subcategory, self.subcategories(named, category))

    def _categories(self, department: str) -> Iterable[Category]:
        wanted = self.department_named(department)
        known = [entry for entry in self.departments if entry.name == wanted]
        for entry in known or self.departments:
            yield from entry.categories


def _department(row: Mapping[str, Any]) -> Department:
    categories = tuple(
        Category(entry["name"], tuple(entry.get("subcategories", ()))) for entry in row["category"]
    )
    aliases = frozenset(fold(name) for name in (row["name"], *row.get("aliases", ())))
    return Department(row["name"], aliases, categories)


def _spelling(typed: str, known: Iterable[str]) -> str:
    wanted = fold(typed)
    if not wanted:
        return clean_line(typed)
    return next((name for name in known if _folded(name) == wanted), clean_line(typed))


@lru_cache(maxsize=4_096)
def _folded(name: str) -> str:
    # The same few hundred names are compared for every row of a spreadsheet.
    return fold(name)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
