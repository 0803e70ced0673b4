"""What the sample shop packs with: supplies in lots, packing steps that use them, and labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from closet_app.domain.money import Money
from closet_app.domain.units import Weight
from closet_app.services import order_steps, supplies
from closet_app.services.closet import Closet
from closet_app.services.opening import DEFAULT_PACKING
from closet_app.services.order_files import attach_label_bytes
from closet_app.services.order_views import order
from closet_app.services.parcels import set_parcel
from closet_app.services.records import ShopStep
from closet_app.services.shop import edit_shop

LABEL = "label.pdf"
HEAVY, LIGHT = Weight.of("5.25", "lb"), Weight.of("2.1875", "lb")
BOX = "14 × 10 × 4 in"


def buy_supplies(closet: Closet, tables: Sequence[Mapping[str, Any]], yesterday: date) -> None:
    """Buy the supplies of the sample's tables and let its packing steps use them."""
    steps = {step.words: step for step in DEFAULT_PACKING}
    for table in tables:
        name, unit, reorder_at = table["name"], table["unit"], table["reorder_at"]
        supply_id, _ = supplies.add_supply(closet, name, unit, reorder_at)
        for lot in table["lots"]:
            cost = Money.of(lot["cost"], closet.currency)
            bought_on = yesterday - timedelta(days=lot["days"])
            supplies.buy_lot(closet, supply_id, lot["quantity"], cost, bought_on)
        flat = Money.of(table["flat"], closet.currency).minor
        steps[table["step"]] = ShopStep(table["step"], flat, supply_id, table["quantity"])
    edit_shop(closet, packing_steps=tuple(steps.values()))


def pack(closet: Closet, order_id: int) -> None:
    """Tick everything of an order's packing list that is not printed."""
    for step in order(closet, order_id).packing:
        if not step.print_piece:
            order_steps.tick(closet, order_id, step.key, done=True)


def weigh_and_label(closet: Closet, order_id: int, *, heavy: bool) -> None:
    """Put a parcel on the scale, and the label that the marketplace sent to its order."""
    label = closet.reference.folder / "sample" / LABEL
    set_parcel(closet, order_id, HEAVY if heavy else LIGHT, BOX)
    attach_label_bytes(closet, order_id, LABEL, label.read_bytes())
