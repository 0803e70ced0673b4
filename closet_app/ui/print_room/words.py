"""What an order says in the list of the print room."""

from __future__ import annotations

from datetime import date, timedelta

from closet_app.services.records.packing import PackOrder
from closet_app.ui.orders.speech import Speech
from closet_app.ui.parcels.trouble import say_trouble
from closet_app.ui.words import say, say_many

SATURDAY = 5


def say_inside(order: PackOrder) -> str:
    """What lies in the parcel: the one piece by its title, else how many there are."""
    if len(order.pieces) == 1:
        return order.pieces[0].title
    return say_many("{count} item", "{count} items", len(order.pieces))


def say_detail(order: PackOrder) -> str:
    """The line under the name: what is missing, or what lies in the parcel."""
    return say_trouble(order) or say_inside(order)


def say_due(order: PackOrder, speech: Speech) -> str:
    """“Mon”, “today”, or the day when it is further away."""
    if order.ship_by is None:
        return ""
    return say("today") if order.ship_by == speech.today else speech.near_day(order.ship_by)


def is_due(order: PackOrder, today: date) -> bool:
    """Whether it must be on its way by the next working day."""
    return order.ship_by is not None and order.ship_by <= next_working_day(today)


def next_working_day(today: date) -> date:
    """The first day after `today` that is neither Saturday nor Sunday."""
    day = today + timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day


def spoken(order: PackOrder, speech: Speech, *, ticked: bool) -> str:
    """A whole row of the list in one sentence."""
    due = say_due(order, speech)
    late = order.ship_by is not None and order.ship_by < speech.today
    parts = (
        order.buyer,
        speech.name(order.marketplace),
        say("order {number}", number=order.number),
        say_inside(order),
        say("gift") if order.gift else "",
        say_trouble(order),
        say("ship by {day}", day=due) if due else "",
        say("late") if late else "",
        say("ticked") if ticked else say("not ticked"),
    )
    return ", ".join(part for part in parts if part)
