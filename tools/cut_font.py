"""Cut one static TrueType font out of a variable or a web font."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

if TYPE_CHECKING:
    from pathlib import Path

FAMILY, SUBFAMILY, UNIQUE, FULL, POSTSCRIPT = 1, 2, 3, 4, 6
TYPOGRAPHIC_FAMILY, TYPOGRAPHIC_SUBFAMILY, VARIATIONS_PREFIX = 16, 17, 25
RENAMED = (
    FAMILY,
    SUBFAMILY,
    UNIQUE,
    FULL,
    POSTSCRIPT,
    TYPOGRAPHIC_FAMILY,
    TYPOGRAPHIC_SUBFAMILY,
    VARIATIONS_PREFIX,
)
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
LINKED = ("Regular", "Bold")
UNUSED_TABLES = ("DSIG", "STAT", "BASE", "vhea", "vmtx")
LAST_STANDARD_NAME = 255
REGULAR_BIT, BOLD_BIT, MAC_BOLD_BIT = 1 << 6, 1 << 5, 1 << 0


def names_of(family: str, style: str) -> dict[int, str]:
    """The name records by which Qt, ReportLab and the system find the cut."""
    names = {
        FAMILY: family if style in LINKED else f"{family} {style}",
        SUBFAMILY: style if style in LINKED else "Regular",
        UNIQUE: f"Closet {family} {style}",
        FULL: f"{family} {style}",
        POSTSCRIPT: f"{family.replace(' ', '')}-{style}",
    }
    if style not in LINKED:
        names |= {TYPOGRAPHIC_FAMILY: family, TYPOGRAPHIC_SUBFAMILY: style}
    return names


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the font one name in the Windows table, and its weight where programs look for it."""
    table = font["name"]
    standard = (record for record in table.names if record.nameID <= LAST_STANDARD_NAME)
    table.names = [record for record in standard if record.nameID not in RENAMED]
    for number, text in names_of(family, style).items():
        table.setName(text, number, 3, 1, 0x409)
    bold = style == "Bold"
    font["OS/2"].usWeightClass = WEIGHTS[style]
    kept = font["OS/2"].fsSelection & ~(REGULAR_BIT | BOLD_BIT)
    font["OS/2"].fsSelection = kept | (BOLD_BIT if bold else REGULAR_BIT)
    font["head"].macStyle = MAC_BOLD_BIT if bold else 0


def cut_font(source: Path, target: Path, family: str, style: str, axes: dict[str, float]) -> None:
    """Write `source` at the given place on its axes as a glyf font named `family` `style`."""
    # The time of the source is kept, so that the same source gives the same bytes.
    font = TTFont(source, recalcTimestamp=False)
    if axes:
        font = instancer.instantiateVariableFont(font, axes, inplace=True)
    font.flavor = None
    for tag in UNUSED_TABLES:
        if tag in font:
            del font[tag]
    rename(font, family, style)
    font.save(target)
