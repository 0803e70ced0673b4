"""What can still be done to an order."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.domain.money import Money, total_of
from closet_app.domain.status import LineState
from closet_app.services.records import OrderLine, OrderView
from closet_app.ui.orders.faces import GONE, OPEN

SENT = (LineState.SHIPPED, LineState.DELIVERED)


@dataclass(frozen=True, slots=True)
class Ways:
    """Which ways back are open: money, pieces, or the whole order."""

    refund: bool
    take_back: bool
    cancel: bool


def ways_back(view: OrderView) -> Ways:
    """A parcel that was sent comes back; one that was not is called off."""
    left = [line for line in view.lines if line.state not in GONE]
    return Ways(
        refund=refundable(view).minor > 0 and view.cancelled_on is None,
        take_back=bool(returnable(view)),
        cancel=bool(left) and all(line.state in OPEN for line in left),
    )


def returnable(view: OrderView) -> tuple[OrderLine, ...]:
    """The pieces that are with the buyer or on their way."""
    return tuple(line for line in view.lines if line.state in SENT)


def refundable(view: OrderView) -> Money:
    """What the buyer paid, less what was given back."""
    prices = total_of((line.price for line in view.lines), view.currency)
    given = total_of((refund.amount for refund in view.refunds), view.currency)
    return prices - view.discount + view.shipping + view.tax - given
