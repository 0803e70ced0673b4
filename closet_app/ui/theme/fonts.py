"""Inter in its four bundled weights, with tabular figures, by the names of the type scale."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from closet_app.paths import resources
from closet_app.ui.theme.shades import theme
from closet_app.ui.theme.tokens import tokens

OTHER_SCRIPTS = ("NotoSans?*-Regular.ttf", "NotoEmoji-Regular.ttf")
"""Fonts that Qt falls back on for letters Inter does not have."""


@cache
def load_fonts() -> int:
    """Register the bundled interface fonts once; returns how many were found."""
    # Qt warns of each script that the first font of a line does not shape, then falls back.
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")
    return _load("Inter-*.ttf")


@cache
def load_script_fonts() -> int:
    """Register the fonts of every other script, so that no name shows as boxes (30 ms)."""
    return sum(_load(pattern) for pattern in OTHER_SCRIPTS)


def _load(pattern: str) -> int:
    files = sorted((resources() / "fonts").glob(pattern))
    return sum(QFontDatabase.addApplicationFont(str(file)) >= 0 for file in files)


def font(role: str) -> QFont:
    """The font of a type role at the shown text size."""
    return _font(role, theme().text_size)


@lru_cache(maxsize=256)
def sized_font(pixels: int, weight: int) -> QFont:
    """Inter at `pixels` (already scaled) for painters whose size follows their box."""
    made = QFont(list(tokens().families))
    made.setPixelSize(max(pixels, 1))
    made.setWeight(QFont.Weight(weight))
    for feature in tokens().features:
        made.setFeature(QFont.Tag(feature), 1)
    return made


def line_height(role: str) -> int:
    """The line height of a type role at the shown text size."""
    return theme().px(tokens().type_roles[role].line)


def text_width(words: str, role: str) -> int:
    """How wide `words` are on one line."""
    return _metrics(role, theme().text_size).horizontalAdvance(words)


@lru_cache(maxsize=128)
def _font(role: str, text_size: int) -> QFont:
    named = tokens().type_roles[role]
    pixels = (named.size * text_size + 50) // 100
    made = QFont(sized_font(pixels, named.weight))
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, named.tracking * pixels)
    return made


@lru_cache(maxsize=128)
def _metrics(role: str, text_size: int) -> QFontMetrics:
    return QFontMetrics(_font(role, text_size))
