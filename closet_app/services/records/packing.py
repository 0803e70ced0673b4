"""The pack station: what is to be packed, where it lies, and what goes in with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from closet_app.domain.addresses import Address
from closet_app.domain.status import LineState
from closet_app.domain.units import Weight
from closet_app.services.changed import Changed
from closet_app.services.records.pieces import PhotoRef
from closet_app.services.records.sales import PackingStep

LABEL, PARCEL_PHOTO = "label", "parcel_photo"
"""Kinds of files kept with orders."""


@dataclass(frozen=True, slots=True)
class PackPiece:
    """One piece of an order that is to be packed; `checked` once it was in hand."""

    line_id: int
    order_id: int
    item_id: int | None
    sku: str
    title: str
    detail: str
    bin: str
    photo: PhotoRef | None
    checked: bool


@dataclass(frozen=True, slots=True)
class OrderFile:
    """A file kept with an order: a marketplace's label or a photo of the parcel."""

    id: int
    order_id: int
    kind: str
    name: str
    sha256: str
    extension: str
    size_bytes: int
    added_at: datetime
    printed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackOrder:
    """One order at the pack station; sentences are empty when all is well.

    `address` is None and `address_missing` true when nothing can be posted to. `weight_words`
    is the parcel's weight, `weight_guess` what its pieces weigh together when all are known;
    `buyer_notes` are what the seller noted about the buyer, `tracking_doubt` says that the
    tracking number looks mistyped; `refunded` that all of the money was given back.
    """

    id: int
    number: int
    buyer: str
    buyer_id: int | None
    address: Address | None
    address_missing: bool
    marketplace: str
    status: LineState
    sold_on: date
    ship_by: date | None
    gift: bool
    gift_message: str
    note: str
    message: str
    pieces: tuple[PackPiece, ...]
    steps: tuple[PackingStep, ...]
    weight: Weight | None
    weight_words: str
    weight_guess: str
    parcel: str
    over_limit: str
    tracking: str
    carrier: str
    tracking_link: str
    tracking_doubt: str
    labels: tuple[OrderFile, ...]
    parcel_photos: tuple[OrderFile, ...]
    printed_at: datetime | None
    packed_at: datetime | None
    buyer_notes: str = ""
    refunded: bool = False

    @property
    def first_bin(self) -> str:
        """The bin of the piece that is pulled first."""
        return self.pieces[0].bin if self.pieces else ""

    @property
    def all_checked(self) -> bool:
        """Whether every piece was in hand."""
        return all(piece.checked for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class PackList:
    """Everything to pack, by ship-by date, then first bin; today is the shop's."""

    today: date
    orders: tuple[PackOrder, ...]

    @property
    def late(self) -> tuple[PackOrder, ...]:
        """The orders whose ship-by date has passed."""
        return tuple(each for each in self.orders if each.ship_by and each.ship_by < self.today)


@dataclass(frozen=True, slots=True)
class PullPiece:
    """A piece to take out of its bin, and the order it is for."""

    piece: PackPiece
    number: int
    buyer: str
    ship_by: date | None


@dataclass(frozen=True, slots=True)
class PullStop:
    """One bin on the way along the shelves; the pieces without a bin are the last stop."""

    bin: str
    pieces: tuple[PullPiece, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a scanned label turned out to be; `changed` is None unless a piece was ticked.

    `fits` says that an order waits for it, also when it was ticked before; a scanned order
    number names its order and no line.
    """

    words: str
    fits: bool
    order_id: int | None = None
    line_id: int | None = None
    changed: Changed | None = None
