"""Which colors go together, on the wheel of hues of their swatches."""

from __future__ import annotations

from collections.abc import Iterator
from colorsys import rgb_to_hsv
from dataclasses import dataclass
from functools import lru_cache

from closet_app.domain.styling.facts import Reason, StyleFacts, Swatch, Verdict
from closet_app.domain.styling.words import folded

_MULTI = "multi"
_PALE, _DARK, _DARK_CHROMA = 0.16, 0.43, 0.26
_EARTH, _EARTH_CHROMA = (24.0, 51.0), 0.36
_TONAL, _NEIGHBORS, _THIRDS, _OPPOSITE = 14.0, 42.0, (105.0, 140.0), (150.0, 180.0)
"""Degrees between two hues: shades of one color, neighbors, a third of the wheel, opposite."""
_LIGHTER = 0.16
_WARM, _COOL = ((0.0, 75.0), (320.0, 360.0)), ((160.0, 275.0),)
_GRAYISH = 0.08

PATTERNS = frozenset(
    {
        "striped", "floral", "plaid", "polka dot", "check", "tartan", "leopard", "snake print",
        "tie-dye", "zigzag", "chevron", "graphic", "tropical", "fruit print", "leaf print",
        "palm print", "geometric", "circle print", "patchwork", "paisley", "camo",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hue:
    """A swatch on the wheel: degrees, and how colorful and how light it is, from 0 to 1."""

    degrees: float
    chroma: float
    value: float

    @property
    def is_neutral(self) -> bool:
        """Whether it goes with anything: grays and near grays, darks, and colors of earth."""
        dark = self.value < _DARK and self.chroma < _DARK_CHROMA
        earth = _EARTH[0] <= self.degrees <= _EARTH[1] and self.chroma < _EARTH_CHROMA
        return self.chroma < _PALE or dark or earth

    @property
    def warmth(self) -> str:
        """“Warm ”, “cool ” or neither, as a word before the color's name."""
        if self.chroma < _GRAYISH:
            return ""
        if any(low <= self.degrees <= high for low, high in _WARM):
            return "warm"
        return "cool" if any(low <= self.degrees <= high for low, high in _COOL) else ""

    def apart(self, other: Hue) -> float:
        """Degrees between two hues, at most 180."""
        turn = abs(self.degrees - other.degrees) % 360
        return min(turn, 360 - turn)


@lru_cache(maxsize=2_048)
def hue_of(hex_color: str) -> Hue | None:
    """The hue of #RRGGBB; None for anything else."""
    try:
        red, green, blue = (int(hex_color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    except ValueError:
        return None
    turn, _, value = rgb_to_hsv(red, green, blue)
    return Hue(turn * 360, value - min(red, green, blue), value)


def color_rule(bought: StyleFacts, piece: StyleFacts) -> Verdict:
    """How the main colors get on; a pattern asks for something calm beside it."""
    if not bought.colors or not piece.colors:
        return Verdict()
    patterned = is_patterned(bought), is_patterned(piece)
    if all(patterned):
        return Verdict(-6)
    return max(_pairs(bought, piece, calm=not any(patterned)), key=lambda each: each.points)


def is_patterned(piece: StyleFacts) -> bool:
    """Whether it has a pattern, or too many colors to tell."""
    words = {folded(word) for word in piece.style_words}
    return not words.isdisjoint(PATTERNS) or any(_is_multi(each) for each in piece.colors[:1])


@lru_cache(maxsize=32_768)
def harmony(one: Swatch, other: Swatch) -> Verdict:
    """What two colors are to each other, the first being bought."""
    if _is_multi(one) or _is_multi(other):
        return _beside_pattern(one, other)
    first, second = hue_of(one.hex), hue_of(other.hex)
    if first is None or second is None:
        return Verdict()
    if first.is_neutral or second.is_neutral:
        return _with_neutral(one, other, first, second)
    return _on_the_wheel(one, other, first, second)


def _pairs(bought: StyleFacts, piece: StyleFacts, *, calm: bool) -> Iterator[Verdict]:
    for one in bought.colors[:2]:
        for place, other in enumerate(piece.colors[:2]):
            found = harmony(one, other)
            points = found.points - 2 * place - (0 if calm or len(piece.colors) == 1 else 2)
            yield Verdict(points, found.reason if points > 0 else None)


def _is_multi(color: Swatch) -> bool:
    return folded(color.name) == _MULTI


def _beside_pattern(one: Swatch, other: Swatch) -> Verdict:
    calm = other if _is_multi(one) else one
    hue = hue_of(calm.hex)
    if _is_multi(calm) or hue is None:
        return Verdict(-4)
    if hue.is_neutral:
        words = "Calm {color} beside many colors"
        return Verdict(9, Reason(words, (("color", calm.name),)))
    return Verdict(3)


def _with_neutral(one: Swatch, other: Swatch, first: Hue, second: Hue) -> Verdict:
    if first.is_neutral and second.is_neutral:
        return _both_neutral(one, other, first, second)
    accent, hue = (other, second) if first.is_neutral else (one, first)
    calm = one if first.is_neutral else other
    words = _ACCENT[hue.warmth]
    return Verdict(10, Reason(words, (("accent", accent.name), ("neutral", calm.name))))


_ACCENT = {
    "warm": "Warm {accent} goes with {neutral}",
    "cool": "Cool {accent} goes with {neutral}",
    "": "{accent} stands out beside {neutral}",
}


def _both_neutral(one: Swatch, other: Swatch, first: Hue, second: Hue) -> Verdict:
    names = (("one", one.name), ("other", other.name))
    if folded(one.name) == folded(other.name):
        return Verdict(6, Reason("All in {one}", names))
    if abs(first.value - second.value) >= _LIGHTER:
        return Verdict(8, Reason("{one} and {other}, light and dark", names))
    return Verdict(5, Reason("{one} and {other} are both calm", names))


def _on_the_wheel(one: Swatch, other: Swatch, first: Hue, second: Hue) -> Verdict:
    apart, names = first.apart(second), (("one", one.name), ("other", other.name))
    lighter = abs(first.value - second.value) >= _LIGHTER
    if folded(one.name) == folded(other.name):
        return Verdict(5, Reason("All in {one}", names))
    if apart <= _TONAL:
        return Verdict(9 if lighter else 6, Reason("{one} and {other}, tone on tone", names))
    if apart <= _NEIGHBORS:
        return Verdict(7, Reason("{one} and {other} are neighbors", names))
    if _OPPOSITE[0] <= apart <= _OPPOSITE[1]:
        return Verdict(9, Reason("{one} and {other} bring each other out", names))
    if _THIRDS[0] <= apart <= _THIRDS[1]:
        return Verdict(2)
    return Verdict(-3)
