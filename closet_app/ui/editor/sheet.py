"""Everything the editor shows of one piece, read at once: a few milliseconds."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.domain.money import Money
from closet_app.services import estimates, history, order_views, pieces
from closet_app.services.closet import Closet
from closet_app.services.kit import most_photos
from closet_app.services.records import HistoryLine, KeepEstimate, Listing, Piece


@dataclass(frozen=True, slots=True)
class Place:
    """One marketplace for one piece: its listing there, and what a sale would keep."""

    id: str
    name: str
    listing: Listing | None
    keep: KeepEstimate

    @property
    def is_live(self) -> bool:
        """Whether the piece is offered there."""
        return self.listing is not None and self.listing.live


@dataclass(frozen=True, slots=True)
class SoldIn:
    """An order in which the piece was sold."""

    order_id: int
    number: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One piece with its marketplaces, orders and history."""

    piece: Piece
    places: tuple[Place, ...]
    sold_in: tuple[SoldIn, ...]
    history: tuple[HistoryLine, ...]

    @property
    def photo_limits(self) -> tuple[tuple[str, int], ...]:
        """The most photos that each marketplace takes, where that is known."""
        limits = ((place.name, most_photos(place.id)) for place in self.places)
        return tuple((name, most) for name, most in limits if most)


def read_sheet(closet: Closet, item_id: int) -> Sheet:
    """One piece as it stands; raises NotFoundError."""
    piece = pieces.piece(closet, item_id)
    at_asking = estimates.estimates(closet, item_id)
    return Sheet(
        piece=piece,
        places=tuple(_place(closet, piece, each) for each in at_asking),
        sold_in=tuple(
            SoldIn(order_id, order_views.order(closet, order_id).number)
            for order_id in piece.order_ids
        ),
        history=history.item_history(closet, item_id),
    )


def _place(closet: Closet, piece: Piece, at_asking: KeepEstimate) -> Place:
    marketplace = at_asking.marketplace
    listing = next((each for each in piece.listings if each.marketplace == marketplace), None)
    price = listing.price if listing and listing.live else None
    keep = at_asking
    if price is not None and price != at_asking.price:
        keep = estimates.offer(closet, piece.id, marketplace, price)
    return Place(marketplace, closet.book.find(marketplace).name, listing, keep)


def asked(place: Place) -> Money | None:
    """The price it is offered at there; None where it is not offered."""
    return place.listing.price if place.listing and place.is_live else None
