"""The table's columns: what each shows, how wide it is, and which sorts it stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from closet_app.domain.item import Condition
from closet_app.services.records import Card
from closet_app.ui.closet.faces import Speech, days_listed, title_of
from closet_app.ui.words import mark
from closet_app.wording import say_condition, say_days, say_pill


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `up` and `down` are the sorts that a press on its heading chooses."""

    id: str
    words: str
    say: Callable[[Card, Speech], str]
    width: int
    right: bool = False
    up: str = ""
    down: str = ""


def _pill(card: Card, speech: Speech) -> str:
    return say_pill(card.status.value, days_listed(card, speech.today))


def _age(card: Card, speech: Speech) -> str:
    days = days_listed(card, speech.today)
    return "" if days is None else say_days(days)


def _condition(card: Card, _speech: Speech) -> str:
    return say_condition(Condition(card.condition)) if card.condition else ""


COLUMNS: tuple[Column, ...] = (
    Column("piece", mark("Item"), lambda card, _: title_of(card), 220, up="title"),
    Column("number", mark("Number"), lambda card, _: card.sku, 92, up="sku"),
    Column("brand", mark("Brand"), lambda card, _: card.brand, 120, up="brand"),
    Column("size", mark("Size"), lambda card, _: card.size, 72),
    Column("category", mark("Category"), lambda card, _: card.category, 120),
    Column("condition", mark("Condition"), _condition, 116),
    Column("status", mark("Status"), _pill, 120),
    Column(
        "listed_on",
        mark("Listed on"),
        lambda card, speech: ", ".join(speech.name(place) for place in card.listed_on),
        106,
    ),
    Column("age", mark("Listed for"), _age, 84, right=True, down="age"),
    Column("bin", mark("Bin"), lambda card, _: card.bin, 68, up="bin"),
    Column("quantity", mark("Quantity"), lambda card, _: str(card.quantity), 72, right=True),
    Column("paid", mark("Paid"), lambda card, speech: speech.amount(card.cost), 84, right=True),
    Column(
        "asking",
        mark("Asking"),
        lambda card, speech: speech.amount(card.asking),
        88,
        right=True,
        up="price_up",
        down="price_down",
    ),
    Column(
        "keep",
        mark("Keep"),
        lambda card, speech: speech.keep(card.keep),
        88,
        right=True,
        up="keep_up",
        down="keep_down",
    ),
)

DEFAULT = ("piece", "size", "status", "listed_on", "bin", "asking", "keep")
PLACE = {column.id: place for place, column in enumerate(COLUMNS)}


def shown_columns(remembered: Iterable[str]) -> tuple[str, ...]:
    """The chosen columns in the table's order; the piece itself is always among them."""
    known = {name for name in remembered if name in PLACE}
    wanted = known | {"piece"} if known else set(DEFAULT)
    return tuple(column.id for column in COLUMNS if column.id in wanted)
