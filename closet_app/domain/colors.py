"""Colors of the marketplaces' forms with their swatches, and the shades that belong to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from closet_app.domain.fields import MOST_COLORS
from closet_app.domain.text import clean_line, fold


@dataclass(frozen=True, slots=True)
class Color:
    """A listed color or a shade: `hex` is its swatch, `base` the listed color it counts as.

    `words` holds a marketplace's own word for a listed color; empty means its form has none.
    """

    name: str
    hex: str
    base: str
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Palette:
    """All colors known by name; `listed` are the ones a form asks for, in its order."""

    listed: tuple[Color, ...]
    shades: tuple[Color, ...]
    by_name: Mapping[str, Color]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Palette:
        """The palette of a parsed `colors.toml`."""
        listed = tuple(_listed(row) for row in table["color"])
        shades = tuple(
            Color(name, row["hex"], row["of"], {}) for name, row in table["shades"].items()
        )
        by_name = {fold(color.name): color for color in (*shades, *listed)}
        for row, color in zip(table["color"], listed, strict=True):
            by_name |= {fold(alias): color for alias in row.get("aliases", ())}
        return cls(listed, shades, by_name)

    def named(self, typed: str) -> Color | None:
        """The listed color or shade of that name or alias."""
        return self.by_name.get(fold(typed))

    def swatch(self, typed: str) -> str:
        """The hex color of a name; empty for one that is not known."""
        known = self.named(typed)
        return known.hex if known else ""

    def split(self, typed: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """At most two listed colors, and all other words as free ones; each once, spelled."""
        listed: dict[str, None] = {}
        free: dict[str, None] = {}
        for word in typed:
            known = self.named(word)
            name = known.name if known else clean_line(word)
            is_listed = known is not None and known.name == known.base
            room = name in listed or len(listed) < MOST_COLORS
            (listed if is_listed and room else free).setdefault(name)
        free.pop("", None)
        return tuple(listed), tuple(free)

    def for_form(
        self, colors: Iterable[str], other_colors: Iterable[str], marketplace: str
    ) -> tuple[str, ...]:
        """At most two words of the marketplace's form, shades standing for their color."""
        words: dict[str, None] = {}
        for name in (*colors, *other_colors):
            known = self.named(name)
            base = self.named(known.base) if known else None
            word = base.words.get(marketplace, base.name) if base else ""
            if word:
                words.setdefault(word)
        return tuple(words)[:MOST_COLORS]


def _listed(row: Mapping[str, Any]) -> Color:
    words = {name: row.get(name, "") for name in ("poshmark", "depop", "vinted")}
    return Color(row["name"], row["hex"], row["name"], words)
