"""The garment's colors: clusters of its pixels in OKLab, in the words of the listed ones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image

from closet_app.photo.clusters import clustered
from closet_app.photo.color_names import NEUTRAL, color_names
from closet_app.photo.lab import Floats, hex_of
from closet_app.photo.looks import ColorShare
from closet_app.photo.samples import sample_of
from closet_app.photo.subject import subject_of

CLUSTERS = 14
MOST = 5
MULTI = "Multi"

LEAST_SHARE = 0.16
"""A smaller part of a garment is a button, a seam or a fold."""
LEAST_VIVID = 0.07
"""But a print shows from here on, when its color is no gray."""
_VIVID = 0.09
"""Chroma in OKLab."""
_MANY = 4
"""So many hues of some size, and none of them leading, are called Multi."""
_HUE_SHARE, _LEADING = 0.05, 0.6
_SAME = 0.12
"""OKLab distance up to which clusters may be one cloth in many lights."""
_LIGHT_COUNTS = 0.5
_GARMENT = 0.5
_COUNTED = 1600
"""Pixels that are clustered; more find no other colors."""
_SPECK = 0.02
_TINTED, _HUE_WITHIN = 0.045, 20
_SHADOW, _SHINE, _WASHED_OUT, _FOLD = 0.4, 1.35, 0.35, 0.5
"""A part in another light: so much darker or lighter, paler, and smaller than the rest."""
_GLOSS, _DIM = 0.06, 0.6
"""Black leather shines in the color of the room."""

Swatches = Sequence[tuple[str, str]]


def colors_of(
    image: Image.Image, mask: Image.Image | None, swatches: Swatches
) -> tuple[ColorShare, ...]:
    """The colors of the garment on an upright RGB photo by their share, at most five.

    `mask` is its cut-out (any size); without one the garment is guessed. Only listed colors among
    the names of `swatches` are said; `color_names.shade_of` has the finer word.
    """
    lab = sample_of(image).lab
    return named(palette_of(lab, _likely(lab, mask)), swatches)


def palette_of(lab: Floats, likely: Floats) -> Floats:
    """Rows of (L, a, b, share) in OKLab, the largest first."""
    pixels, weights = lab.reshape(-1, 3), likely.reshape(-1)
    most = float(weights.max(initial=0))
    counted = weights > _GARMENT * most if most > 0 else np.ones(len(weights), dtype=bool)
    step = -(-int(counted.sum()) // _COUNTED)
    labels, centers = clustered(pixels[counted][::step], CLUSTERS)
    masses = np.bincount(labels, weights[counted][::step] if most > 0 else None, len(centers))
    rows = _merged(np.column_stack((centers, masses / masses.sum())))
    return rows[np.argsort(-rows[:, 3], kind="stable")].astype(np.float32)


def named(palette: Floats, swatches: Swatches) -> tuple[ColorShare, ...]:
    """The palette in listed words, clusters of one word together; "Multi" first of many hues."""
    among = frozenset(name for name, _ in swatches)
    rows = _by_name(palette, among)
    colors = sorted((_color(name, parts) for name, parts in rows.items()), key=_largest_first)
    told = [color for color in colors if _is_told(color, rows[color.name])] or colors[:1]
    if MULTI in among and _is_many(colors):
        rest = sum(color.share for color in colors)
        told.insert(0, ColorShare(MULTI, hex_of(_middle(palette)), round(min(1.0, rest), 4)))
    return tuple(told[:MOST])


def _by_name(palette: Floats, among: frozenset[str]) -> dict[str, Floats]:
    """The rows of each name; one that counts as two colors gives each half of its share."""
    prototypes = color_names(among)
    if not prototypes.names:
        return {}
    names = prototypes.nearest(palette[:, :3])
    for at in range(1, len(names)):
        lit = (by for by in range(at) if _is_lit(palette[by], palette[at], names[by], names[at]))
        names[at] = names[next(lit, at)]
    found: dict[str, list[Floats]] = {}
    for row, words in zip(palette, names, strict=True):
        part = row * np.array([1, 1, 1, 1 / len(words)], dtype=np.float32)
        for word in words:
            found.setdefault(word, []).append(part)
    return {word: np.array(parts) for word, parts in found.items()}


def _is_lit(large: Floats, small: Floats, name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a smaller part is the larger one in a fold's shadow, or shining."""
    tint, small_tint = (float(np.hypot(row[1], row[2])) for row in (large, small))
    if NEUTRAL.intersection(name):
        return name == ("Black",) and other != ("Gray",) and small_tint < _GLOSS and small[0] < _DIM
    washed_out = other == ("Gray",)
    if tint < _TINTED or small[3] >= large[3] * (1 if washed_out else _FOLD):
        return False
    turned = np.degrees(np.arctan2(large[2], large[1]) - np.arctan2(small[2], small[1]))
    light = small[0] / max(float(large[0]), 1e-6)
    fullness = small_tint / max(float(small[0]), 1e-6) * large[0] / tint
    same_hue = abs((turned + 180) % 360 - 180) < _HUE_WITHIN
    return bool(same_hue and _SHADOW < light < _SHINE and fullness > _WASHED_OUT)


def _is_told(color: ColorShare, rows: Floats) -> bool:
    large = rows[rows[:, 3] > _SPECK]
    vivid = float(np.hypot(large[:, 1], large[:, 2]).max(initial=0))
    return color.share >= (LEAST_VIVID if vivid > _VIVID else LEAST_SHARE)


def _is_many(colors: Sequence[ColorShare]) -> bool:
    hues = [color for color in colors if color.share > _HUE_SHARE and color.name not in NEUTRAL]
    return len(hues) >= _MANY and colors[0].share < _LEADING


def _color(name: str, rows: Floats) -> ColorShare:
    return ColorShare(name, hex_of(_middle(rows)), round(min(1.0, float(rows[:, 3].sum())), 4))


def _middle(rows: Floats) -> Floats:
    weights = rows[:, 3] + np.float32(1e-9)
    middle: Floats = weights @ rows[:, :3] / weights.sum()
    return middle


def _largest_first(color: ColorShare) -> float:
    return -color.share


def _likely(lab: Floats, mask: Image.Image | None) -> Floats:
    if mask is None:
        return subject_of(lab).likely
    height, width = lab.shape[:2]
    small = mask.convert("L").resize((width, height), Image.Resampling.BOX)
    likely: Floats = np.asarray(small, dtype=np.float32) / np.float32(255)
    return likely


def _merged(rows: Floats) -> Floats:
    """Join clusters of one cloth in many lights, as long as no two of its parts stand apart."""
    places = rows[:, :3] * np.array([_LIGHT_COUNTS, 1, 1])
    apart = np.linalg.norm(places[:, None] - places[None], axis=2)
    np.fill_diagonal(apart, np.inf)
    rows = rows.astype(np.float32)
    kept = np.ones(len(rows), dtype=bool)
    while True:
        one, other = sorted(divmod(int(np.argmin(apart)), len(rows)))
        if not apart[one, other] <= _SAME:
            return rows[kept]
        rows[one] = np.append(_middle(rows[[one, other]]), rows[one, 3] + rows[other, 3])
        apart[one] = apart[:, one] = np.maximum(apart[one], apart[other])
        apart[other] = apart[:, other] = np.inf
        kept[other] = False
