"""A price to ask, from what the seller's own pieces like it sold for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from closet_app.db.sold_alike import SoldPiece, sold_in_category
from closet_app.domain.money import Money
from closet_app.domain.pricing import PriceEnding, with_ending
from closet_app.domain.text import fold
from closet_app.services.closet import Closet

_MOST_SALES = 400


@dataclass(frozen=True, slots=True)
class SoldLikeIt:
    """The middle of what such pieces sold for; the newest sales first in `item_ids`."""

    price: Money
    confidence: float
    item_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Kinship:
    """How alike pieces are that count together, and how many it takes to tell a price."""

    same_brand: bool
    same_subcategory: bool
    least: int
    confidence: float


_KINSHIPS = (
    _Kinship(same_brand=True, same_subcategory=True, least=2, confidence=0.8),
    _Kinship(same_brand=True, same_subcategory=False, least=2, confidence=0.7),
    _Kinship(same_brand=False, same_subcategory=True, least=3, confidence=0.55),
    _Kinship(same_brand=False, same_subcategory=False, least=5, confidence=0.45),
)


def sold_like_it(
    closet: Closet, category: str, subcategory: str = "", brand: str = ""
) -> SoldLikeIt | None:
    """What sold pieces of the same brand and kind went for; the closest kin that are enough.

    None when too few were sold to tell.
    """
    if not category:
        return None
    with closet.database.read() as connection:
        sold = sold_in_category(connection, category, _MOST_SALES)
    for kinship in _KINSHIPS:
        kin = _kin(sold, kinship, subcategory, brand)
        if len(kin) >= kinship.least:
            middle = median_low(sorted(piece.price_minor for piece in kin))
            price = with_ending(Money(middle, closet.currency), PriceEnding.WHOLE)
            ids = tuple(dict.fromkeys(piece.item_id for piece in kin))
            return SoldLikeIt(price, kinship.confidence, ids)
    return None


def _kin(
    sold: Sequence[SoldPiece], kinship: _Kinship, subcategory: str, brand: str
) -> list[SoldPiece]:
    if (kinship.same_brand and not brand) or (kinship.same_subcategory and not subcategory):
        return []
    return [
        piece
        for piece in sold
        if (not kinship.same_brand or fold(piece.brand) == fold(brand))
        and (not kinship.same_subcategory or fold(piece.subcategory) == fold(subcategory))
    ]
