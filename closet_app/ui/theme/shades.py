"""The shown theme: colours by role and lengths by text size, read while painting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from PySide6.QtGui import QColor, QPalette

from closet_app.ui.theme.tokens import tokens

Shade = Literal["light", "dark"]

TEXT_SIZES = (90, 100, 115, 130, 150)
"""Percent; fonts and controls grow together."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by role and the text size they are shown at."""

    shade: Shade
    colors: Mapping[str, QColor]
    text_size: int = 100
    high_contrast: bool = False
    moves: bool = True
    _hexes: Mapping[str, str] = field(default_factory=dict)

    def color(self, role: str) -> QColor:
        """The colour of a role such as `ink2` or `accent-soft`."""
        return self.colors[role]

    def css(self, role: str) -> str:
        """The colour as Qt style sheets write it."""
        return self._hexes[role]

    def px(self, length: int) -> int:
        """A length of the design at the chosen text size; hairlines stay hairlines."""
        if length <= 2:
            return length
        return (length * self.text_size + 50) // 100

    def __hash__(self) -> int:
        """Themes are cache keys; shade, size and contrast tell them apart."""
        return hash((self.shade, self.text_size, self.high_contrast))


def make_theme(shade: Shade, text_size: int = 100) -> Theme:
    """The designed colours in `shade`."""
    hexes = tokens().light if shade == "light" else tokens().dark
    return _theme(shade, dict(hexes), text_size)


def make_contrast_theme(shade: Shade, system: QPalette, text_size: int = 100) -> Theme:
    """The system's own high-contrast colours: no soft grounds, full-strength lines and text."""
    ground, ink = system.window().color().name(), system.windowText().color().name()
    chosen, on_chosen = system.highlight().color().name(), system.highlightedText().color().name()
    grounds = ("canvas", "rail", "surface", "sunken", "hover", "neutral-soft", "bulk", "tagbg")
    marks = ("accent", "accent-h", "accent-press")
    hexes = dict.fromkeys(tokens().light, ink)
    hexes |= dict.fromkeys(grounds, ground)
    hexes |= {role: ground for role in hexes if role.endswith("-soft")}
    hexes |= dict.fromkeys(marks, chosen)
    hexes |= {"on-accent": on_chosen, "on-bad": ground, "accent-ink": chosen}
    return replace(_theme(shade, hexes, text_size), high_contrast=True)


def _theme(shade: Shade, hexes: dict[str, str], text_size: int) -> Theme:
    colors = {role: QColor(value) for role, value in hexes.items()}
    return Theme(shade, colors, text_size, _hexes=hexes)


class _Shown:
    """Holds the theme that is on the screen, as QApplication holds its palette."""

    theme: Theme | None = None


def theme() -> Theme:
    """The theme on the screen; light at 100 % until one is applied."""
    if _Shown.theme is None:
        _Shown.theme = make_theme("light")
    return _Shown.theme


def show_theme(chosen: Theme) -> None:
    """Make `chosen` the theme that `theme()` answers."""
    _Shown.theme = chosen


def color(role: str) -> QColor:
    """The shown theme's colour of a role."""
    return theme().colors[role]


def px(length: int) -> int:
    """A designed length at the shown text size."""
    return theme().px(length)
