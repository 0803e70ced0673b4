"""How the domain's values are written into one cell, for both kinds of file."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Any

from closet_app.exchange.cell_forms import (
    join_words,
    say_listings,
    say_measures,
    say_weight_exactly,
)
from closet_app.exchange.columns import Holds

Units = tuple[str, str]
IMPERIAL: Units = ("in", "oz")
METRIC: Units = ("cm", "g")
"""The units of length and of weight."""


def say_choice(choice: str | None) -> str:
    """`new_with_tags` as “New with tags”, whether it is the enum or its text."""
    if not choice:
        return ""
    said = _SAID.get(choice)
    if said is None:
        said = _SAID[str(choice)] = str(choice).replace("_", " ").capitalize()
    return said


def chosen(choices: type[StrEnum], said: str) -> StrEnum | None:
    """The inverse of `say_choice`."""
    return next((choice for choice in choices if say_choice(choice) == said), None)


def text_form(holds: Holds, units: Units) -> Callable[[Any], str] | None:
    """What makes a text of such a value; None for what is a plain value already."""
    length_unit, weight_unit = units
    forms: dict[Holds, Callable[[Any], str]] = {
        Holds.CHOICE: say_choice,
        Holds.WORDS: join_words,
        Holds.MEASURES: partial(say_measures, unit=length_unit),
        Holds.WEIGHT: partial(say_weight_exactly, unit=weight_unit),
        Holds.LISTINGS: say_listings,
    }
    return forms.get(holds)


_SAID: dict[str, str] = {}
