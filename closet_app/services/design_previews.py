"""A card as its design would print it, for the editor: what it says, and its sides as pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from io import BytesIO

from closet_app.errors import UserError
from closet_app.printing import documents, values
from closet_app.printing.cards.sides import turn_on
from closet_app.printing.design import Design
from closet_app.printing.stock import Kind, Stock
from closet_app.printing.text.fitting import TextTooLongError
from closet_app.printing.values import Card
from closet_app.services.closet import Closet
from closet_app.services.order_views import newest_order, order
from closet_app.services.print_kinds import PieceKind
from closet_app.services.print_pieces import Asked, Options, card_value
from closet_app.services.print_stocks import usual_stock
from closet_app.services.print_values import shop_values
from closet_app.services.shop import shop
from closet_app.services.stocks import find_stock
from closet_app.wording import tr

__all__ = ["Card", "Content", "DrawnCard", "card_for", "card_of_order", "draw_card"]


class Content(StrEnum):
    """Whose card is shown: that of the newest order, or a made-up one that is hard to set."""

    ORDER = "order"
    LONG = "long"
    KOREAN = "korean"
    ARABIC = "arabic"


@dataclass(frozen=True, slots=True)
class DrawnCard:
    """One card as a PDF of its front and back, or of its outside and inside when `folded`.

    Lengths in points, as the card is read; `remarks` are sentences on what is not as meant.
    """

    pdf: bytes
    pages: int
    width: float
    height: float
    folded: bool
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Buyer:
    """A made-up buyer: names, and a note in her language; an empty `language` is the shop's."""

    name: str
    greeting: str
    note: str
    street: tuple[str, ...]
    language: str = ""


_BUYERS = {
    Content.KOREAN: _Buyer(
        "남궁아름다운별",
        "남궁아름다운별 님께,",
        "이 옷들에 두 번째 삶을 주셔서 고맙습니다! 깨끗이 손질해서 부엌 식탁에서 곱게 포장했어요. "
        "오래오래 즐겁게 입으시길 바랍니다.",
        ("세종대로 110길 23-4, 한강아파트 101동 1502호", "서울특별시 종로구 04524", "대한민국"),
        "ko",
    ),
    Content.ARABIC: _Buyer(
        "ليلى",
        "عزيزتي ليلى،",
        "شكراً لأنك منحتِ هذه القطع حياة ثانية! غُسلت وطُويت وغُلّفت بعناية. أتمنى أن ترتديها بكل فرح.",
        ("١٢ شارع النخيل", "القاهرة", "مصر"),
    ),
}


def card_for(closet: Closet, content: Content) -> Card:
    """What the card says; a made-up buyer takes the place of the newest order's one.

    Without any order the whole of it is made up.
    """
    order_id = newest_order(closet)
    card = _made_up(closet) if order_id is None else _of_order(closet, order_id)
    if content is Content.ORDER:
        return card
    buyer = _BUYERS.get(content) or _long_buyer()
    facts = {**dict(card.facts), "first name": buyer.name, "name": buyer.name}
    pieces = (_long_piece(each) for each in card.back.pieces) if card.back else ()
    back = replace(card.back, pieces=tuple(pieces), title="") if card.back else None
    return replace(
        card,
        greeting=buyer.greeting,
        note=buyer.note,
        facts=tuple(facts.items()),
        language=buyer.language or card.language,
        to=values.Party(buyer.name, buyer.street),
        back=back if content is Content.LONG else card.back,
    )


def card_of_order(closet: Closet, order_id: int) -> Card:
    """What the card of this order says, and what stands on its back; raises NotFoundError."""
    stock = find_stock(closet, usual_stock(closet, PieceKind.CARD))
    options = Options(stock=stock, matching=True)
    return card_value(Asked(closet, shop(closet), order(closet, order_id), options))


def draw_card(card: Card, design: Design, stock: Stock) -> DrawnCard:
    """The sides of one card alone, however many lie on the stock's pages.

    Raises UserError when the note does not fit.
    """
    single = _single(design, stock)
    out = BytesIO()
    try:
        made = documents.make_cards([card], single, out, design=design)
    except TextTooLongError as long:
        raise UserError(
            tr("This note is about {letters} letters too long for the card.").format(
                letters=long.facts["surplus"]
            ),
            remedy=tr("Choose a larger paper or smaller letters."),
        ) from long
    remarks = tuple(each.sentence for each in made.warnings)
    return DrawnCard(out.getvalue(), made.pages, single.width, single.height, stock.folded, remarks)


def _single(design: Design, stock: Stock) -> Stock:
    """A stock of one such card a page, lying as the card is read."""
    width, height = stock.cell_width, stock.cell_height
    if turn_on(design, stock):
        width, height = height, width
    return replace(
        stock,
        kind=Kind.CARD,
        width=width,
        height=height,
        columns=1,
        rows=1,
        left=0.0,
        top=0.0,
        cell_width=width,
        cell_height=height,
        pitch_x=width,
        pitch_y=height,
        crop=False,
        turned=False,
        continuous=False,
    )


def _of_order(closet: Closet, order_id: int) -> Card:
    card = card_of_order(closet, order_id)
    return card if card.back is not None else replace(card, back=_made_up_back(closet))


def _made_up(closet: Closet) -> Card:
    own = shop(closet)
    name = tr("Renata")
    street = ("221 Alder Court, Apt 3", "Riverbend, OR 97000")
    return Card(
        shop=shop_values(closet, own),
        greeting=tr("Dear {name},").format(name=name),
        note=tr("thank you for giving these three a second life! I hope you love them."),
        sign_off=own.sign_off or tr("Warmly, {name}").format(name=own.owner),
        footer=tr("Order {number}.").format(number=1047),
        back=_made_up_back(closet),
        order="1047",
        facts=(("first name", name), ("name", name), ("owner", own.owner), ("count", "3")),
        to=values.Party(name, street),
    )


def _made_up_back(closet: Closet) -> values.CardBack:
    named = (
        (tr("Leather chukka boot"), "$54"),
        (tr("Chunky rust turtleneck"), "$58"),
        (tr("Leather baker cap"), "$24"),
    )
    pieces = tuple(values.CardPiece(title, price=price) for title, price in named)
    return values.CardBack(pieces, link=shop(closet).link)


def _long_buyer() -> _Buyer:
    name = "Maximiliane-Wilhelmina"
    note = tr(
        "thank you for giving these pieces a second life! The coat danced at two weddings, the "
        "shirt has seen the sea, and the boots know every stair of my house. Each was washed, "
        "steamed and folded at my kitchen table. I hope they find a third life with you."
    )
    street = ("4120 Upper Riverbend Valley Boulevard, Building 27", "Apartment 1504, Rear Entrance")
    return _Buyer(name, tr("Dear {name},").format(name=name), note, street)


def _long_piece(piece: values.CardPiece) -> values.CardPiece:
    return replace(piece, title=f"{piece.title}, {tr('with every button and its first belt')}")
