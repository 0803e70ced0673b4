"""What the styling rules look at of a piece, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.domain.styling.slots import Slot, slot_of


@dataclass(frozen=True, slots=True)
class Swatch:
    """A color by its name and its palette's #RRGGBB; the hex is empty for a color unknown."""

    name: str
    hex: str = ""


@dataclass(frozen=True, slots=True)
class StyleFacts:
    """One piece as an outfit sees it; `price` in minor units, `weight` in milligrams.

    `colors` begins with the main one. Only a piece that is `free` is ever recommended.
    """

    id: int
    title: str = ""
    department: str = ""
    category: str = ""
    subcategory: str = ""
    size: str = ""
    colors: tuple[Swatch, ...] = ()
    material: str = ""
    style_words: tuple[str, ...] = ()
    price: int | None = None
    weight: int | None = None
    is_free: bool = True

    @property
    def slot(self) -> Slot:
        """Where it is worn."""
        return slot_of(self.category, self.subcategory, self.title)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a piece goes with another: English words with {fields}, and what fills them."""

    words: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one rule thinks; points below zero speak against the piece."""

    points: int = 0
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """A piece that goes with what was bought, with the reasons that speak for it."""

    id: int
    slot: Slot
    points: int
    reasons: tuple[Reason, ...] = ()
