"""What a print dialog needs to know of orders, and the ticks that printing sets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from closet_app.db.records import TickRecord
from closet_app.domain.progress import SILENT, Progress
from closet_app.printing.card import letters_left
from closet_app.printing.stock import load_stock
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.order_views import order
from closet_app.services.print_values import card_note, card_of
from closet_app.services.records import OrderView
from closet_app.services.shop import shop
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
    own = shop(closet)
    found = []
    for done, each in enumerate(ids):
        progress.step(done, len(ids), tr("Reading orders"))
        view = order(closet, each)
        found.append(_printed(view, card_note(own, view)))
    return tuple(found)


def note_room(closet: Closet, order_id: int, stock_id: str, text: str) -> int:
    """About how many more letters the note `text` of a card has room for; less than 0 too many."""
    view = order(closet, order_id)
    card = card_of(closet, shop(closet), view, note=text)
    return letters_left(replace(card, back=None), load_stock(stock_id))


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
