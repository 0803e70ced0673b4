"""The design's measures and colours as frozen values, read once from `tokens.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from closet_app.paths import resources


@dataclass(frozen=True, slots=True)
class TypeRole:
    """One line of the type scale: pixels at 100 %, CSS weight, tracking in em."""

    size: int
    line: int
    weight: int
    tracking: float


@dataclass(frozen=True, slots=True)
class PillLook:
    """Colour roles of one status; an empty role is not drawn."""

    dot: str
    ring: bool
    ground: str
    outline: str
    ink: str


@dataclass(frozen=True, slots=True)
class BadgeLook:
    """Letter and fills of one marketplace, as hex colours."""

    letter: str
    fill: str
    fill_dark: str
    outline_dark: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything the design fixes, in logical pixels at 100 %."""

    light: Mapping[str, str]
    dark: Mapping[str, str]
    pills: Mapping[str, PillLook]
    badges: Mapping[str, BadgeLook]
    swatches: tuple[str, ...]
    type_roles: Mapping[str, TypeRole]
    icon_strokes: Mapping[int, float]
    families: tuple[str, ...]
    features: tuple[str, ...]


CUT_WEIGHTS = {450: 400, 550: 600, 650: 600, 680: 700}
"""Inter is bundled in four static weights; the design's in-between weights use the nearest."""


def _type_role(raw: Mapping[str, Any]) -> TypeRole:
    weight = raw["weight"]
    return TypeRole(
        size=round(raw["size"] - 0.01),
        line=raw["line"],
        weight=CUT_WEIGHTS.get(weight, weight),
        tracking=raw["tracking"],
    )


def _shades(raw: Mapping[str, Mapping[str, str]], name: str) -> dict[str, str]:
    return {role: shades[name] for role, shades in raw.items()}


@cache
def tokens() -> Tokens:
    """The shipped tokens."""
    raw = json.loads((resources() / "theme" / "tokens.json").read_text(encoding="utf-8"))
    font = raw["font"]
    return Tokens(
        light=_shades(raw["color"], "light"),
        dark=_shades(raw["color"], "dark"),
        pills={name: PillLook(**look) for name, look in raw["status"].items()},
        badges={name: BadgeLook(**look) for name, look in raw["marketplace"].items()},
        swatches=tuple(raw["swatches"]),
        type_roles={name: _type_role(role) for name, role in raw["type"].items()},
        icon_strokes={int(size): stroke for size, stroke in raw["icon"]["stroke"].items()},
        families=(font["family"], *font["fallback"]),
        features=tuple(font["features"]),
    )
