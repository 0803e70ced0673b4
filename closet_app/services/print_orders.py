"""What a print dialog needs to know of orders, and the ticks that printing sets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from closet_app.db.records import TickRecord
from closet_app.domain.progress import SILENT, Progress
from closet_app.printing.card import letters_left
from closet_app.services.card_texts import note_for
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.designs import find_design
from closet_app.services.order_views import order
from closet_app.services.print_pieces import Asked, Options, card_value
from closet_app.services.records import OrderView
from closet_app.services.shop import shop
from closet_app.services.stocks import find_stock
from closet_app.services.writing import writing
from closet_app.wording import tr


@dataclass(frozen=True, slots=True)
class PrintedOrder:
    """One order as it is named while it is printed; `note` is what its card will say."""

    id: int
    number: int
    buyer: str
    pieces: int
    gift: bool
    note: str
    own_note: bool


def orders_to_print(
    closet: Closet, ids: Sequence[int], progress: Progress = SILENT
) -> tuple[PrintedOrder, ...]:
    """These orders in their order; raises NotFoundError for one that is not there."""
    found = []
    for done, each in enumerate(ids):
        progress.step(done, len(ids), tr("Reading orders"))
        found.append(_printed(order(closet, each), note_for(closet, each).body))
    return tuple(found)


def note_room(closet: Closet, order_id: int, stock_id: str, text: str, design_id: str = "") -> int:
    """About how many more letters the note `text` of a card has room for; less than 0 too many."""
    stock, design = find_stock(closet, stock_id), find_design(closet, design_id)
    options = Options(stock=stock, design=design, note=text)
    card = card_value(Asked(closet, shop(closet), order(closet, order_id), options))
    return letters_left(card, stock, design)


def tick_printed(closet: Closet, steps: Mapping[int, Sequence[str]]) -> Changed:
    """Tick packing steps of several orders, as one step to undo; `steps` is keyed by order."""
    with writing(closet, tr("Ticked what was printed")) as step:
        ledger = step.ledger
        for order_id, keys in steps.items():
            known = {each.step for each in ledger.where(TickRecord, order_id=order_id)}
            for key in keys:
                if key not in known:
                    made = TickRecord(order_id=order_id, step=key, ticked_at=ledger.at)
                    ledger.add(made)
    return step.changed


def _printed(view: OrderView, note: str) -> PrintedOrder:
    buyer = view.buyer
    return PrintedOrder(
        id=view.id,
        number=view.number,
        buyer=(buyer.name or buyer.handle) if buyer else tr("Buyer not named"),
        pieces=len(view.lines),
        gift=view.gift,
        note=note,
        own_note=bool(view.note),
    )
