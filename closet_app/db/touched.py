"""What a committed step changed, by ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

SHOP_TABLES = frozenset(
    {"shop", "marketplace_setting", "card_design", "card_text", "own_stock", "supply", "supply_lot"}
)


@dataclass(frozen=True, slots=True)
class Touched:
    """Ids by table, and the pieces and orders those rows belong to.

    `step_id` is None when nothing was recorded; `everything` when maintenance may have changed
    any row.
    """

    label: str
    step_id: int | None = None
    rows: Mapping[str, frozenset[int]] = field(default_factory=lambda: MappingProxyType({}))
    items: frozenset[int] = frozenset()
    orders: frozenset[int] = frozenset()
    everything: bool = False

    @property
    def photos(self) -> frozenset[int]:
        """Ids of the photos that changed."""
        return self.rows.get("photo", frozenset())

    @property
    def intake(self) -> bool:
        """Whether an intake, one of its groups or photos changed."""
        return not {"intake", "intake_group", "photo"}.isdisjoint(self.rows)

    @property
    def shop(self) -> bool:
        """Whether the shop, how it sells, or what it prints and packs with changed."""
        return not SHOP_TABLES.isdisjoint(self.rows)


class TouchedRows:
    """Collects `Touched` while a step is under way."""

    def __init__(self) -> None:
        self._rows: dict[str, set[int]] = {}
        self._items: set[int] = set()
        self._orders: set[int] = set()

    def add(self, table: str, row_id: int, *links: Mapping[str, object]) -> None:
        """Note one row; `links` are its values, whose item and order it belongs to."""
        self._rows.setdefault(table, set()).add(row_id)
        for values in links:
            item_id, order_id = owners(table, row_id, values)
            self._items.update({item_id} if item_id is not None else ())
            self._orders.update({order_id} if order_id is not None else ())

    def touched(self, label: str, step_id: int | None) -> Touched:
        """All that was noted."""
        rows = {table: frozenset(ids) for table, ids in self._rows.items()}
        return Touched(
            label, step_id, MappingProxyType(rows), frozenset(self._items), frozenset(self._orders)
        )


def owners(table: str, row_id: int, values: Mapping[str, object]) -> tuple[int | None, int | None]:
    """The item and the order that a row of `table` belongs to."""
    item_id = row_id if table == "item" else values.get("item_id")
    order_id = row_id if table == "orders" else values.get("order_id")
    return (
        item_id if isinstance(item_id, int) else None,
        order_id if isinstance(order_id, int) else None,
    )
