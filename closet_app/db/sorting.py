"""The orders in which found pieces can be shown."""

from __future__ import annotations

from enum import StrEnum


class Sort(StrEnum):
    """How found pieces can be ordered; pieces that lack the value come last."""

    NEWEST = "newest"
    OLDEST = "oldest"
    PRICE_UP = "price_up"
    PRICE_DOWN = "price_down"
    KEEP_UP = "keep_up"
    KEEP_DOWN = "keep_down"
    AGE = "age"
    TITLE = "title"
    BRAND = "brand"
    BIN = "bin"
    SKU = "sku"
    CHANGED = "changed"
