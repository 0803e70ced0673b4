"""Pieces, their photos and what they would keep, as screens see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from closet_app.domain.fees import Fee
from closet_app.domain.flaws import MarkedFlaw
from closet_app.domain.item import ItemFacts
from closet_app.domain.money import Money
from closet_app.domain.status import ArchiveReason, ItemStatus
from closet_app.photo.recipe import Recipe


@dataclass(frozen=True, slots=True)
class PhotoRef:
    """Enough of a photo to fetch its thumbnail."""

    id: int
    sha256: str
    recipe: Recipe

    @classmethod
    def of(cls, photo_id: int, sha256: str, recipe: str) -> PhotoRef:
        """From the columns of a photo, whose recipe is JSON."""
        return cls(photo_id, sha256, Recipe.from_json(recipe))


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of a piece on its board, in order; the first not left out is the cover."""

    ref: PhotoRef
    position: int
    left_out: bool
    width: int
    height: int
    original_name: str


@dataclass(frozen=True, slots=True)
class Pin:
    """A flaw's word at a place of a photo, in fractions of the upright original."""

    id: int
    photo_id: int
    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Card:
    """One piece in the gallery or the table."""

    id: int
    sku: str
    title: str
    brand: str
    size: str
    status: ItemStatus
    listed_since: date | None
    asking: Money | None
    keep: Money | None
    cost: Money | None
    bin: str
    category: str
    condition: str
    photo: PhotoRef | None
    listed_on: tuple[str, ...]
    quantity: int


@dataclass(frozen=True, slots=True)
class Listing:
    """Where a piece is offered; `live` until it ends or sells."""

    marketplace: str
    url: str
    price: Money | None
    since: date | None
    live: bool


@dataclass(frozen=True, slots=True)
class KeepEstimate:
    """What a sale on one marketplace would leave, with every assumption it rests on."""

    marketplace: str
    listed: bool
    price: Money
    fee: Fee | None
    postage: Money
    supplies: Money
    shipping: Money
    tax: Money
    cost: Money
    payout: Money
    keep: Money
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change in words, newest first in every list."""

    at: datetime
    words: str
    is_undone: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One whole piece for the inspector and the editor."""

    id: int
    facts: ItemFacts
    status: ItemStatus
    archive_reason: ArchiveReason | None
    listed_since: date | None
    lowest_asking: Money | None
    in_trash: bool
    photos: tuple[Photo, ...]
    listings: tuple[Listing, ...]
    order_ids: tuple[int, ...]
    created_at: datetime
    pins: tuple[Pin, ...] = ()

    @property
    def cover(self) -> Photo | None:
        """The first photo that is not left out."""
        return next((photo for photo in self.photos if not photo.left_out), None)

    @property
    def marked_flaws(self) -> tuple[MarkedFlaw, ...]:
        """The words of the pins with the numbers of their photos, in the order of the board."""
        shown = [photo.ref.id for photo in self.photos if not photo.left_out]
        order = {photo.ref.id: photo.position for photo in self.photos}
        return tuple(
            MarkedFlaw(pin.words, shown.index(pin.photo_id) + 1 if pin.photo_id in shown else 0)
            for pin in sorted(self.pins, key=lambda pin: (order.get(pin.photo_id, -1), pin.id))
        )


@dataclass(frozen=True, slots=True)
class Totals:
    """The line above the gallery."""

    count: int
    asking: Money
    keep: Money


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One value of a facet with how many pieces it would leave."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts of every facet group, each with the other filters applied; `ages` by 10 days."""

    groups: dict[str, tuple[FacetCount, ...]]
    ages: tuple[int, ...]
    not_listed: int
    totals: Totals
