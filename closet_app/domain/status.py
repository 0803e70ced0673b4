"""Where a piece stands, as tables: what the seller may change, and what its orders say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from closet_app.errors import UserError


class ItemStatus(StrEnum):
    """Everything a piece can be; the second half follows from its order lines."""

    DRAFT = "draft"
    LISTED = "listed"
    ON_HOLD = "on_hold"
    SOLD = "sold"
    PACKED = "packed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    RETURNED = "returned"
    ARCHIVED = "archived"


class LineState(StrEnum):
    """Where one sold piece is on its way to the buyer, or back."""

    SOLD = "sold"
    PACKED = "packed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    RETURNED = "returned"
    CANCELLED = "cancelled"


class ArchiveReason(StrEnum):
    """Why a piece left the stock without a sale."""

    DONATED = "donated"
    KEPT = "kept"
    LOST = "lost"
    THROWN_AWAY = "thrown_away"


_DRAFT, _LISTED, _HOLD = ItemStatus.DRAFT, ItemStatus.LISTED, ItemStatus.ON_HOLD
_RETURNED, _ARCHIVED = ItemStatus.RETURNED, ItemStatus.ARCHIVED

CHANGES: Mapping[ItemStatus, frozenset[ItemStatus]] = MappingProxyType(
    {
        _DRAFT: frozenset({_LISTED, _ARCHIVED}),
        _LISTED: frozenset({_HOLD, _ARCHIVED}),
        _HOLD: frozenset({_LISTED, _ARCHIVED}),
        _RETURNED: frozenset({_DRAFT, _LISTED, _ARCHIVED}),
        _ARCHIVED: frozenset({_DRAFT, _LISTED, _HOLD, _RETURNED}),
    }
)
"""What the seller may make of a piece; every status that is missing follows from orders."""

OWN_STATUSES = frozenset(CHANGES)
SELLABLE = frozenset({_DRAFT, _LISTED, _HOLD})
SOLD_STATUSES = frozenset(ItemStatus) - OWN_STATUSES

_ON_THE_WAY = (LineState.SOLD, LineState.PACKED, LineState.SHIPPED, LineState.DELIVERED)
_UNDO_OF_A_SALE = frozenset({LineState.RETURNED, LineState.CANCELLED})

LINE_CHANGES: Mapping[LineState, frozenset[LineState]] = MappingProxyType(
    {
        LineState.SOLD: frozenset(_ON_THE_WAY[1:]) | _UNDO_OF_A_SALE,
        LineState.PACKED: frozenset(_ON_THE_WAY[2:]) | _UNDO_OF_A_SALE,
        LineState.SHIPPED: frozenset({LineState.DELIVERED, LineState.RETURNED}),
        LineState.DELIVERED: frozenset({LineState.RETURNED}),
        LineState.RETURNED: frozenset(),
        LineState.CANCELLED: frozenset(),
    }
)
"""Steps of a sold piece; ticks may be skipped, but nothing goes back except by Undo."""

_IS = MappingProxyType(
    {
        ItemStatus.DRAFT: "a draft",
        ItemStatus.LISTED: "listed",
        ItemStatus.ON_HOLD: "on hold",
        ItemStatus.SOLD: "sold",
        ItemStatus.PACKED: "sold and packed",
        ItemStatus.SHIPPED: "sold and shipped",
        ItemStatus.DELIVERED: "sold and delivered",
        ItemStatus.RETURNED: "returned",
        ItemStatus.ARCHIVED: "archived",
        LineState.CANCELLED: "cancelled",
    }
)


def change_status(now: ItemStatus, wanted: ItemStatus) -> ItemStatus:
    """`wanted`, when the seller may make that of a piece that is `now`.

    Raises UserError with a sentence for everything the table does not allow; asking for what
    already is changes nothing.
    """
    if wanted == now or wanted in CHANGES.get(now, frozenset()):
        return wanted
    raise UserError(
        f"This piece is {_IS[now]} and cannot become {_IS[wanted]}.",
        safe="Nothing was changed.",
        remedy=_way_out(now, wanted),
    )


def change_line(now: LineState, wanted: LineState) -> LineState:
    """`wanted`, when a sold piece that is `now` can become that; raises UserError otherwise."""
    if wanted == now or wanted in LINE_CHANGES[now]:
        return wanted
    raise UserError(
        f"This piece of the order is {now} and cannot become {wanted}.",
        safe="Nothing was changed.",
        remedy=_line_way_out(now, wanted),
    )


def require_sellable(own: ItemStatus, quantity_left: int) -> None:
    """Raises UserError unless a piece with this own status and quantity can be sold."""
    if own not in SELLABLE:
        raise UserError(
            f"This piece is {_IS[own]} and cannot be sold.",
            safe="Nothing was changed.",
            remedy="Put it back into stock first.",
        )
    if quantity_left < 1:
        raise UserError(
            "None of this piece is left to sell.",
            safe="Nothing was changed.",
            remedy="Raise its quantity if there are more of it.",
        )


def derive_status(
    own: ItemStatus, quantity_left: int, line_states: Sequence[LineState]
) -> ItemStatus:
    """What a piece is, from the seller's own status, what is left and its order lines.

    While something is left, and when it is archived, its own status stands. Otherwise the
    least advanced sale speaks, then a return that did not go back to stock.
    """
    if quantity_left > 0 or own is ItemStatus.ARCHIVED:
        return own
    for state in (*_ON_THE_WAY, LineState.RETURNED):
        if state in line_states:
            return ItemStatus(state.value)
    return own


def order_status(line_states: Sequence[LineState]) -> LineState:
    """What an order is: its least advanced piece; returned or cancelled only when all are.

    A mix of returned and cancelled pieces is returned. Raises ValueError without lines.
    """
    for state in (*_ON_THE_WAY, LineState.RETURNED, LineState.CANCELLED):
        if state in line_states:
            return state
    raise ValueError("an order has at least one line")


def _way_out(now: ItemStatus, wanted: ItemStatus) -> str:
    if now in SOLD_STATUSES:
        return "Take it back, or cancel its order, first."
    if wanted in SOLD_STATUSES:
        return "Use Mark sold, so that the order is kept with it."
    if wanted is ItemStatus.RETURNED:
        return "Record the return in its order."
    if now is ItemStatus.RETURNED:
        return "Put it back into stock first."
    return "List it first." if wanted is ItemStatus.ON_HOLD else "Put it on hold instead."


def _line_way_out(now: LineState, wanted: LineState) -> str:
    if wanted is LineState.CANCELLED:
        return "It is on its way already; record a return when it comes back."
    if now in _UNDO_OF_A_SALE:
        return "Sell it again in a new order."
    return "Use Undo if it was a slip."
