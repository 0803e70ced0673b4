"""One side of a card being drawn: its place, what it says and how its design looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from closet_app.printing import styles
from closet_app.printing.area import Area, Box, Pen
from closet_app.printing.design import TYPES, Design, Part
from closet_app.printing.fields import fill
from closet_app.printing.marks import MARKS, SPRIG
from closet_app.printing.text.fitting import Style
from closet_app.printing.values import Card


@dataclass(frozen=True, slots=True)
class Leaf:
    """A side of a card; styles come out in the design's types, sizes and inks."""

    area: Area
    card: Card
    design: Design

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

    def display(self, style: Style) -> Style:
        """A style for the large words."""
        scale, inks = self.design.sizes.display, self.design.inks
        return _scaled(style, TYPES[self.design.fonts.display], scale, inks.accent)

    def letter(self, style: Style) -> Style:
        """A style for the letter."""
        return letter_style(self.design, style)

    def small(self, style: Style) -> Style:
        """A style for small print; strong small print stays strong."""
        face = TYPES[self.design.fonts.small] if style.face == "text" else style.face
        ink = self.design.inks.small if style.face == "text" else style.ink
        return replace(style, face=face, ink=ink)

    def words(self, slot: str, ordinary: str = "") -> str:
        """The design's words of that slot with their fields filled in, else the ordinary ones."""
        return fill(getattr(self.design.words, slot) or ordinary, self.facts)

    @property
    def facts(self) -> Mapping[str, str]:
        """What fields are filled with."""
        card = self.card
        return {"shop": card.shop.name, "order": card.order, **dict(card.facts)}

    def note_text(self) -> str:
        """The order's note, else the design's own."""
        return self.card.note if self.card.note.strip() else self.words("note")

    def mark(self, box: Box, ink: str = "") -> None:
        """The design's logo, the shop's, or the drawn mark, unless it is off."""
        if self.design.has(Part.MARK):
            logo = self.design.logo or self.card.shop.logo
            mark = MARKS.get(self.design.mark, SPRIG)
            self.area.logo_or_mark(logo, mark, ink or self.design.inks.accent, box)


def letter_style(design: Design, style: Style) -> Style:
    """The style in the design's letter type, size and ink."""
    return _scaled(style, TYPES[design.fonts.letter], design.sizes.letter, design.inks.letter)


def _scaled(style: Style, face: str, scale: float, ink: str) -> Style:
    return Style(
        face, style.size * scale, min(style.floor, style.size * scale), style.leading * scale, ink
    )
