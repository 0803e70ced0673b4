"""On which cards a design is printed, and which of both the shop prints as a rule."""

from __future__ import annotations

from closet_app.printing.cards.sides import shape_on, suits
from closet_app.printing.design import Design, Shape
from closet_app.printing.stock import Stock
from closet_app.printing.suiting import first_stock
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.designs import find_design, is_own, usual_design
from closet_app.services.print_kinds import PieceKind
from closet_app.services.print_stocks import stocks_for, usual_stock
from closet_app.services.shop import edit_shop, shop
from closet_app.services.stocks import find_stock


def stock_for(closet: Closet, kind: PieceKind, design_id: str = "") -> str:
    """The id of the stock a piece is printed on where none is named; cards follow their design."""
    if kind is PieceKind.CARD:
        return stock_of(closet, find_design(closet, design_id))
    return usual_stock(closet, kind)


def papers_of(closet: Closet, design: Design) -> tuple[Stock, ...]:
    """Every card of the design's own shape, the one it is printed on first."""
    first = stock_of(closet, design)
    fitting = [
        each for each in stocks_for(closet, PieceKind.CARD, every=True) if fits(design, each)
    ]
    return tuple(sorted(fitting, key=lambda each: each.id != first))


def stock_of(closet: Closet, design: Design) -> str:
    """The id of the card that a design is printed on where none is named: one of its shape.

    That is the shop's usual one if it is flat or folded as the design is. The usual design is
    printed on the card that the seller named beside it, whatever its shape, unless the design is
    her own and so its shape, too.
    """
    own, usual = shop(closet), find_stock(closet, usual_stock(closet, PieceKind.CARD))
    is_beside = own.card_stock == usual.id and design.id == usual_design(closet)
    if fits(design, usual) or (is_beside and not is_own(design.id) and suits(design, usual)):
        return usual.id
    return first_stock(PieceKind.CARD, own.country, folded=design.shape is Shape.FOLDED)


def fits(design: Design, stock: Stock) -> bool:
    """Whether the stock is flat or folded as the design is."""
    return shape_on(stock) is design.shape and suits(design, stock)


def use_design(closet: Closet, design_id: str) -> Changed:
    """Make a design the shop's usual one, and a card of its shape the usual card.

    Raises NotFoundError.
    """
    design = find_design(closet, design_id)
    return edit_shop(closet, card_design=design.id, card_stock=_usual_beside(closet, design))


def _usual_beside(closet: Closet, design: Design) -> str:
    """What stays named as the usual card, or the first one that fits."""
    named = shop(closet).card_stock
    usual = find_stock(closet, usual_stock(closet, PieceKind.CARD))
    return named if fits(design, usual) else stock_of(closet, design)
