"""Names and counts of the printed pieces."""

from __future__ import annotations

from collections.abc import Callable

from closet_app.services.print_pages import Kind, Stock
from closet_app.services.prints import PieceKind
from closet_app.ui.words import mark, say, say_many

TITLES = {
    PieceKind.SLIP: mark("Packing slip"),
    PieceKind.CARD: mark("Thank-you card"),
    PieceKind.ADDRESS: mark("Address label"),
    PieceKind.LABEL: mark("Item label"),
    PieceKind.POSTAGE: mark("Marketplace label"),
    PieceKind.RETURN: mark("Return label"),
    PieceKind.CARE: mark("Care card"),
    PieceKind.STYLE: mark("Style card"),
    PieceKind.STICKER: mark("Sticker"),
    PieceKind.BIN: mark("Bin label"),
    PieceKind.PULL: mark("Pull list"),
}
SHORT_TITLES = {
    PieceKind.SLIP: mark("Slip"),
    PieceKind.CARD: mark("Card"),
    PieceKind.ADDRESS: mark("Address"),
    PieceKind.LABEL: mark("Item label"),
}
COUNTS: dict[PieceKind, Callable[[int], str]] = {
    PieceKind.SLIP: lambda n: say_many("{count} packing slip", "{count} packing slips", n),
    PieceKind.CARD: lambda n: say_many("{count} card", "{count} cards", n),
    PieceKind.ADDRESS: lambda n: say_many("{count} address label", "{count} address labels", n),
    PieceKind.LABEL: lambda n: say_many("{count} item label", "{count} item labels", n),
    PieceKind.POSTAGE: lambda n: say_many(
        "{count} marketplace label", "{count} marketplace labels", n
    ),
    PieceKind.RETURN: lambda n: say_many("{count} return label", "{count} return labels", n),
    PieceKind.CARE: lambda n: say_many("{count} care card", "{count} care cards", n),
    PieceKind.STYLE: lambda n: say_many("{count} style card", "{count} style cards", n),
    PieceKind.STICKER: lambda n: say_many("{count} sticker", "{count} stickers", n),
    PieceKind.BIN: lambda n: say_many("{count} bin label", "{count} bin labels", n),
    PieceKind.PULL: lambda n: say_many("{count} pull list", "{count} pull lists", n),
}


def say_title(kind: PieceKind) -> str:
    """“Packing slip”."""
    return say(TITLES[kind])


def say_short(kind: PieceKind) -> str:
    """“Slip”."""
    return say(SHORT_TITLES.get(kind, TITLES[kind]))


def say_count(kind: PieceKind, count: int) -> str:
    """“8 packing slips”."""
    return COUNTS[kind](count)


def say_rest(stock: Stock, number: int) -> str:
    """“Go on from label 4”; what lies on sheets is counted by page."""
    if stock.kind is Kind.ROLL:
        return say("Go on from label {number}", number=number)
    return say("Go on from page {number}", number=number)


def say_sent(stock: Stock, done: int, total: int, printer: str) -> str:
    """“3 of 7 labels were sent to Thermal.”."""
    words = (
        say("{done} of {total} labels were sent to {printer}.")
        if stock.kind is Kind.ROLL
        else say("{done} of {total} pages were sent to {printer}.")
    )
    return words.format(done=done, total=total, printer=printer)


def short_stock(stock: Stock) -> str:
    """“4 × 6”, “Avery 5160”, “ISO A6”, “4 on A4”: a stock where there is little room."""
    name, _comma, rest = stock.name.partition(", ")
    if stock.kind is Kind.CARD:
        return rest or name.removesuffix(" card").removeprefix("Card ")
    return name.removeprefix("Label roll ")


def say_stock(stock: Stock, *, pages: int = 1, sides: int = 1, short: bool = False) -> str:
    """“Letter”, “ISO A6 card, both sides”, “Avery 5160, 30 labels, 2 sheets”."""
    name = short_stock(stock) if short else stock.name
    if sides > 1:
        return say("{stock}, both sides", stock=name)
    if stock.kind is Kind.SHEET and pages > 1:
        return say("{stock}, {count} sheets", stock=name, count=pages)
    return name
