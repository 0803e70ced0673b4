"""What an order says: in the list, to a screen reader, and above its sheet."""

from __future__ import annotations

from dataclasses import dataclass

from closet_app.domain.status import LineState
from closet_app.services.records import Buyer, OrderLine, OrderRow, OrderView
from closet_app.ui.orders.speech import Speech
from closet_app.ui.words import say, say_many
from closet_app.wording import say_line_state

PILLS = {LineState.SOLD: "to_pack"}
"""Line states whose pill has another name than the state."""
OPEN = (LineState.SOLD, LineState.PACKED)
GONE = (LineState.CANCELLED, LineState.RETURNED)


@dataclass(frozen=True, slots=True)
class Due:
    """What an order waits for in few words; `urgent` when that is today or was before."""

    words: str
    urgent: bool = False


def due_of(row: OrderRow, speech: Speech) -> Due:
    """The words at the right of a list row."""
    if row.status in OPEN and row.ship_by is not None:
        urgent = row.ship_by <= speech.today
        day = say("today") if row.ship_by == speech.today else speech.near_day(row.ship_by)
        if row.status is LineState.PACKED:
            return Due(say("Packed, ship {day}", day=day), urgent)
        return Due(_ship_by(day, is_today=row.ship_by == speech.today), urgent)
    if row.status is LineState.SHIPPED:
        return Due(say("Sold {day}", day=speech.short_day(row.sold_on)))
    return Due(say_line_state(row.status))


def _ship_by(day: str, *, is_today: bool) -> str:
    return say("Ship today") if is_today else say("Ship by {day}", day=day)


def spoken(row: OrderRow, speech: Speech) -> str:
    """A whole list row in one sentence."""
    due = due_of(row, speech)
    late = row.status in OPEN and row.ship_by is not None and row.ship_by < speech.today
    parts = (
        row.buyer,
        row.words,
        say("paid {amount}", amount=speech.money(row.paid)),
        speech.name(row.marketplace),
        say("order {number}", number=row.number),
        due.words,
        say("late") if late else "",
    )
    return ", ".join(part for part in parts if part)


def pill_of(status: LineState) -> tuple[str, str]:
    """The pill's look and its words."""
    return PILLS.get(status, status.value), say_line_state(status)


def first_name(buyer: Buyer | None) -> str:
    """How to speak of the buyer: the first word of a spaced name, else all of it."""
    if buyer is None:
        return ""
    words = buyer.name.split()
    return words[0] if words else buyer.handle


def ordinal(number: int) -> str:
    """“4th order”."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    if number % 100 in (11, 12, 13):
        ending = "th"
    return say("{number}{ending} order", number=number, ending=ending)


def pieces_heading(view: OrderView) -> str:
    """“Bundle of 3”, or “1 item”."""
    count = len(view.lines)
    if count > 1:
        return say("Bundle of {count}", count=count)
    return say_many("{count} item", "{count} items", count)


def line_detail(line: OrderLine) -> str:
    """Brand and size, and what became of a piece that came back or was not sent."""
    fates = {
        LineState.CANCELLED: say("cancelled"),
        LineState.RETURNED: say("back in stock") if line.restocked else say("returned"),
    }
    parts = (line.detail, fates.get(line.state, ""))
    return " · ".join(part for part in parts if part)


def proposed_message(view: OrderView) -> str:
    """What to tell the buyer when the parcel is on its way, until the seller writes her own."""
    name = first_name(view.buyer)
    what = say("bundle") if len(view.lines) > 1 else say("order")
    if not name:
        return say("Hi, your {what} is packed and on its way. Thank you!", what=what)
    return say("Hi {name}, your {what} is packed and on its way. Thank you!", name=name, what=what)
