"""Facts of a piece ↔ its record: every field of the one table, by its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from closet_app.db.records import ItemRecord
from closet_app.domain.barcodes import require_barcode
from closet_app.domain.fields import FIELD, FIELDS, Field, Kind
from closet_app.domain.item import Condition, ItemFacts, Measurement, Ownership
from closet_app.domain.money import LARGEST_MINOR, Money
from closet_app.domain.sku import require_sku, sku_key
from closet_app.domain.text import clean_line, clean_text, require_length
from closet_app.domain.units import Length, Weight
from closet_app.errors import InvalidValueError

COST_FIELDS = ("cost_price", "cost_tax", "cost_inbound", "cost_cleaning")


def facts_of(record: ItemRecord, currency: str) -> ItemFacts:
    """What the seller says of the piece in `record`."""
    values: dict[str, Any] = {field.key: _value(field, record, currency) for field in FIELDS}
    return ItemFacts(**values)


def with_facts(record: ItemRecord, values: Mapping[str, object], currency: str) -> ItemRecord:
    """`record` with `values` (by field key) cleaned and checked.

    Raises InvalidValueError that names the field.
    """
    columns: dict[str, Any] = {}
    for key, value in values.items():
        columns.update(_columns(_field(key), value, currency))
    if "sku" in columns:
        columns["sku_key"] = sku_key(str(columns["sku"]))
    changed = replace(record, **columns)
    return replace(
        changed,
        cost_minor=_cost_minor(changed),
        lowest_asking_minor=_lowest(record.lowest_asking_minor, changed.asking_minor),
    )


def facts_as_values(facts: ItemFacts) -> dict[str, object]:
    """Every field of `facts` by its key."""
    return {field.key: getattr(facts, field.key) for field in FIELDS}


def _field(key: str) -> Field:
    if key not in FIELD:
        raise InvalidValueError(f"A piece has no field “{key}”.", field=key)
    return FIELD[key]


def _value(field: Field, record: ItemRecord, currency: str) -> object:
    if field.kind is Kind.MONEY:
        minor = getattr(record, f"{field.key}_minor")
        return None if minor is None else Money(minor, currency)
    if field.kind is Kind.WEIGHT:
        return None if record.weight_mg is None else Weight(record.weight_mg)
    if field.kind is Kind.MEASUREMENTS:
        return tuple(Measurement(name, Length(size)) for name, size in record.measurements)
    value = getattr(record, field.key)
    if field.key == "condition":
        return Condition(value) if value else None
    return Ownership(value) if field.key == "ownership" else value


def _columns(field: Field, value: object, currency: str) -> dict[str, object]:
    match field.kind:
        case Kind.MONEY:
            return {f"{field.key}_minor": _minor(field, value, currency)}
        case Kind.WEIGHT:
            return {"weight_mg": value.milligrams if isinstance(value, Weight) else None}
        case Kind.MEASUREMENTS:
            return {field.key: _measurements(value)}
        case Kind.WORDS | Kind.COLORS:
            return {field.key: _words(field, value)}
        case Kind.WHOLE:
            return {field.key: _whole(field, value)}
        case Kind.DATE:
            return {field.key: value}
        case Kind.LONG_TEXT:
            return {field.key: require_length(clean_text(_text(value)), field.limit, field.key)}
        case _:
            return {field.key: _line(field, value)}


def _line(field: Field, value: object) -> str:
    if field.key == "sku":
        return require_sku(_text(value))
    if field.key == "upc":
        return require_barcode(_text(value))
    line = clean_line(_text(value))
    return require_length(line, field.limit, field.key) if field.limit else line


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _words(field: Field, value: object) -> tuple[str, ...]:
    given = value if isinstance(value, tuple | list) else ()
    words = tuple(dict.fromkeys(word for each in given if (word := clean_line(str(each)))))
    if field.limit and len(words) > field.limit:
        raise InvalidValueError(
            f"{field.words} takes at most {field.limit}.",
            field=field.key,
            remedy="Leave some out.",
        )
    return words


def _whole(field: Field, value: object) -> int:
    if not isinstance(value, int) or not 0 <= value <= field.limit:
        raise InvalidValueError(
            f"{field.words} is a whole number from 0 to {field.limit:,}.", field=field.key
        )
    return value


def _measurements(value: object) -> tuple[tuple[str, int], ...]:
    given = value if isinstance(value, tuple) else ()
    return tuple((each.name, each.length.micrometres) for each in given)


def _minor(field: Field, value: object, currency: str) -> int | None:
    if not isinstance(value, Money):
        return None
    if value.currency != currency:
        raise InvalidValueError(
            f"{field.words} is in {value.currency}, but this closet counts in {currency}.",
            field=field.key,
        )
    if not 0 <= value.minor <= LARGEST_MINOR:
        raise InvalidValueError(
            f"{field.words} cannot be below zero or that large.", field=field.key
        )
    return value.minor


def _cost_minor(record: ItemRecord) -> int | None:
    parts = [getattr(record, f"{key}_minor") for key in COST_FIELDS]
    return None if parts[0] is None else sum(part for part in parts if part is not None)


def _lowest(before: int | None, asking: int | None) -> int | None:
    known = [price for price in (before, asking) if price is not None]
    return min(known, default=None)
