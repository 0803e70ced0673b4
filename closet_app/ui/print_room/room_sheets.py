"""The pages of one order as sheets with names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from closet_app.services.print_pages import Kind
from closet_app.services.prints import PieceKind
from closet_app.ui.print_room.making import Made
from closet_app.ui.print_room.previews import DRAFT
from closet_app.ui.printing.sheets import Sheet
from closet_app.ui.printing.words import say_title, short_stock
from closet_app.ui.words import say

FIRST = (PieceKind.CARD, PieceKind.ADDRESS, PieceKind.SLIP)
"""The card lies first, the large slip below it; everything else follows in its own order."""


def in_order(kinds: Sequence[PieceKind]) -> list[PieceKind]:
    """Kinds as they lie on the desk."""
    return sorted(kinds, key=lambda kind: FIRST.index(kind) if kind in FIRST else len(FIRST))


def sheets_of(kinds: Sequence[PieceKind], made_of: Callable[[str], Made | None]) -> list[Sheet]:
    """The pages that are there, in the order in which they lie."""
    made = [made_of(kind) for kind in in_order(kinds)]
    draft = made_of(DRAFT)
    found = [sheet for each in made if each is not None and each.pdf for sheet in _pages(each)]
    return [_drafted(sheet, draft) if draft is not None else sheet for sheet in found]


def _drafted(sheet: Sheet, draft: Made) -> Sheet:
    """The front of the card as its note stands in the editor."""
    is_front = sheet.kind is draft.wish.kind and sheet.page == 0
    return replace(sheet, pdf=draft.pdf, serial=draft.serial) if is_front and draft.pdf else sheet


def _pages(made: Made) -> Iterator[Sheet]:
    stock = made.wish.paper
    is_card = made.wish.kind is PieceKind.CARD
    for page in range(made.pages):
        title, detail = _caption(made, short_stock(stock), page)
        yield Sheet(
            kind=made.wish.kind,
            page=page,
            serial=made.serial,
            width=stock.width,
            height=stock.height,
            title=title,
            detail=detail,
            joined=is_card and page > 0,
            tinted=stock.kind is Kind.CARD,
            pdf=made.pdf,
        )


def _caption(made: Made, stock: str, page: int) -> tuple[str, str]:
    title = say_title(made.wish.kind)
    if made.wish.kind is PieceKind.CARD:
        if page:
            return say("Back"), say("goes well with")
        return title, say("{stock}, front", stock=stock) if made.pages > 1 else stock
    if made.pages > 1:
        return title, say(
            "{stock}, {number} of {total}", stock=stock, number=page + 1, total=made.pages
        )
    return title, stock
