"""On which stocks a shop prints its pieces."""

from __future__ import annotations

from dataclasses import replace

from closet_app.errors import NotFoundError, UserError
from closet_app.printing.stock import Kind, Stock
from closet_app.printing.stock_draft import StockDraft
from closet_app.printing.suiting import first_stock, needs
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.print_kinds import PieceKind
from closet_app.services.shop import edit_shop, shop
from closet_app.services.stocks import all_stocks, draft_of_stock, find_stock, is_own
from closet_app.wording import tr

USUAL_FIELDS = {
    PieceKind.SLIP: "slip_stock",
    PieceKind.CARD: "card_stock",
    PieceKind.LABEL: "label_stock",
    PieceKind.ADDRESS: "address_stock",
}
"""The shop's fields that name its usual stocks."""
_MARGIN = {"in": 0.0625, "mm": 1.6}
"""The safe margin of a label, a sixteenth of an inch."""
_LIES_ON = {PieceKind.PULL: PieceKind.SLIP}
"""A pull list lies on the paper of packing slips."""


def stocks_for(closet: Closet, kind: PieceKind, *, every: bool = False) -> tuple[Stock, ...]:
    """The stocks a piece can be printed on, the shop's usual one first, then her own.

    Unless `every` one is asked for, only the common ones of those shipped.
    """
    usual, asked = usual_stock(closet, kind), needs(kind)
    fitting = [each for each in all_stocks(closet, *asked.kinds) if asked.suits(each)]
    own = {each.id for each in fitting if is_own(each.id)}
    offered = [each for each in fitting if every or each.common or each.id in {usual, *own}]
    return tuple(
        sorted(offered, key=lambda each: (each.id != usual, each.id not in own, each.name))
    )


def usual_stock(closet: Closet, kind: PieceKind) -> str:
    """The stock that the shop prints this piece on; its country's first when it names none."""
    own = shop(closet)
    field = USUAL_FIELDS.get(_LIES_ON.get(kind, kind))
    named = str(getattr(own, field)) if field else ""
    return named if named and _suits(closet, kind, named) else first_stock(kind, own.country)


def blank_draft(closet: Closet, name: str, unit: str) -> StockDraft:
    """An undivided sheet of the size that the shop's country writes on."""
    page = draft_of_stock(closet, first_stock(PieceKind.SLIP, shop(closet).country), unit)
    return replace(page, name=name, kind=Kind.SHEET, margin=_MARGIN[unit])


def use_stock(closet: Closet, kind: PieceKind, stock_id: str) -> Changed:
    """Make a stock the shop's usual one for this piece; raises UserError when it does not suit."""
    name = find_stock(closet, stock_id).name
    if kind not in USUAL_FIELDS or not _suits(closet, kind, stock_id):
        raise UserError(tr("{stock} does not suit this piece.").format(stock=name))
    return edit_shop(closet, **{USUAL_FIELDS[kind]: stock_id})


def _suits(closet: Closet, kind: PieceKind, stock_id: str) -> bool:
    try:
        return needs(kind).suits(find_stock(closet, stock_id))
    except NotFoundError:
        return False
