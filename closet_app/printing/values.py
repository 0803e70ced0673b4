"""What printed pieces are made from: words, prices already said, and paths of pictures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Shop:
    """The seller's side of every piece; `link` becomes the code on slips and cards.

    `promise` and `note` are the heading and the sentences at the foot of a slip, where a
    buyer learns what to do when something is not right; `signature` is written by hand.
    """

    name: str
    tagline: str = ""
    address: tuple[str, ...] = ()
    logo: Path | None = None
    signature: str = ""
    promise: str = ""
    note: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """A name and address in the form of its own country, line by line."""

    name: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One piece in the parcel; `detail` is like “Zara, size S”."""

    title: str
    detail: str = ""
    price: str = ""
    photo: Path | None = None
    sku: str = ""
    bin: str = ""


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A named amount under the lines of a slip."""

    label: str
    amount: str


@dataclass(frozen=True, slots=True)
class Invoice:
    """What makes a slip an invoice: its number, the shop's tax number, and lines of tax.

    `rows` are net, tax and gross as values already said; they stand under what was paid.
    """

    number: str
    tax_number: str = ""
    rows: tuple[TotalRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Slip:
    """One order's packing slip; a gift shows no prices and no totals, but its `message`.

    `heading` says which order this is; `paid` is what the buyer paid; `code` is the text of
    the code at the foot, the shop's link when empty; `care` is a text, `language` the buyer's.
    """

    order: str
    heading: str
    shop: Shop
    buyer: Party
    lines: tuple[SlipLine, ...]
    totals: tuple[TotalRow, ...] = ()
    paid: str = ""
    care: str = ""
    gift: bool = False
    code: str = ""
    language: str = ""
    invoice: Invoice | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class CardPiece:
    """A piece recommended on the back of a card."""

    title: str
    detail: str = ""
    price: str = ""
    photo: Path | None = None


@dataclass(frozen=True, slots=True)
class CardBack:
    """Up to three pieces that go with what was bought.

    `title` is empty for the plain “Goes well with it”; `kept_until` is a date already in
    words, empty unless the seller keeps pieces back.
    """

    pieces: tuple[CardPiece, ...]
    title: str = ""
    link: str = ""
    kept_until: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A thank-you; `order` names it when something does not fit.

    `facts` fill the {fields} of a design's words, as (field, words); `language` is the buyer's,
    `photo` shows what was bought, and `to` is where a postcard goes.
    """

    shop: Shop
    greeting: str
    note: str
    sign_off: str
    footer: str = ""
    back: CardBack | None = None
    order: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    language: str = ""
    photo: Path | None = None
    to: Party | None = None


@dataclass(frozen=True, slots=True)
class ItemLabel:
    """A label for one piece; what is empty is not printed, no code text means no code.

    `detail` is like “Zara, size S” and stands in where `brand` and `size` are both empty.
    """

    sku: str
    title: str
    detail: str = ""
    price: str = ""
    bin: str = ""
    code: str = ""
    brand: str = ""
    size: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class BinLabel:
    """A label for a bin, rack or shelf: its name large, what is in it, and a code to scan."""

    name: str
    contents: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class StyleCard:
    """Three pieces worn together and why they go together; `colors` are #RRGGBB dots."""

    shop: Shop
    pieces: tuple[CardPiece, ...]
    reason: str
    title: str = ""
    link: str = ""
    colors: tuple[str, ...] = ()
    footer: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class CareLine:
    """How one piece is cared for."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class CareCard:
    """How to care for the pieces of a parcel."""

    shop: Shop
    lines: tuple[CareLine, ...]
    title: str = ""
    footer: str = ""
    order: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Sticker:
    """A seal for tissue paper: the shop's logo, else its initial, and words around it."""

    shop: Shop
    words: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class AddressLabel:
    """Where a parcel goes; `facts` are short lines such as the weight and the ship-by day."""

    sender: Party
    receiver: Party
    order: str = ""
    code: str = ""
    facts: tuple[str, ...] = ()
    language: str = ""
