"""Every printed piece, filled with whatever words a test likes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from closet_app.printing.design import Shape
from closet_app.printing.designs import design_ids, load_design
from closet_app.printing.documents import (
    Printed,
    make_address_labels,
    make_bin_labels,
    make_cards,
    make_care_cards,
    make_item_labels,
    make_return_labels,
    make_slips,
    make_stickers,
    make_style_cards,
)
from closet_app.printing.item_label import LabelField
from closet_app.printing.pull_sheet import PullBin, PullRow, PullSheet, make_pull_sheet
from closet_app.printing.stock import Stock, load_stock
from closet_app.printing.values import (
    AddressLabel,
    BinLabel,
    Card,
    CardBack,
    CardPiece,
    CareCard,
    CareLine,
    Invoice,
    ItemLabel,
    Party,
    Shop,
    Slip,
    SlipLine,
    Sticker,
    StyleCard,
    TotalRow,
)

Make = Callable[[list[Any], Stock, io.BytesIO], Printed]
LINK = "https://juniper.example/look/1047"


@dataclass(frozen=True, slots=True)
class Filling:
    """What a piece is filled with; `note` must fit a card, everything else may be anything."""

    name: str = "Renata Okafor"
    words: str = "Satin leopard-print shirt"
    price: str = "$26.00"
    note: str = "thank you for giving these three a second life!"
    address: tuple[str, ...] = ("221 Alder Court, Apt 3", "Riverbend, OR 97000")
    code: str = "JL-0412"
    language: str = ""
    photo: Path | None = None


def filled_with(text: str) -> Filling:
    """The same words everywhere; a note holds no more of them than a card does."""
    return Filling(text, text, text, text[:40], (text, text), "JL-0412")


@dataclass(frozen=True, slots=True)
class Piece:
    """A printed piece on one stock: what its codes say, and whether it is printed in black."""

    id: str
    stock_id: str
    value: Callable[[Filling], object]
    make: Make
    codes: int = 0
    black: bool = False
    rim: float | None = None

    @property
    def stock(self) -> Stock:
        """Its paper."""
        return load_stock(self.stock_id)

    def printed(self, *fillings: Filling) -> tuple[bytes, Printed]:
        """The file and what came out."""
        out = io.BytesIO()
        values = list(map(self.value, fillings or (Filling(),)))
        made = self.make(values, self.stock, out)
        return out.getvalue(), made

    def pdf(self, *fillings: Filling) -> bytes:
        """The file."""
        return self.printed(*fillings)[0]


def _shop(with_: Filling) -> Shop:
    return Shop(
        name=with_.name,
        tagline=with_.words,
        address=with_.address,
        signature=with_.name,
        promise=with_.words,
        note=with_.words,
        link=LINK,
    )


def _slip(with_: Filling) -> Slip:
    line = SlipLine(with_.words, with_.words, with_.price, with_.photo, with_.code, with_.code)
    return Slip(
        order=with_.code,
        heading=with_.words,
        shop=_shop(with_),
        buyer=Party(with_.name, with_.address),
        lines=(line, line, line),
        totals=(TotalRow(with_.words, with_.price), TotalRow("Shipping", "$6.50")),
        paid=with_.price,
        care=with_.words,
        language=with_.language,
    )


def _pieces(with_: Filling) -> tuple[CardPiece, ...]:
    return (CardPiece(with_.words, with_.words, with_.price, with_.photo),) * 3


def _card(with_: Filling) -> Card:
    return Card(
        shop=_shop(with_),
        greeting=with_.name,
        note=with_.note,
        sign_off=with_.name,
        footer=with_.words,
        back=CardBack(_pieces(with_), with_.words, LINK, with_.words),
        order=with_.code,
        facts=(("first name", with_.name), ("owner", with_.name)),
        language=with_.language,
        photo=with_.photo,
        to=Party(with_.name, with_.address),
    )


def _gift(with_: Filling) -> Slip:
    return replace(_slip(with_), gift=True, message=with_.words)


def _invoice(with_: Filling) -> Slip:
    rows = (TotalRow(with_.words, with_.price),) * 3
    return replace(_slip(with_), invoice=Invoice(with_.words, with_.words, rows))


def _style(with_: Filling) -> StyleCard:
    return StyleCard(
        shop=_shop(with_),
        pieces=_pieces(with_),
        reason=with_.words,
        title=with_.words,
        link=LINK,
        colors=("#8C4A2B",) * 3,
        footer=with_.words,
        language=with_.language,
    )


def _care(with_: Filling) -> CareCard:
    lines = (CareLine(with_.words, with_.words),) * 3
    return CareCard(_shop(with_), lines, with_.words, with_.words, with_.code, with_.language)


def _item(with_: Filling) -> ItemLabel:
    return ItemLabel(
        sku=with_.name,
        title=with_.words,
        price=with_.price,
        bin=with_.words,
        code=with_.code,
        brand=with_.words,
        size=with_.words,
        date=with_.words,
    )


def _bin(with_: Filling) -> BinLabel:
    return BinLabel(with_.name, with_.words, with_.code)


def _party(with_: Filling) -> Party:
    return Party(with_.name, with_.address)


def _address(with_: Filling) -> AddressLabel:
    return AddressLabel(
        sender=_party(with_),
        receiver=_party(with_),
        order=with_.name,
        code=with_.code,
        facts=(with_.words, with_.words),
        language=with_.language,
    )


def _sticker(with_: Filling) -> Sticker:
    return Sticker(_shop(with_), with_.words, with_.language)


def _bin_to_pull(with_: Filling) -> PullBin:
    row = PullRow(with_.words, with_.words, with_.words, with_.name, with_.photo)
    return PullBin(with_.name, (row, row))


def _pull_sheet(bins: Sequence[PullBin], stock: Stock, out: io.BytesIO) -> Printed:
    return make_pull_sheet(PullSheet("Pull list", "", tuple(bins)), stock, out)


def _card_pieces() -> Iterator[Piece]:
    rim = 0.16 * 72
    for design_id in design_ids():
        design = load_design(design_id)
        stock = "card-4x6" if design_id == "postcard" else "card-iso-a6"
        flat = partial(make_cards, design=replace(design, shape=Shape.FLAT))
        black = partial(make_cards, design=design.in_black())
        yield Piece(f"card {design_id}", stock, _card, flat, codes=1, rim=rim)
        yield Piece(f"card {design_id} black", stock, _card, black, codes=1, black=True, rim=rim)
        if design_id != "postcard":
            folded = partial(make_cards, design=design)
            yield Piece(
                f"card {design_id} folded", "card-us-a2-folded", _card, folded, codes=1, rim=rim
            )


def _label_pieces() -> Iterator[Piece]:
    every = partial(make_item_labels, fields=frozenset(LabelField))
    for name, value, make, with_code, stocks in (
        ("item label", _item, every, True, ITEM_STOCKS),
        ("bin label", _bin, make_bin_labels, True, ("label-2.25x1.25", "avery-5160")),
        ("address label", _address, make_address_labels, True, ADDRESS_STOCKS),
        ("small address label", _address, make_address_labels, False, ("avery-5160",)),
        ("return label", _party, make_return_labels, False, ("label-2.25x1.25", "avery-5167")),
    ):
        for stock in stocks:
            yield Piece(f"{name} {stock}", stock, value, make, codes=int(with_code), black=True)


ITEM_STOCKS = ("label-2.25x1.25", "avery-5160", "avery-5167", "dymo-11353", "dymo-30332")
ADDRESS_STOCKS = ("address-4x6", "half-sheet-5126", "avery-5163")
PIECES = (
    Piece("slip", "letter", _slip, make_slips, codes=1),
    Piece("slip A4", "a4", _slip, make_slips, codes=1),
    Piece("slip black", "letter", _slip, partial(make_slips, black=True), codes=1, black=True),
    Piece("gift slip", "letter", _gift, make_slips, codes=1),
    Piece("invoice", "a4", _invoice, make_slips, codes=1),
    *_card_pieces(),
    Piece("style card", "card-4x6", _style, make_style_cards, codes=1),
    Piece("care card", "card-iso-a6", _care, make_care_cards),
    Piece("small care card", "business-5371", _care, make_care_cards),
    *_label_pieces(),
    Piece("small sticker", "round-8293", _sticker, make_stickers),
    Piece("sticker", "round-2in", _sticker, make_stickers),
    Piece("pull list", "letter", _bin_to_pull, _pull_sheet),
)
"""The pieces; those with a code carry it once."""

BY_ID = {piece.id: piece for piece in PIECES}
