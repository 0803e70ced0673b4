"""What is the same for all pieces of an intake: where, when, the receipt, the bin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any

from closet_app.db.ledger import Ledger
from closet_app.domain.money import LARGEST_MINOR, Money
from closet_app.errors import InvalidValueError
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.intake.board import open_intake
from closet_app.services.intake.texts import texts_of
from closet_app.services.writing import writing
from closet_app.wording import tr


class As(Enum):
    """What `share` leaves as it is."""

    IT_IS = "it_is"


def share(
    closet: Closet,
    intake_id: int,
    *,
    source: str | As = As.IT_IS,
    acquired_on: date | As | None = As.IT_IS,
    receipt: Money | As | None = As.IT_IS,
    bin: str | As = As.IT_IS,  # noqa: A002 - the seller's word
    shared: Mapping[str, str] | As = As.IT_IS,
) -> Changed:
    """Say what is the same for all pieces; `shared` are typed texts of further fields, all of them.

    None, or an empty text, takes it away again. Raises InvalidValueError, which names the field.
    """
    given: dict[str, object] = {
        "source": source,
        "acquired_on": acquired_on,
        "receipt": receipt,
        "bin": bin,
        "shared": shared,
    }
    changes = _columns(
        closet, {key: value for key, value in given.items() if value is not As.IT_IS}
    )
    with writing(closet, tr("Changed what is the same for all")) as step:
        _put(step.ledger, intake_id, changes)
    return step.changed


def _put(ledger: Ledger, intake_id: int, changes: Mapping[str, Any]) -> None:
    ledger.put(replace(open_intake(ledger, intake_id), **changes))


def _columns(closet: Closet, given: Mapping[str, object]) -> dict[str, object]:
    texts = texts_of(closet)
    columns: dict[str, object] = {}
    for key, value in given.items():
        match key, value:
            case "receipt", _:
                columns["receipt_minor"] = _minor(value, closet.currency)
            case "shared", Mapping():
                kept = {name: texts.kept(name, text) for name, text in value.items()}
                columns["shared"] = tuple((name, text) for name, text in kept.items() if text)
            case _, str():
                columns[key] = texts.kept(key, value)
            case _:
                columns[key] = value
    return columns


def _minor(value: object, currency: str) -> int | None:
    if not isinstance(value, Money):
        return None
    if value.currency != currency:
        words = tr("The receipt is in {other}, but this closet counts in {currency}.")
        raise InvalidValueError(
            words.format(other=value.currency, currency=currency), field="receipt"
        )
    if not 0 <= value.minor <= LARGEST_MINOR:
        raise InvalidValueError(
            tr("The receipt cannot be below zero or that large."), field="receipt"
        )
    return value.minor
