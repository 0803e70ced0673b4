"""What is measured of which garment, and where each measure runs over its drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from closet_app.domain.scope import Scope
from closet_app.domain.text import fold

Point = tuple[float, float]
Line = tuple[Point, Point]
Outline = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure; `line` runs over the drawing in a box 100 wide and 100 high."""

    key: str
    words: str
    line: Line
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class MeasureSet:
    """What is measured of one kind of garment, over closed `outlines` in the same box."""

    name: str
    drawing: str
    measures: tuple[Measure, ...]
    outlines: tuple[Outline, ...]


@dataclass(frozen=True, slots=True)
class MeasureBook:
    """Every set, and for which pieces it is used."""

    words: Mapping[str, str]
    by_name: Mapping[str, str]
    sets: Mapping[str, MeasureSet]
    uses: tuple[tuple[Scope, str], ...]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> MeasureBook:
        """The sets of a parsed `measurements.toml`, whose last use holds every piece."""
        rows = table["measures"]
        words = {key: row["words"] for key, row in rows.items()}
        by_name = {
            fold(name): key
            for key, row in rows.items()
            for name in (key, row["words"], *row["aliases"])
        }
        outlines = {name: tuple(map(_points, lines)) for name, lines in table["drawings"].items()}
        sets = {row["name"]: _set(row, words, outlines) for row in table["set"]}
        uses = tuple((Scope.from_row(row), row["set"]) for row in table["use"])
        return cls(words, by_name, sets, uses)

    def set_for(
        self, department: str = "", category: str = "", subcategory: str = ""
    ) -> MeasureSet:
        """What to measure of such a piece."""
        names = (
            name for scope, name in self.uses if scope.holds(department, category, subcategory)
        )
        return self.sets[next(names)]

    def named(self, typed: str) -> str:
        """The key of “p2p”, “Pit to pit” …; empty when nobody calls a measure that."""
        return self.by_name.get(fold(typed), "")

    def words_of(self, key: str) -> str:
        """The words of a measure; a key of another closet is said as it stands."""
        return self.words.get(key, key.replace("_", " ").capitalize())


def _set(
    row: Mapping[str, Any], words: Mapping[str, str], outlines: Mapping[str, tuple[Outline, ...]]
) -> MeasureSet:
    optional = row["optional"]
    measures = tuple(
        Measure(key, words[key], _line(row["lines"][key]), key in optional)
        for key in (*row["measures"], *optional)
    )
    return MeasureSet(row["name"], row["drawing"], measures, outlines[row["drawing"]])


def _points(pairs: Sequence[Sequence[float]]) -> Outline:
    return tuple((float(across), float(down)) for across, down in pairs)


def _line(pairs: Sequence[Sequence[float]]) -> Line:
    start, end = _points(pairs)
    return start, end
