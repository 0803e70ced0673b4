"""What goes into a parcel beside slip, card and label, as the values it is printed from."""

from __future__ import annotations

from collections.abc import Sequence

from closet_app.printing import values
from closet_app.printing.care import care_of, care_words
from closet_app.services.card_texts import language_of
from closet_app.services.closet import Closet
from closet_app.services.matches import Match
from closet_app.services.print_language import language_for, words_for
from closet_app.services.print_values import GONE, card_piece, named, sender_lines, shop_values
from closet_app.services.records import OrderView, Piece, Shop
from closet_app.wording import say_money, tr

MOST_PIECES = 3


def inside(order: OrderView) -> list[int]:
    """The pieces that are in the parcel."""
    return [line.item_id for line in order.lines if line.item_id and line.state not in GONE]


def care_text(parcel: Sequence[Piece], language: str) -> str:
    """Care for all pieces of a parcel as one text, for the foot of a slip."""
    return care_words([(each.facts.title, each.facts.material) for each in parcel], language)


def care_card_of(
    closet: Closet, shop: Shop, order: OrderView, parcel: Sequence[Piece]
) -> values.CareCard | None:
    """How to care for the pieces of an order; None when no fabric is known."""
    language = language_for(shop, order)
    told = [(each.facts.title, care_of(each.facts.material, language)) for each in parcel]
    lines = tuple(values.CareLine(title, care) for title, care in told if care)
    if not lines:
        return None
    number = str(order.number)
    side = shop_values(closet, shop, words_for(shop, order))
    return values.CareCard(side, lines, order=number, language=language)


def style_card_of(
    closet: Closet,
    shop: Shop,
    order: OrderView,
    parcel: Sequence[Piece],
    going: Sequence[tuple[Match, Piece]],
) -> values.StyleCard | None:
    """The first piece of a parcel worn with what goes with it; None without anything."""
    if not parcel or not going:
        return None
    first, others = parcel[0], going[: MOST_PIECES - 1]
    shown = (first, *(piece for _, piece in others))
    language = language_for(shop, order)
    words = words_for(shop, order)
    return values.StyleCard(
        shop=shop_values(closet, shop, words),
        pieces=tuple(card_piece(closet, shop, each) for each in shown),
        reason=_reasons(others) if language == language_of(shop) else "",
        title=named(words, "wear_with", first.facts.title.partition(",")[0].strip()),
        link=shop.link,
        colors=_colors(closet, shown),
        language=language,
    )


def _reasons(others: Sequence[tuple[Match, Piece]]) -> str:
    """The first reason of each, as sentences; they are in the shop's language alone."""
    said = [match.reasons[0].rstrip(". ") for match, _ in others if match.reasons]
    return " ".join(f"{each}." for each in dict.fromkeys(said) if each)


def return_party(shop: Shop) -> values.Party:
    """The shop's own address."""
    lines = sender_lines(shop)
    return values.Party(lines[0], lines[1:])


def sticker_of(closet: Closet, shop: Shop) -> values.Sticker:
    """The seal for the shop's tissue paper."""
    return values.Sticker(shop_values(closet, shop))


def bin_label_of(name: str, pieces: int) -> values.BinLabel:
    """A bin's label; its code is what the search line finds the bin by."""
    contents = tr("1 piece") if pieces == 1 else tr("{n} pieces").format(n=pieces)
    quoted = f'"{name}"' if " " in name else name
    return values.BinLabel(name, contents if pieces else "", code=f"bin:{quoted}")


def invoice_of(shop: Shop, order: OrderView) -> values.Invoice:
    """What makes an order's slip an invoice; without tax there are no lines of it."""
    net, tax = order.profit.totals.buyer_paid, order.tax
    words = words_for(shop, order)
    said = (("net", net), ("tax", tax), ("with_tax", net + tax))
    rows = tuple(
        values.TotalRow(words.say(key), say_money(amount, locale=shop.locale))
        for key, amount in said
    )
    return values.Invoice(str(order.number), shop.tax_number, rows if tax else ())


def _colors(closet: Closet, shown: Sequence[Piece]) -> tuple[str, ...]:
    palette = closet.reference.taxonomy.palette
    names = [name for piece in shown for name in piece.facts.colors[:1]]
    return tuple(filter(None, dict.fromkeys(map(palette.swatch, names))))
