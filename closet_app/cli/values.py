"""Words of the command line as values; what cannot be one ends the command with code 2."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

if TYPE_CHECKING:
    from closet_app.domain.fees import RuleBook
    from closet_app.domain.fields import Field, FieldValue
    from closet_app.domain.money import Money
    from closet_app.services.clock import Clock
    from closet_app.wording import Manner

T = TypeVar("T")


def read(option: str, work: Callable[[], T]) -> T:
    """What `work` makes of the words behind `option`; raises typer.BadParameter."""
    from closet_app.errors import UserError
    from closet_app.wording import say_error

    try:
        return work()
    except UserError as error:
        raise wrong(option, say_error(error)) from error


def wrong(option: str, words: str) -> typer.BadParameter:
    """The refusal of an option or argument."""
    return typer.BadParameter(words, param_hint=option)


def money(text: str, manner: Manner, option: str) -> Money:
    """An amount of the shop's currency, not below zero."""
    from closet_app.wording import parse_money

    amount = read(option, lambda: parse_money(text, manner.currency, manner.locale))
    if amount.minor < 0:
        raise wrong(option, "An amount cannot be below zero.")
    return amount


def maybe_money(text: str | None, manner: Manner, option: str) -> Money | None:
    """An amount, or None when the option was not given."""
    return None if text is None else money(text, manner, option)


def day(text: str | None, manner: Manner, option: str) -> date | None:
    """A day as the shop writes it: 2026-11-22, Nov 22, 11/22, yesterday."""
    from closet_app.wording import parse_date

    if text is None:
        return None
    return read(
        option,
        lambda: parse_date(text, manner.today, day_first=manner.day_first, locale=manner.locale),
    )


def marketplace(book: RuleBook, words: str) -> str:
    """The id of a marketplace by id or name."""
    return read("--marketplace", lambda: book.find(words)).id


def clock(own: Clock, today: str | None) -> Clock:
    """`own`, or one that stands still on the day of --today, an ISO date."""
    from closet_app.services.clock import fixed_clock

    if today is None:
        return own
    try:
        return fixed_clock(date.fromisoformat(today))
    except ValueError as error:
        raise wrong("--today", f"“{today}” is not a day like 2026-11-22.") from error


def pair(text: str, option: str) -> tuple[str, str]:
    """The two sides of `name=value`."""
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise wrong(option, f"“{text}” is not like name=value.")
    return name.strip(), value


def field_values(pairs: Iterable[tuple[str, str]], manner: Manner) -> dict[str, FieldValue]:
    """Fields by key with the values typed for them; a name may be its label or short form."""
    from closet_app.wording import parse_field

    values: dict[str, FieldValue] = {}
    for name, text in pairs:
        field = _field(name)
        values[field.key] = read(name, lambda f=field, t=text: parse_field(f, t, manner))  # type: ignore[misc]  # bound now
    return values


def ending(path: Path, *allowed: str) -> Path:
    """`path`, whose name ends in one of `allowed`."""
    if path.suffix.lower() not in allowed:
        raise wrong("--out", f"{path.name} does not end in {' or '.join(allowed)}.")
    return path


def _field(name: str) -> Field:
    from closet_app.domain.fields import FIELDS, field_named

    found = field_named(name)
    if found is None:
        known = ", ".join(field.key for field in FIELDS)
        raise wrong(name, f"There is no field “{name}”. Choose from {known}.")
    return found
