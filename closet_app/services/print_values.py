"""Orders and pieces as the values that printed pieces are made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from closet_app.domain.addresses import address_lines
from closet_app.domain.names import first_name, is_visible
from closet_app.domain.status import LineState
from closet_app.errors import ClosetError
from closet_app.photo.thumbnails import ThumbSize
from closet_app.printing import values
from closet_app.printing.phrases import Phrases
from closet_app.services.card_texts import Note
from closet_app.services.closet import Closet
from closet_app.services.gallery import thumbnail
from closet_app.services.print_language import language_for, locale_for, words_for, words_in
from closet_app.services.records import OrderLine, OrderView, PhotoRef, Piece, Shop
from closet_app.wording import say_date, say_money, tr

GONE = (LineState.CANCELLED,)
ONE = 1


def shop_values(closet: Closet, shop: Shop, words: Phrases | None = None) -> values.Shop:
    """The shop's side of every piece, with its thanks in its own or the given words."""
    words = words or words_for(shop)
    return values.Shop(
        name=shop.name,
        tagline=shop.tagline,
        address=sender_lines(shop)[1:],
        logo=closet.photos.path_of(shop.logo) if shop.logo else None,
        signature=words.say("signature", name=shop.owner).strip(),
        promise=shop.slip_note,
        note=shop.return_words,
        link=shop.link,
    )


def slip_of(
    closet: Closet, shop: Shop, order: OrderView, *, gift: bool | None = None
) -> values.Slip:
    """The packing slip of an order; pieces that were cancelled are not in the parcel."""
    inside = [line for line in order.lines if line.state not in GONE]
    language = language_for(shop, order)
    words = words_in(shop, language)
    return values.Slip(
        order=str(order.number),
        heading=_heading(closet, order, words, locale_for(shop, language)),
        shop=shop_values(closet, shop, words),
        buyer=buyer_party(shop, order),
        lines=tuple(_slip_line(closet, shop, line) for line in inside),
        totals=_totals(shop, order, len(inside), words),
        paid=say_money(order.profit.totals.buyer_paid, locale=shop.locale),
        gift=order.gift if gift is None else gift,
        code=shop.link,
        language=language,
        message=order.gift_message,
    )


def card_of(
    closet: Closet, shop: Shop, order: OrderView, note: Note, back: Sequence[Piece] = ()
) -> values.Card:
    """The thank-you card of an order, with the pieces the seller chose for its back."""
    words = words_in(shop, note.language)
    first = dict(note.facts).get("piece", "")
    return values.Card(
        shop=shop_values(closet, shop, words),
        greeting=note.greeting,
        note=note.body,
        sign_off=note.sign_off,
        footer=f"{words.say('order', number=order.number)}.",
        back=_back(closet, shop, back, named(words, "goes_well_with_piece", first)),
        order=str(order.number),
        language=note.language,
        facts=(("first name", called(order)), ("owner", shop.owner), *note.facts),
        photo=picture(closet, _photo_of(order)),
        to=buyer_party(shop, order) if has_address(order) else None,
    )


def named(words: Phrases, key: str, piece: str) -> str:
    """A heading that names a piece; empty for one without a name."""
    return words.say(key, piece=piece) if is_visible(piece) else ""


def address_label_of(shop: Shop, closet: Closet, order: OrderView) -> values.AddressLabel:
    """Where the parcel goes; its code is the order's number."""
    sender = sender_lines(shop)
    count = sum(line.state not in GONE for line in order.lines)
    pieces = tr("{n} pieces").format(n=count) if count != ONE else tr("1 piece")
    facts = [", ".join(filter(None, (pieces, order.weight_words)))]
    if order.ship_by:
        day = say_date(order.ship_by, closet.clock.today(), locale=shop.locale)
        facts.append(tr("Ship by {day}").format(day=day))
    return values.AddressLabel(
        sender=values.Party(sender[0], sender[1:]),
        receiver=buyer_party(shop, order),
        order=str(order.number),
        code=str(order.number),
        facts=tuple(facts),
    )


def item_label_of(
    shop: Shop, piece: Piece, *, price: bool = True, place: bool = True
) -> values.ItemLabel:
    """The label of a piece; its code is the item number."""
    facts = piece.facts
    return values.ItemLabel(
        sku=facts.sku,
        title=facts.title,
        brand=facts.brand,
        size=facts.size,
        price=_asking(shop, piece) if price else "",
        bin=facts.bin if place else "",
        code=facts.sku,
    )


def buyer_party(shop: Shop, order: OrderView) -> values.Party:
    """Name and address of the buyer in the form of her country."""
    buyer = order.buyer
    if buyer is None:
        return values.Party("")
    lines = address_lines(buyer.address, shop.country)
    if lines and lines[0] == buyer.name:
        return values.Party(buyer.name, lines[1:])
    rest = tuple(line for line in lines if line != buyer.name)
    return values.Party(buyer.name if is_visible(buyer.name) else buyer.handle, rest)


def has_address(order: OrderView) -> bool:
    """Whether there is a place to send the parcel to."""
    return order.buyer is not None and bool(order.buyer.address.line1 or order.buyer.address.city)


def called(order: OrderView) -> str:
    """How to address the buyer: by her first name, else by what she is called where she bought."""
    name = first_name(order.buyer.name) if order.buyer else ""
    return name or (order.buyer.handle if order.buyer else tr("you"))


def _photo_of(order: OrderView) -> PhotoRef | None:
    """Of the first piece in the parcel that has one."""
    inside = (line for line in order.lines if line.state not in GONE)
    return next((line.photo for line in inside if line.photo), None)


def picture(closet: Closet, ref: PhotoRef | None) -> Path | None:
    """The large thumbnail of a photo; none when the photo is missing."""
    if ref is None:
        return None
    try:
        return thumbnail(closet, ref, ThumbSize.LARGE)
    except ClosetError:
        return None


def sender_lines(shop: Shop) -> tuple[str, ...]:
    """The shop's name and address in the form of its country."""
    address = replace(shop.address, name=shop.address.name or shop.name, country=shop.country)
    return address_lines(address, shop.country) or (shop.name,)


def _heading(closet: Closet, order: OrderView, words: Phrases, locale: str) -> str:
    name = closet.book.find(order.marketplace).name
    day = say_date(order.sold_on, closet.clock.today(), weekday=False, locale=locale)
    return words.say("heading", number=order.number, marketplace=name, day=day)


def _slip_line(closet: Closet, shop: Shop, line: OrderLine) -> values.SlipLine:
    return values.SlipLine(
        title=line.title,
        detail=line.detail.replace(" · ", ", "),
        price=say_money(line.profit.price, locale=shop.locale),
        photo=picture(closet, line.photo),
        sku=line.sku,
        bin=line.bin,
    )


def _totals(
    shop: Shop, order: OrderView, count: int, words: Phrases
) -> tuple[values.TotalRow, ...]:
    totals = order.profit.totals
    rows = (
        (words.say("items"), totals.price),
        (words.say("bundle_discount" if count > ONE else "discount", n=count), -totals.discount),
        (words.say("shipping"), totals.shipping),
    )
    return tuple(
        values.TotalRow(label, say_money(amount, locale=shop.locale))
        for label, amount in rows
        if amount
    )


def _back(
    closet: Closet, shop: Shop, chosen: Sequence[Piece], title: str
) -> values.CardBack | None:
    if not chosen:
        return None
    pieces = tuple(card_piece(closet, shop, each) for each in chosen)
    return values.CardBack(pieces, title=title, link=shop.link)


def _asking(shop: Shop, piece: Piece) -> str:
    asking = piece.facts.asking
    return "" if asking is None else say_money(asking, cents="auto", locale=shop.locale)


def card_piece(closet: Closet, shop: Shop, piece: Piece) -> values.CardPiece:
    """A piece as cards show it."""
    facts = piece.facts
    return values.CardPiece(
        title=facts.title,
        detail=_detail(facts.brand, facts.size),
        price=_asking(shop, piece),
        photo=picture(closet, piece.cover.ref if piece.cover else None),
    )


def _detail(brand: str, size: str) -> str:
    return ", ".join(part for part in (brand, size) if part)
