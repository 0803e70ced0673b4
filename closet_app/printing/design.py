"""How a card looks: its drawing, types, inks, words and the parts that are on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from closet_app.printing import styles


class Drawing(StrEnum):
    """How a card is laid out."""

    HAND_NOTE = "hand_note"
    STITCHED = "stitched"
    PHOTO = "photo"
    BOLD = "bold"
    RIBBON = "ribbon"
    POSTCARD = "postcard"


class Shape(StrEnum):
    """Whether the card is one leaf or folded once."""

    FLAT = "flat"
    FOLDED = "folded"


class Part(StrEnum):
    """What can be left off a card."""

    MARK = "mark"
    SHOP = "shop"
    GREETING = "greeting"
    NOTE = "note"
    SIGN_OFF = "sign_off"
    FOOTER = "footer"
    CODE = "code"
    PRICES = "prices"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Fonts:
    """Names of `TYPES` for the large words, the letter and the small print."""

    display: str = "caveat"
    letter: str = "caveat"
    small: str = "inter"


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the display words and the letter are beside the drawing's own size."""

    display: float = 1.0
    letter: float = 1.0


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours as #RRGGBB; `paper` is printed only where it is not white."""

    paper: str = "#FFFFFF"
    letter: str = styles.HAND
    accent: str = styles.BERRY
    small: str = styles.GREY
    line: str = styles.BERRY_STITCH
    code: str = styles.CARD_CODE


@dataclass(frozen=True, slots=True)
class Words:
    """The design's own words with {fields}; an empty one is said in the buyer's language."""

    title: str = ""
    second: str = ""
    caption: str = ""
    note: str = ""
    credit: str = ""
    footer: str = ""
    back_title: str = ""


@dataclass(frozen=True, slots=True)
class Design:
    """A card design; `picture` and `logo` are PNG files, the shop's logo stands in for none.

    `mark` is one of `marks.MARKS`; `less_ink` leaves painted grounds white and prints large
    words as outlines. `black` takes the colours out of photos as well.
    """

    id: str
    name: str
    drawing: Drawing = Drawing.HAND_NOTE
    shape: Shape = Shape.FLAT
    fonts: Fonts = field(default_factory=Fonts)
    sizes: Sizes = field(default_factory=Sizes)
    inks: Inks = field(default_factory=Inks)
    words: Words = field(default_factory=Words)
    parts: frozenset[Part] = frozenset(Part)
    mark: str = "sprig"
    picture: Path | None = None
    logo: Path | None = None
    less_ink: bool = False
    black: bool = False

    def has(self, part: Part) -> bool:
        """Whether the part is on."""
        return part in self.parts

    def in_black(self) -> Design:
        """The same card for a printer that has only black."""
        black = Inks("#FFFFFF", *[styles.BLACK] * 5)
        return replace(self, inks=black, less_ink=True, black=True)

    def with_pictures(self, find: Callable[[str], Path]) -> Design:
        """The design with its pictures where `find` keeps files of those names."""
        picture = find(self.picture.name) if self.picture else None
        return replace(self, picture=picture, logo=find(self.logo.name) if self.logo else None)


HAND_NOTE = Design("hand_note", "Hand note")

TYPES = {
    "caveat": "hand",
    "caveat_light": "hand_light",
    "nanum_pen": "pen",
    "dancing_script": "script",
    "fraunces": "title",
    "fraunces_light": "serif",
    "inter": "text",
    "inter_medium": "medium",
    "inter_strong": "strong",
    "inter_bold": "bold",
}
"""The bundled types a design may name, and the face of the text engine that draws each."""

TYPE_NAMES = {
    "caveat": "Caveat",
    "caveat_light": "Caveat light",
    "nanum_pen": "Nanum Pen",
    "dancing_script": "Dancing Script",
    "fraunces": "Fraunces",
    "fraunces_light": "Fraunces light",
    "inter": "Inter",
    "inter_medium": "Inter medium",
    "inter_strong": "Inter semi-bold",
    "inter_bold": "Inter bold",
}
"""The same types by the names sellers read."""
