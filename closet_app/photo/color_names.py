"""Which listed color a measured one is: the nearest of several looks that each name has."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np

from closet_app import paths
from closet_app.domain.colors import Palette
from closet_app.photo.lab import Floats, lab_of_hex

NEUTRAL = frozenset({"Black", "Gray", "White"})
_SHADE_WITHIN = 0.05
"""OKLab distance at which a shade's own word is fair."""
_LIGHT_COUNTS = 0.6
_TINT_COUNTS = 0.5


@dataclass(frozen=True, slots=True)
class ColorNames:
    """Prototypes in the space of `_warped`; each stands for one listed name, or for two."""

    names: tuple[tuple[str, ...], ...]
    places: Floats

    def nearest(self, lab: Floats) -> list[tuple[str, ...]]:
        """The names of each row of OKLab (…, 3)."""
        apart = np.linalg.norm(_warped(lab)[:, None] - self.places[None], axis=2)
        return [self.names[at] for at in apart.argmin(axis=1)]


@cache
def color_names(among: frozenset[str]) -> ColorNames:
    """The shipped prototypes whose names are all in `among`."""
    text = (paths.resources() / "photos" / "colors.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    looks = [((name,), swatches) for name, swatches in table["prototypes"].items()]
    looks += [(tuple(row["of"]), row["hex"]) for row in table["between"]]
    kept = [
        (names, lab_of_hex(each))
        for names, swatches in looks
        if among.issuperset(names)
        for each in swatches
    ]
    places = np.array([place for _, place in kept], dtype=np.float32).reshape(-1, 3)
    return ColorNames(tuple(names for names, _ in kept), _warped(places))


def shade_of(swatch: str, listed: str, among: Iterable[str]) -> str:
    """The shade of a listed color (Denim of Blue) that `swatch` comes close to, or ""."""
    seen = lab_of_hex(swatch)
    allowed = set(among)
    near = [
        (float(np.linalg.norm(lab_of_hex(shade.hex) - seen)), shade.name)
        for shade in _palette().shades
        if shade.base == listed and shade.name in allowed
    ]
    distance, name = min(near, default=(1.0, ""))
    return name if distance <= _SHADE_WITHIN else ""


def _warped(lab: Floats) -> Floats:
    """Tints of grays drawn apart and vivid colors together, as words for them do."""
    chroma = np.linalg.norm(lab[:, 1:], axis=1, keepdims=True)
    drawn = lab[:, 1:] * (_TINT_COUNTS / np.sqrt(chroma + 1e-6))
    warped: Floats = np.hstack((lab[:, :1] * _LIGHT_COUNTS, drawn)).astype(np.float32)
    return warped


@cache
def _palette() -> Palette:
    text = (paths.resources() / "taxonomy" / "colors.toml").read_text(encoding="utf-8")
    return Palette.from_table(tomllib.loads(text))
