"""How a run is called: in the dialog, and as a file."""

from __future__ import annotations

from collections.abc import Sequence

from closet_app.domain.filenames import safe_name
from closet_app.services.print_orders import PrintedOrder
from closet_app.services.prints import PieceKind, PrintRequest
from closet_app.ui.printing.words import say_count, say_title
from closet_app.ui.words import say, say_many


def say_run(
    requests: Sequence[PrintRequest], orders: Sequence[PrintedOrder], piece: str
) -> tuple[str, str]:
    """Title and facts: “Renata Okafor”, “order 1047, 3 items”; `piece` names a single label."""
    ids = requests[0].ids
    if requests[0].kind is PieceKind.LABEL:
        single = piece if len(ids) == 1 else ""
        return single or say_many("{count} piece", "{count} pieces", len(ids)), ""
    if len(ids) > 1:
        return say_many("{count} order", "{count} orders", len(ids)), ""
    if not orders:
        return "", ""
    only = orders[0]
    facts = say_many(
        "order {number}, {count} item",
        "order {number}, {count} items",
        only.pieces,
        number=only.number,
    )
    return only.buyer, facts


def file_name(requests: Sequence[PrintRequest], orders: Sequence[PrintedOrder], piece: str) -> str:
    """A PDF's proposed name: “Packing slip 1047.pdf”, “Order 1047.pdf”, “8 cards.pdf”."""
    count = len(requests[0].ids)
    whose = str(orders[0].number) if orders else piece
    if len(requests) > 1:
        several = say_many("{count} order", "{count} orders", count)
        name = several if count > 1 else say("Order {number}", number=whose)
    elif count > 1:
        name = say_count(requests[0].kind, count)
    else:
        name = f"{say_title(requests[0].kind)} {whose}"
    return f"{safe_name(name, fallback=say('Print'))}.pdf"
