"""Made-up orders as the values that pages are made from; every one says something else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from closet_app.printing.values import (
    AddressLabel,
    Card,
    CardBack,
    CardPiece,
    ItemLabel,
    Party,
    Shop,
    Slip,
    SlipLine,
    TotalRow,
)

_PIECES = ("Satin leopard-print shirt", "Bootcut jeans, indigo", "Two-strap leather slide")
_STREETS = ("Alder Court", "Birch Lane", "Cedar Road", "Dogwood Way", "Elm Street")
_FIRST = ("Renata", "Zoë", "Søren", "Ines", "Łucja", "Maud", "Tessa", "Björn")
_LAST = ("Okafor", "Núñez", "Lindqvist", "Brennan", "Šimić", "Moreau", "Adeyemi")
_SHOP = Shop(
    "Juniper Lane",
    "pre-loved clothes, packed by hand",
    ("PO Box 88", "Millbrook, WA 98000"),
    signature="thank you! Maya",
    promise="Not quite right? Write me first.",
    note="Message juniper.lane on eBay within 14 days and I will make it good.",
    link="https://juniper.example/new",
)


def slip(number: int, photos: Sequence[Path]) -> Slip:
    """A packing slip of three pieces with their photos."""
    lines = tuple(
        SlipLine(
            f"{_PIECES[at]} {number % 37}",
            f"Zara, size {at + number % 9}",
            f"${20 + number % 50 + at}.00",
            photos[(number * 3 + at) % len(photos)],
        )
        for at in range(3)
    )
    return Slip(
        order=str(1000 + number),
        heading=f"Order {1000 + number} on eBay, Nov {number % 28 + 1}, 2025",
        shop=_SHOP,
        buyer=buyer(number),
        lines=lines,
        totals=(TotalRow("Items", f"${90 + number % 50}.00"), TotalRow("Shipping", "$6.50")),
        paid=f"${96 + number % 50}.50",
        care="Shirt: wash cool inside out, hang to dry. Slides: wipe with a dry cloth.",
    )


def card(number: int, photos: Sequence[Path]) -> Card:
    """A thank-you card with three pieces on its back."""
    first = _FIRST[number % len(_FIRST)]
    pieces = tuple(
        CardPiece(
            f"{_PIECES[at]} {number % 41}",
            f"Zara, {at + number % 9}",
            f"${25 + number % 40 + at}",
            photos[(number * 5 + at) % len(photos)],
        )
        for at in range(3)
    )
    return Card(
        shop=_SHOP,
        greeting=f"Dear {first},",
        note=f"thank you for giving these {number % 9 + 2} a second life. I hope order "
        f"{1000 + number} feels like it was always yours. If anything is not right, write me.",
        sign_off="Warmly, Maya",
        footer=f"Order {1000 + number}.",
        back=CardBack(pieces, "", _SHOP.link),
        order=str(1000 + number),
    )


def address_label(number: int) -> AddressLabel:
    """Where a parcel goes, with the code of its order."""
    return AddressLabel(
        sender=Party(_SHOP.name, _SHOP.address),
        receiver=buyer(number),
        order=str(1000 + number),
        code=str(1000 + number),
        facts=("3 pieces", f"Ship by Nov {number % 28 + 1}"),
    )


def item_label(number: int) -> ItemLabel:
    """The label of one piece, with the code of its number."""
    return ItemLabel(
        sku=f"JL-{number:05}",
        title=f"{_PIECES[number % 3]} {number % 37}",
        detail=f"Zara, size {number % 9}",
        price=f"${20 + number % 50}",
        bin=f"B-{number % 40:02}",
        code=f"JL-{number:05}",
    )


def buyer(number: int) -> Party:
    """Somebody with an address."""
    name = f"{_FIRST[number % len(_FIRST)]} {_LAST[number % len(_LAST)]}"
    street = f"{number + 100} {_STREETS[number % len(_STREETS)]}, Apt {number % 12}"
    return Party(name, (street, f"Riverbend, OR {97000 + number % 900}"))
