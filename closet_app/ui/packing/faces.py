"""What the rows of the pack station say: an order that waits, a bin to go to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from closet_app.domain.status import LineState
from closet_app.services.records import PhotoRef
from closet_app.services.records.packing import PackOrder, PackPiece, PullStop
from closet_app.ui.orders.speech import Speech
from closet_app.ui.parcels.trouble import say_trouble
from closet_app.ui.words import say, say_many


@dataclass(frozen=True, slots=True)
class RowFace:
    """One row: `key` is the order's id or the bin, `side` stands right of the words.

    `urgent` colors the day; `done` puts a tick before `side`.
    """

    key: int | str
    title: str
    words: str
    day: str = ""
    side: str = ""
    marketplace: str = ""
    photo: PhotoRef | None = None
    urgent: bool = False
    gift: bool = False
    done: bool = False
    spoken: str = ""


def order_face(order: PackOrder, speech: Speech) -> RowFace:
    """An order: who bought, what lies in the parcel, by when it leaves, how far it is."""
    done = sum(piece.checked for piece in order.pieces)
    is_packed = order.status is LineState.PACKED
    day = day_of(order, speech)
    words = say_trouble(order) or say_inside(order.pieces)
    side = say("Packed") if is_packed else say_progress(order.pieces)
    parts = (
        order.buyer,
        speech.name(order.marketplace),
        say("order {number}", number=order.number),
        words,
        say("gift") if order.gift else "",
        say("ship by {day}", day=day) if day else "",
        say("late") if is_late(order, speech) else "",
        say("packed") if is_packed else say_in_hand(order.pieces),
    )
    return RowFace(
        key=order.id,
        title=order.buyer,
        words=words,
        day=day,
        side=side,
        marketplace=order.marketplace,
        photo=first_photo(order.pieces),
        urgent=is_due(order, speech),
        gift=order.gift,
        done=is_packed or done == len(order.pieces),
        spoken=", ".join(part for part in parts if part),
    )


def stop_face(stop: PullStop) -> RowFace:
    """A bin with what is pulled from it."""
    pieces = [each.piece for each in stop.pieces]
    title, words = stop.bin or say("No bin"), say_inside(pieces)
    return RowFace(
        key=stop.bin,
        title=title,
        words=words,
        side=say_progress(pieces),
        photo=first_photo(pieces),
        done=all(piece.checked for piece in pieces),
        spoken=", ".join((title, words, say_in_hand(pieces))),
    )


def say_inside(pieces: Sequence[PackPiece]) -> str:
    """The one piece by its title, else how many there are."""
    if len(pieces) == 1:
        return pieces[0].title
    return say_many("{count} item", "{count} items", len(pieces))


def say_progress(pieces: Sequence[PackPiece]) -> str:
    """“1 of 3” of what was begun; nothing for what was not, or is done."""
    done = sum(piece.checked for piece in pieces)
    begun = 0 < done < len(pieces)
    return say("{done} of {total}", done=done, total=len(pieces)) if begun else ""


def say_in_hand(pieces: Sequence[PackPiece]) -> str:
    """“1 of 3 in hand”."""
    done = sum(piece.checked for piece in pieces)
    return say("{done} of {total} in hand", done=done, total=len(pieces))


def day_of(order: PackOrder, speech: Speech) -> str:
    """“Mon”, “today”, or the day when it is further away."""
    if order.ship_by is None:
        return ""
    return say("today") if order.ship_by == speech.today else speech.near_day(order.ship_by)


def is_due(order: PackOrder, speech: Speech) -> bool:
    """Whether it leaves today or should have left before."""
    return order.ship_by is not None and order.ship_by <= speech.today


def is_late(order: PackOrder, speech: Speech) -> bool:
    """Whether it should have left before today."""
    return order.ship_by is not None and order.ship_by < speech.today


def first_photo(pieces: Sequence[PackPiece]) -> PhotoRef | None:
    """The photo of the first piece that has one."""
    return next((piece.photo for piece in pieces if piece.photo is not None), None)
