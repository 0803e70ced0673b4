"""One side of a card being drawn: its place, what it says and how its design looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from closet_app.printing import styles
from closet_app.printing.area import Area, Box, Pen
from closet_app.printing.design import TYPES, Design, Part
from closet_app.printing.fields import fill
from closet_app.printing.marks import MARKS, SPRIG
from closet_app.printing.text.fitting import Style
from closet_app.printing.values import Card

RIM = 0.17 * 72
"""What home printers cannot reach, in points: painted grounds keep it white."""
_WHITE = "#FFFFFF"
_FIRST_TALL, _TALL = 0x0590, 1.16
"""Letters from Hebrew on fill more of their line than Latin ones, so their lines stand wider."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A side of a card; styles come out in the design's types, sizes and inks.

    `folded` says that the note is written inside and not here.
    """

    area: Area
    card: Card
    design: Design
    folded: bool = False

    @property
    def width(self) -> float:
        """Width in points."""
        return self.area.width

    @property
    def height(self) -> float:
        """Height in points."""
        return self.area.height

    @property
    def stitch(self) -> Pen:
        """The design's dashed line."""
        return Pen(0.75, self.design.inks.line, dash=styles.STITCH_DASH)

    @property
    def has_note(self) -> bool:
        """Whether the note is written on this side."""
        return not self.folded and self.design.has(Part.NOTE)

    def scale(self, width: float, height: float) -> float:
        """How much larger this side is than one of `width` × `height` points."""
        return min(self.width / width, self.height / height)

    def display(self, style: Style, ink: str = "") -> Style:
        """A style for the large words, in the accent's ink unless another is named."""
        scale, inks = self.design.sizes.display, self.design.inks
        return scaled(style, TYPES[self.design.fonts.display], scale, ink or inks.accent)

    def small(self, style: Style) -> Style:
        """A style for small print; strong small print stays strong."""
        face = TYPES[self.design.fonts.small] if style.face == "text" else style.face
        ink = self.design.inks.small if style.face == "text" else style.ink
        return replace(style, face=face, ink=ink)

    def words(self, slot: str, ordinary: str = "") -> str:
        """The design's words of that slot with their fields filled in, else the ordinary ones."""
        usual = self.area.paper.phrases.words.get(f"{self.design.drawing}_{slot}", "")
        return fill(getattr(self.design.words, slot) or ordinary or usual, self.facts)

    @property
    def facts(self) -> Mapping[str, str]:
        """What fields are filled with."""
        card = self.card
        return {"shop": card.shop.name, "order": card.order, **dict(card.facts)}

    @property
    def picture(self) -> Path | None:
        """The design's picture, else the photo of what was bought."""
        return self.design.picture or self.card.photo

    def mark(self, box: Box, ink: str = "", *, centred: bool = False) -> None:
        """The design's logo, the shop's, or the drawn mark, unless it is off."""
        if self.design.has(Part.MARK):
            logo = self.design.logo or self.card.shop.logo
            mark = MARKS.get(self.design.mark, SPRIG)
            ink = ink or self.design.inks.accent
            self.area.logo_or_mark(logo, mark, ink, box, centred=centred)

    def ground(self) -> None:
        """The card's colour inside a white rim, unless it is white or ink is to be saved."""
        if self.design.inks.paper.upper() != _WHITE and not self.design.less_ink:
            inside = Box(RIM, RIM, self.width - 2 * RIM, self.height - 2 * RIM)
            self.area.paint(inside, self.design.inks.paper)


def stretch_of(text: str) -> float:
    """How much wider than Latin ones lines of such letters stand."""
    return _TALL if any(ord(letter) >= _FIRST_TALL for letter in text) else 1.0


def letter_style(design: Design, style: Style) -> Style:
    """The style in the design's letter type, size and ink."""
    return scaled(style, TYPES[design.fonts.letter], design.sizes.letter, design.inks.letter)


def scaled(style: Style, face: str, scale: float, ink: str) -> Style:
    """The style in another face and ink, larger or smaller; its floor never grows."""
    size, leading = style.size * scale, style.leading * scale
    return Style(face, size, min(style.floor, size), leading, ink)
