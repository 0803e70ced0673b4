"""How values that SQLite does not know are kept in columns: canonical text, never pickles."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import TypeVar

from sqlalchemy import Dialect, String, Text
from sqlalchemy.types import TypeDecorator

from closet_app.db.packing_step import PackingStep

Value = TypeVar("Value")
KEPT_LISTS = 4096


def canonical_json(value: object) -> str:
    """JSON that is equal for equal values; letters of every script stay readable."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=KEPT_LISTS)
def read_words(stored: str) -> tuple[str, ...]:
    """The words of a JSON array; many pieces have the same colors and materials."""
    return () if stored in {"", "[]"} else tuple(json.loads(stored))


class Words(TypeDecorator[tuple[str, ...]]):
    """A tuple of words as a JSON array."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> str:  # noqa: ARG002
        return canonical_json(list(value or ()))

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:  # noqa: ARG002
        return read_words(value or "")


class _Pairs(TypeDecorator[tuple[tuple[str, Value], ...]]):
    """Names and what each has, in the seller's order, as a JSON object."""

    impl = Text
    cache_ok = True

    def process_bind_param(
        self,
        value: Sequence[tuple[str, Value]] | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> str:
        return canonical_json(dict(value or ()))

    def process_result_value(
        self,
        value: str | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> tuple[tuple[str, Value], ...]:
        return () if value is None or value in {"", "{}"} else tuple(json.loads(value).items())


class Measurements(_Pairs[int]):
    """Micrometres by the name of the measure."""

    cache_ok = True


class Facts(_Pairs[str]):
    """Texts of fields, as they were filled in."""

    cache_ok = True


class PackingSteps(TypeDecorator[tuple[PackingStep, ...]]):
    """The shop's packing list as a JSON array of objects."""

    impl = Text
    cache_ok = True

    def process_bind_param(
        self,
        value: Sequence[PackingStep] | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> str:
        return canonical_json([step._asdict() for step in value or ()])

    def process_result_value(
        self,
        value: str | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> tuple[PackingStep, ...]:
        return tuple(PackingStep(**step) for step in json.loads(value or "[]"))


class Instant(TypeDecorator[datetime]):
    """A moment in UTC as text that sorts by time; naive datetimes raise ValueError."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"{value!r} has no time zone"
            raise ValueError(message)
        text = value.astimezone(UTC).isoformat(timespec="microseconds")
        return text.removesuffix("+00:00") + "Z"

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else datetime.fromisoformat(value)
