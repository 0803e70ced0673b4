"""How this shop writes money, measures and days."""

from __future__ import annotations

from closet_app.services.closet import Closet
from closet_app.services.records import Shop
from closet_app.services.shop import shop
from closet_app.wording.manner import Manner, is_day_first

METRIC, IMPERIAL = "metric", "imperial"


def manner_of(closet: Closet, of: Shop | None = None) -> Manner:
    """The shop's way of writing today; `of` saves reading the shop again."""
    own = of or shop(closet)
    return Manner(
        taxonomy=closet.reference.taxonomy,
        today=closet.clock.today(),
        currency=closet.currency,
        locale=own.locale,
        length_unit="cm" if own.units == METRIC else "in",
        weight_unit="lb" if own.units == IMPERIAL else "kg",
        day_first=is_day_first(own.country),
    )


def sheet_units(manner: Manner) -> tuple[str, str]:
    """The units of length and weight in the shop's spreadsheets."""
    return manner.length_unit, "oz" if manner.weight_unit == "lb" else "g"
