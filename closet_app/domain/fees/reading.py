"""Fee tables from TOML; whatever is misspelt is refused with the file's name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from closet_app.domain.fees.rules import Band, Charge, Component, FeeRule
from closet_app.domain.fees.values import Extra, Variant
from closet_app.domain.units import Percent
from closet_app.errors import InvalidValueError

_Entry = Mapping[str, Any]

_TABLE_KEYS = {
    "id", "name", "letter", "fill", "order", "currency", "reason", "enabled_by_default",
    "checked_on", "variant", "rule", "extra",
}  # fmt: skip
_DATED_KEYS = {"id", "from", "until", "source", "checked_on", "unverified", "note"}
_RULE_KEYS = _DATED_KEYS | {"variant", "classes", "starting_from", "charge"}
_AMOUNT_KEYS = {"percent", "fixed"}
_CHARGE_KEYS = _AMOUNT_KEYS | {
    "name", "base", "bands", "by_parts", "minimum", "cap", "per_order", "per_piece",
}  # fmt: skip
_RANGE_KEYS = {"percent_from", "percent_to"}
_BAND_KEYS = _AMOUNT_KEYS | {"up_to", "below"}


@dataclass(frozen=True, slots=True)
class DatedExtra:
    """An extra charge between two days."""

    extra: Extra
    charge: Charge
    start: date | None
    until: date | None

    def covers(self, on: date) -> bool:
        """Whether it can be charged on that day."""
        return (self.start is None or self.start <= on) and (self.until is None or on <= self.until)

    def at(self, percent: Percent | None) -> DatedExtra:
        """The extra at the seller's rate, if any; raises InvalidValueError out of range."""
        if percent is None:
            return self
        low, high = self.extra.percent_range or (percent, percent)
        if self.extra.percent_range is None or not low <= percent <= high:
            raise InvalidValueError(f"“{self.extra.name}” cannot be charged at {percent.value} %.")
        return replace(self, charge=self.charge.at(percent))


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeTable:
    """One file: a marketplace with its rules, variants and extras; no rules, not available."""

    id: str
    name: str
    letter: str
    fill: str
    order: int
    currency: str
    reason: str
    enabled_by_default: bool
    checked_on: date
    variants: tuple[Variant, ...]
    rules: tuple[FeeRule, ...]
    extras: tuple[DatedExtra, ...]


def read_table(file: str, text: str) -> FeeTable:
    """The table in `text`; raises InvalidValueError that names `file` and what is wrong."""
    try:
        return _table(tomllib.loads(text))
    except (InvalidOperation, KeyError, TypeError, ValueError) as error:
        raise InvalidValueError(
            f"The fee table {file} cannot be read: {error}.",
            remedy="Put the file back as it was shipped.",
            file=file,
        ) from error


def _table(read: _Entry) -> FeeTable:
    _refuse_unknown(read, _TABLE_KEYS)
    currency = read.get("currency", "USD")
    variants = tuple(
        Variant(each["id"], each["name"], each.get("currency", currency))
        for each in read.get("variant", [])
    )
    currencies = {"": currency} | {each.id: each.currency for each in variants}
    rules = tuple(_rule(each, currencies) for each in read.get("rule", []))
    if not rules and not read["reason"]:
        raise ValueError("a marketplace without rules needs a reason")
    return FeeTable(
        id=read["id"],
        name=read["name"],
        letter=read["letter"],
        fill=read["fill"],
        order=read["order"],
        currency=currency,
        reason=read.get("reason", ""),
        enabled_by_default=read.get("enabled_by_default", False),
        checked_on=max(rule.checked_on for rule in rules) if rules else read["checked_on"],
        variants=variants,
        rules=rules,
        extras=tuple(_extra(each) for each in read.get("extra", [])),
    )


def _rule(read: _Entry, currencies: Mapping[str, str]) -> FeeRule:
    _refuse_unknown(read, _RULE_KEYS)
    variant = read.get("variant", "")
    return FeeRule(
        id=read["id"],
        currency=currencies[variant],
        charges=tuple(_charge(each) for each in read.get("charge", [])),
        source=read["source"],
        checked_on=read["checked_on"],
        variant=variant,
        start=read.get("from"),
        until=read.get("until"),
        classes=frozenset(read.get("classes", [])),
        starting_from=_amount(read, "starting_from"),
        unverified=read.get("unverified", False),
        note=read.get("note", ""),
    )


def _charge(read: _Entry) -> Charge:
    _refuse_unknown(read, _CHARGE_KEYS)
    charge = Charge(
        name=read["name"],
        base=frozenset(Component(each) for each in read["base"]),
        bands=tuple(_band(each) for each in read.get("bands", [_only_amounts(read)])),
        by_parts=read.get("by_parts", False),
        minimum=_amount(read, "minimum"),
        cap=_amount(read, "cap"),
        per_order=read.get("per_order", False),
        per_piece=read.get("per_piece", False),
    )
    _check_bands(charge)
    return charge


def _check_bands(charge: Charge) -> None:
    limits = [band.limit for band in charge.bands]
    known = [limit for limit in limits if limit is not None]
    if limits != [*sorted(set(known)), None]:
        raise ValueError(f"the limits of “{charge.name}” must rise, and its last band has none")
    if charge.by_parts and any(band.fixed for band in charge.bands):
        raise ValueError(f"the bands of “{charge.name}” take their parts, without fixed amounts")


def _band(read: _Entry) -> Band:
    _refuse_unknown(read, _BAND_KEYS)
    limit = _amount(read, "up_to")
    return Band(
        percent=_percent(read, "percent"),
        fixed=_amount(read, "fixed") or Decimal(0),
        limit=_amount(read, "below") if limit is None else limit,
        inclusive="below" not in read,
    )


def _extra(read: _Entry) -> DatedExtra:
    _refuse_unknown(read, _DATED_KEYS | _CHARGE_KEYS | _RANGE_KEYS)
    low, high = (_percent(read, key) for key in sorted(_RANGE_KEYS))
    extra = Extra(
        id=read["id"],
        name=read["name"],
        unverified=read.get("unverified", False),
        note=read.get("note", ""),
        percent_range=(low, high) if "percent_to" in read else None,
    )
    charge = _charge({key: read[key] for key in read.keys() & _CHARGE_KEYS})
    return DatedExtra(extra, charge, read.get("from"), read.get("until"))


def _only_amounts(read: _Entry) -> _Entry:
    return {key: read[key] for key in read.keys() & _AMOUNT_KEYS}


def _refuse_unknown(read: _Entry, known: set[str]) -> None:
    unknown = sorted(read.keys() - known)
    if unknown:
        raise ValueError(f"it does not know {', '.join(unknown)}")


def _amount(read: _Entry, key: str) -> Decimal | None:
    return Decimal(read[key]) if key in read else None


def _percent(read: _Entry, key: str) -> Percent:
    return Percent(Decimal(read.get(key, "0")))
