"""Sizes by chart and system: what is offered for a piece, and in which order sizes stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from closet_app.domain.scope import Scope
from closet_app.domain.text import clean_line, fold

_LETTERS = {
    name: at
    for at, names in enumerate(
        (
            ("preemie",), ("newborn",), ("xxxs", "3xs"), ("xxs", "2xs"), ("xs",), ("s", "small"),
            ("m", "medium"), ("l", "large"), ("xl",), ("xxl", "2xl"), ("xxxl", "3xl"), ("4xl",),
            ("5xl",), ("6xl",), ("one size", "os", "osfa"),
        )
    )
    for name in names
}  # fmt: skip
_PREFIX = re.compile(r"(?:us|eu|uk|waist|neck|w)\s*(?=\d)")
_PETITE_OR_TALL = re.compile(r"(.+)[pt]")
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)(.*)")


@dataclass(frozen=True, slots=True)
class SizeSystem:
    """One way to count sizes (Standard, Plus, EU …) with its sizes in order."""

    name: str
    sizes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SizeChart:
    """The systems for the pieces of one scope."""

    scope: Scope
    systems: tuple[SizeSystem, ...]


@dataclass(frozen=True, slots=True)
class SizeBook:
    """Every chart; the first that holds a piece is its chart."""

    charts: tuple[SizeChart, ...]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> SizeBook:
        """The charts of a parsed `sizes.toml`, whose last chart holds every piece."""
        return cls(tuple(_chart(row) for row in table["chart"]))

    def systems(
        self, department: str = "", category: str = "", subcategory: str = ""
    ) -> tuple[SizeSystem, ...]:
        """The systems offered for such a piece."""
        holding = (
            chart for chart in self.charts if chart.scope.holds(department, category, subcategory)
        )
        return next(holding).systems

    def sizes(
        self, department: str = "", category: str = "", subcategory: str = "", system: str = ""
    ) -> tuple[str, ...]:
        """The sizes offered, of one system or of all; each once."""
        wanted = fold(system)
        systems = self.systems(department, category, subcategory)
        chosen = [entry for entry in systems if fold(entry.name) == wanted] or systems
        return tuple(dict.fromkeys(size for entry in chosen for size in entry.sizes))

    def spelled(self, size: str, department: str, category: str, subcategory: str) -> str:
        """The chart's own spelling of `xl` or `one SIZE`; else as typed, cleaned."""
        wanted = fold(size)
        offered = self.sizes(department, category, subcategory)
        return next((name for name in offered if fold(name) == wanted), clean_line(size))

    def system_of(self, size: str, department: str, category: str, subcategory: str) -> str:
        """The first system that has `size`; empty when none has."""
        wanted = fold(size)
        for system in self.systems(department, category, subcategory):
            if wanted in map(fold, system.sizes):
                return system.name
        return ""


def size_rank(size: str) -> tuple[int, float, str]:
    """A key that puts letters before figures, each in the order they are worn."""
    plain = _PREFIX.sub("", fold(size))
    if plain in _LETTERS:
        return (0, _LETTERS[plain], plain)
    longer = _PETITE_OR_TALL.fullmatch(plain)
    if longer and longer[1] in _LETTERS:
        return (0, _LETTERS[longer[1]] + 0.5, plain)
    number = _NUMBER.match(plain)
    if number:
        # 00 is smaller than 0 and 0X larger than 0.
        return (1, -1 if number[1] == "00" else float(number[1]), number[2])
    return (2, 0, plain)


def in_wearing_order(sizes: Iterable[str]) -> tuple[str, ...]:
    """`sizes` as a facet shows them: XS S M L XL, then 0 2 4, then words."""
    return tuple(sorted(sizes, key=size_rank))


def _chart(row: Mapping[str, Any]) -> SizeChart:
    systems = tuple(SizeSystem(entry["name"], tuple(entry["sizes"])) for entry in row["system"])
    return SizeChart(Scope.from_row(row), systems)
