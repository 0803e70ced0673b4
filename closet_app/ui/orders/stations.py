"""The stations of an order: sold, packed, shipped, delivered, or called off and come back."""

from __future__ import annotations

from datetime import date, timedelta

from closet_app.domain.status import LineState
from closet_app.services.records import OrderView
from closet_app.ui.orders.speech import Speech
from closet_app.ui.widgets.timeline import Stage, TimelineStep
from closet_app.ui.words import say
from closet_app.wording import say_time

USUAL_TRIP = timedelta(days=4)
"""From the post office to the door, said as “about”."""
_WAY = (LineState.SOLD, LineState.PACKED, LineState.SHIPPED, LineState.DELIVERED)


def stations_of(view: OrderView, speech: Speech) -> tuple[TimelineStep, ...]:
    """What happened to an order, what happens now, and what comes."""
    if view.status is LineState.CANCELLED:
        return (_sold(view, speech), _end(say("Cancelled"), view.cancelled_on, speech))
    if view.status is LineState.RETURNED:
        return _returned(view, speech)
    reached = _WAY.index(view.status)
    return (
        _sold(view, speech),
        _packing(view, speech, reached),
        _shipped(view, speech, reached),
        _delivered(view, speech, reached),
    )


def _sold(view: OrderView, speech: Speech) -> TimelineStep:
    local = view.sold_at.astimezone(speech.now.tzinfo)
    words = speech.day(view.sold_on)
    if local.date() == view.sold_on:
        words = f"{words}, {say_time(local, locale=speech.manner.locale)}"
    return TimelineStep(say("Sold"), words, "done")


def _packing(view: OrderView, speech: Speech, reached: int) -> TimelineStep:
    if reached > 0:
        when = speech.when(view.packed_at) if view.packed_at else ""
        return TimelineStep(say("Packed"), when, "done")
    return TimelineStep(say("Packing"), steps_done(view), "now")


def steps_done(view: OrderView) -> str:
    """“4 of 7 steps”."""
    done = sum(step.done for step in view.packing)
    return say("{done} of {total} steps", done=done, total=len(view.packing))


def _shipped(view: OrderView, speech: Speech, reached: int) -> TimelineStep:
    if reached > 1:
        words = [speech.day(view.shipped_on) if view.shipped_on else "", view.tracking]
        return TimelineStep(say("Shipped"), " · ".join(filter(None, words)), "done")
    words_now = view.tracking or say("add tracking")
    return TimelineStep(say("Shipped"), words_now, _stage(1, reached))


def _delivered(view: OrderView, speech: Speech, reached: int) -> TimelineStep:
    if view.delivered_on is not None and reached > 2:
        return TimelineStep(say("Delivered"), speech.day(view.delivered_on), "done")
    expected = _expected(view, speech)
    about = say("about {day}", day=speech.short_day(expected)) if expected else ""
    return TimelineStep(say("Delivered"), about, _stage(2, reached))


def _expected(view: OrderView, speech: Speech) -> date | None:
    left = view.shipped_on or (max(view.ship_by, speech.today) if view.ship_by else None)
    return None if left is None else left + USUAL_TRIP


def _stage(before: int, reached: int) -> Stage:
    return "now" if reached == before else "later"


def _returned(view: OrderView, speech: Speech) -> tuple[TimelineStep, ...]:
    way = [_sold(view, speech)]
    if view.shipped_on is not None:
        way.append(TimelineStep(say("Shipped"), speech.day(view.shipped_on), "done"))
    if view.delivered_on is not None:
        way.append(TimelineStep(say("Delivered"), speech.day(view.delivered_on), "done"))
    days = [line.returned_on for line in view.lines if line.returned_on is not None]
    return (*way, _end(say("Returned"), max(days, default=None), speech))


def _end(name: str, day: date | None, speech: Speech) -> TimelineStep:
    return TimelineStep(name, speech.day(day) if day else "", "now")
