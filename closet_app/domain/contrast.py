"""How well one color is read on another."""

from __future__ import annotations

READABLE, LARGE = 4.5, 3.0
"""The least contrast of small and of large words (WCAG 2.2, success criterion 1.4.3)."""

_DARKEST_SHARE = 0.04045
"""Below it sRGB is a straight line (IEC 61966-2-1)."""


def contrast(first: str, second: str) -> float:
    """The contrast of two #RRGGBB colors, from 1 to 21, in either order (WCAG 2.2)."""
    dark, light = sorted(_luminance(each) for each in (first, second))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= _DARKEST_SHARE else ((share + 0.055) / 1.055) ** 2.4
