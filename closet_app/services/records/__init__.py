"""What the window and the command line see of a closet: frozen values, never rows."""

from __future__ import annotations

from closet_app.photo.looks import ColorShare, Fault, Shot
from closet_app.photo.recipe import Recipe
from closet_app.photo.sources import PhotoBytes, Source
from closet_app.services.records.pieces import (
    Card,
    FacetCount,
    Facets,
    HistoryLine,
    KeepEstimate,
    Listing,
    Photo,
    PhotoRef,
    Piece,
    Pin,
    Totals,
)
from closet_app.services.records.sales import (
    Buyer,
    NewSale,
    OrderLine,
    OrderRow,
    OrderView,
    PackingStep,
    Refund,
    TakeDown,
)
from closet_app.services.records.shop import MarketplaceDefaults, SavedView, Shop, ShopStep

__all__ = [
    "Buyer",
    "Card",
    "ColorShare",
    "FacetCount",
    "Facets",
    "Fault",
    "HistoryLine",
    "KeepEstimate",
    "Listing",
    "MarketplaceDefaults",
    "NewSale",
    "OrderLine",
    "OrderRow",
    "OrderView",
    "PackingStep",
    "Photo",
    "PhotoBytes",
    "PhotoRef",
    "Piece",
    "Pin",
    "Recipe",
    "Refund",
    "SavedView",
    "Shop",
    "ShopStep",
    "Shot",
    "Source",
    "TakeDown",
    "Totals",
]
