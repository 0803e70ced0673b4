"""Names and counts of the printed pieces."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.services.print_pages import Kind, Stock
from closet_app.services.prints import PieceKind
from closet_app.ui.words import mark, say, say_many


@dataclass(frozen=True, slots=True)
class PieceWords:
    """How one kind of printed piece is called; `one` and `many` count it, `part` its pages."""

    title: str
    short: str
    one: str
    many: str
    part: str


WORDS = {
    PieceKind.SLIP: PieceWords(
        mark("Packing slip"),
        mark("Slip"),
        mark("{count} packing slip"),
        mark("{count} packing slips"),
        mark("page {number}"),
    ),
    PieceKind.CARD: PieceWords(
        mark("Thank-you card"),
        mark("Card"),
        mark("{count} card"),
        mark("{count} cards"),
        mark("page {number}"),
    ),
    PieceKind.ADDRESS: PieceWords(
        mark("Address label"),
        mark("Address"),
        mark("{count} address label"),
        mark("{count} address labels"),
        mark("label {number}"),
    ),
    PieceKind.LABEL: PieceWords(
        mark("Item label"),
        mark("Item label"),
        mark("{count} item label"),
        mark("{count} item labels"),
        mark("page {number}"),
    ),
}

READING_ORDER = (PieceKind.CARD, PieceKind.ADDRESS, PieceKind.SLIP, PieceKind.LABEL)
"""Small pieces lie before the large slip, so that they share a row on the desk."""


def say_title(kind: PieceKind) -> str:
    """“Packing slip”."""
    return say(WORDS[kind].title)


def say_short(kind: PieceKind) -> str:
    """“Slip”."""
    return say(WORDS[kind].short)


def say_count(kind: PieceKind, count: int) -> str:
    """“8 packing slips”."""
    return say_many(WORDS[kind].one, WORDS[kind].many, count)


def say_part(kind: PieceKind, number: int) -> str:
    """“label 4”, to go on from; labels on sheets are counted by page."""
    return say(WORDS[kind].part, number=number)


def say_stock(stock: Stock, *, pages: int = 1, sides: int = 1) -> str:
    """“Letter”, “ISO A6 card, both sides”, “Avery 5160, 30 labels, 2 sheets”."""
    if sides > 1:
        return say("{stock}, both sides", stock=stock.name)
    if stock.kind is Kind.SHEET and pages > 1:
        return say("{stock}, {count} sheets", stock=stock.name, count=pages)
    return stock.name
