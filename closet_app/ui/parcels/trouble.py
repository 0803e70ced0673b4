"""What speaks against sending an order, in a word or two."""

from __future__ import annotations

from closet_app.services.records.packing import PackOrder
from closet_app.ui.words import say


def say_trouble(order: PackOrder) -> str:
    """“Refunded” or “Address missing”; nothing when all is well."""
    if order.refunded:
        return say("Refunded")
    return say("Address missing") if order.address_missing else ""
