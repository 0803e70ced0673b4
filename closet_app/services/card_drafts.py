"""The front of one order's card while its note is typed: all but the note is read once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO

from closet_app.printing import documents
from closet_app.printing.design import Design
from closet_app.printing.sheet import Layout
from closet_app.printing.text.fitting import TextTooLongError
from closet_app.printing.values import Card
from closet_app.services.closet import Closet
from closet_app.services.designs import find_design
from closet_app.services.order_views import order
from closet_app.services.print_pieces import Asked, Options, card_value
from closet_app.services.prints import PrintRequest, PrintRun, too_long
from closet_app.services.records import OrderView
from closet_app.services.shop import shop
from closet_app.services.stocks import find_stock


@dataclass(frozen=True, slots=True)
class _Begun:
    """A card without its note, and what it is printed on."""

    view: OrderView
    card: Card
    design: Design
    layout: Layout


class CardDrafts:
    """Makes cards as fast as letters are typed; anything else that changes needs another one."""

    def __init__(self, closet: Closet) -> None:
        self._closet = closet
        self._begun: dict[PrintRequest, _Begun] = {}

    def make(self, request: PrintRequest) -> tuple[bytes, PrintRun]:
        """The PDF of the card of `request`, whose stock is named, with its note.

        Raises NotFoundError, and TextTooLongError naming the order.
        """
        key = replace(request, note=None)
        begun = self._begun.get(key)
        if begun is None:
            self._begun.clear()
            begun = self._begun[key] = self._begin(key)
        card = replace(begun.card, note=request.note or "")
        out = BytesIO()
        try:
            made = documents.make_cards([card], begun.layout, out, design=begun.design)
        except TextTooLongError as long:
            raise too_long(long, begun.view) from long
        return out.getvalue(), PrintRun(made.pages, ())

    def _begin(self, request: PrintRequest) -> _Begun:
        closet = self._closet
        stock, design = find_stock(closet, request.stock), find_design(closet, request.design)
        view = order(closet, request.ids[0])
        asked = Asked(closet, shop(closet), view, Options(stock=stock, design=design))
        return _Begun(view, card_value(asked), design, Layout(stock, request.skip))
