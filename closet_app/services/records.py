"""What the window and the command line see of a closet: frozen values, never rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from closet_app.domain.addresses import Address
from closet_app.domain.fees import Fee
from closet_app.domain.item import ItemFacts
from closet_app.domain.money import Money
from closet_app.domain.profit import LineProfit, OrderProfit, Step
from closet_app.domain.status import ArchiveReason, ItemStatus, LineState
from closet_app.photo.recipe import Recipe


@dataclass(frozen=True, slots=True)
class PhotoRef:
    """Enough of a photo to fetch its thumbnail."""

    id: int
    sha256: str
    recipe: Recipe


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of a piece on its board, in order; the first not left out is the cover."""

    ref: PhotoRef
    position: int
    left_out: bool
    width: int
    height: int
    original_name: str


@dataclass(frozen=True, slots=True)
class Card:
    """One piece in the gallery or the table."""

    id: int
    sku: str
    title: str
    brand: str
    size: str
    status: ItemStatus
    listed_since: date | None
    asking: Money | None
    keep: Money | None
    cost: Money | None
    bin: str
    category: str
    condition: str
    photo: PhotoRef | None
    listed_on: tuple[str, ...]
    quantity: int


@dataclass(frozen=True, slots=True)
class Listing:
    """Where a piece is offered; `live` until it ends or sells."""

    marketplace: str
    url: str
    price: Money | None
    since: date | None
    live: bool


@dataclass(frozen=True, slots=True)
class KeepEstimate:
    """What a sale on one marketplace would leave, with every assumption it rests on."""

    marketplace: str
    listed: bool
    price: Money
    fee: Fee | None
    postage: Money
    supplies: Money
    shipping: Money
    tax: Money
    cost: Money
    payout: Money
    keep: Money
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change in words, newest first in every list."""

    at: datetime
    words: str
    is_undone: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One whole piece for the inspector and the editor."""

    id: int
    facts: ItemFacts
    status: ItemStatus
    archive_reason: ArchiveReason | None
    listed_since: date | None
    lowest_asking: Money | None
    in_trash: bool
    photos: tuple[Photo, ...]
    listings: tuple[Listing, ...]
    order_ids: tuple[int, ...]
    created_at: datetime

    @property
    def cover(self) -> Photo | None:
        """The first photo that is not left out."""
        return next((photo for photo in self.photos if not photo.left_out), None)


@dataclass(frozen=True, slots=True)
class Totals:
    """The line above the gallery."""

    count: int
    asking: Money
    keep: Money


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One value of a facet with how many pieces it would leave."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts of every facet group, each with the other filters applied; `ages` by 10 days."""

    groups: dict[str, tuple[FacetCount, ...]]
    ages: tuple[int, ...]
    not_listed: int
    totals: Totals


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who bought, as the seller knows them."""

    id: int
    name: str
    handle: str
    address: Address
    notes: str
    order_count: int


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
    """One tick of the packing list; `print_piece` names a printed piece it stands for."""

    key: str
    words: str
    detail: str
    cost: Money | None
    done: bool
    print_piece: str = ""


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
    """One whole order with its money worked out."""

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
    tax: Money
    fee_expected: Money
    fee_charged: Money | None
    fee_rule: str
    fee_unverified: bool
    tracking: str
    carrier: str
    gift: bool
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
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """The seller's shop: what is printed, counted and proposed."""

    name: str = ""
    tagline: str = ""
    owner: str = ""
    country: str = "US"
    currency: str = "USD"
    locale: str = "en_US"
    units: str = "imperial"
    address: Address = field(default_factory=Address)
    logo: str = ""
    link: str = ""
    slip_note: str = ""
    return_words: str = ""
    card_note: str = ""
    sign_off: str = ""
    sku_pattern: str = "JL-{0000}"
    packing_steps: tuple[tuple[str, int], ...] = ()
    ship_within_days: int = 3
    slip_stock: str = "letter"
    card_stock: str = "card-iso-a6"
    label_stock: str = "label-2.25x1.25"
    first_steps_hidden: bool = False
    is_sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketplaceDefaults:
    """How the seller uses one marketplace; amounts are proposals for each new sale."""

    marketplace: str
    enabled: bool
    handle: str = ""
    link: str = ""
    own_label: bool = False
    shipping: Money | None = None
    tax_percent: Decimal = Decimal(0)
    postage: Money | None = None
    supplies: Money | None = None
