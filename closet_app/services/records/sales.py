"""Orders, their lines and buyers, and what a new sale needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from closet_app.domain.addresses import Address
from closet_app.domain.money import Money
from closet_app.domain.profit import LineProfit, OrderProfit, Step
from closet_app.domain.status import LineState
from closet_app.services.records.pieces import PhotoRef


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who bought, as the seller knows them; `language` is what her cards are written in."""

    id: int
    name: str
    handle: str
    address: Address
    notes: str
    order_count: int
    language: str = ""


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One order in the list pane."""

    id: int
    number: int
    buyer: str
    marketplace: str
    words: str
    paid: Money
    status: LineState
    sold_on: date
    ship_by: date | None
    photo: PhotoRef | None
    item_count: int


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One piece of an order with its share of the order's money.

    `price` is what it was sold for, also when it was cancelled and `profit` counts nothing.
    """

    id: int
    item_id: int | None
    sku: str
    title: str
    detail: str
    bin: str
    photo: PhotoRef | None
    state: LineState
    restocked: bool
    cost_known: bool
    price: Money
    profit: LineProfit
    returned_on: date | None = None


@dataclass(frozen=True, slots=True)
class PackingStep:
    """One tick of the packing list; `print_piece` names a printed piece it stands for.

    `cost` is what the step used up, or would use up today. A step that uses a supply names it
    with how many it takes and how many are `left`; `warning` when those are too few.
    """

    key: str
    words: str
    detail: str
    cost: Money | None
    done: bool
    print_piece: str = ""
    supply: str = ""
    quantity: int = 0
    left: int | None = None
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Refund:
    """Money given back to the buyer."""

    id: int
    amount: Money
    given_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class TakeDown:
    """A marketplace where a sold piece is still offered, until ticked."""

    id: int
    order_id: int | None
    item_id: int
    sku: str
    title: str
    marketplace: str
    url: str
    done: bool


@dataclass(frozen=True, slots=True)
class OrderView:
    """One whole order with its money worked out.

    `supplies` counts; `supplies_estimate` is what it was taken to be before packing used any.
    """

    id: int
    number: int
    marketplace: str
    marketplace_number: str
    buyer: Buyer | None
    status: LineState
    sold_on: date
    sold_at: datetime
    ship_by: date | None
    packed_at: datetime | None
    shipped_on: date | None
    delivered_on: date | None
    cancelled_on: date | None
    currency: str
    own_label: bool
    discount: Money
    shipping: Money
    postage: Money
    supplies: Money
    supplies_estimate: Money | None
    tax: Money
    fee_expected: Money
    fee_charged: Money | None
    fee_rule: str
    fee_unverified: bool
    tracking: str
    carrier: str
    gift: bool
    gift_message: str
    note: str
    message: str
    notes: str
    weight_words: str
    parcel: str
    lines: tuple[OrderLine, ...]
    refunds: tuple[Refund, ...]
    packing: tuple[PackingStep, ...]
    take_downs: tuple[TakeDown, ...]
    profit: OrderProfit
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSale:
    """What marking something sold needs; prices run beside `item_ids` in order."""

    item_ids: tuple[int, ...]
    prices: tuple[Money, ...]
    marketplace: str
    sold_on: date
    marketplace_number: str = ""
    buyer_id: int | None = None
    buyer_name: str = ""
    buyer_handle: str = ""
    address: Address | None = None
    discount: Money | None = None
    shipping: Money | None = None
    own_label: bool | None = None
    postage: Money | None = None
    supplies: Money | None = None
    tax: Money | None = None
    fee_charged: Money | None = None
    gift: bool = False
    gift_message: str = ""
    notes: str = ""
