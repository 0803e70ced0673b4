"""Rows as the journal keeps them: JSON of the values as the database holds them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Column, Table
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect

from closet_app.db.tables import DERIVED, RECORDED, Item
from closet_app.db.types import canonical_json

Stored = str | int | None
"""What a recorded column holds: text, whole numbers or nothing."""

_DIALECT = sqlite_dialect()
_Convert = Callable[[Any], Any]


def _same(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    return value


class TableCodec:
    """How the recorded columns of one table become JSON and come back."""

    def __init__(self, table: Table) -> None:
        self.name = table.name
        derived = DERIVED if table.name == Item.__tablename__ else frozenset()
        columns = [column for column in table.columns if column.name not in derived]
        self.columns = tuple(column.name for column in columns)
        self._to = {column.name: _storing(column) for column in columns}
        self._from = {column.name: _loading(column) for column in columns}

    def stored(self, values: Mapping[str, object]) -> dict[str, Stored]:
        """Recorded `values` as the database holds them, in the table's order."""
        return {name: self._to[name](values[name]) for name in self.columns if name in values}

    def loaded(self, text: str | None) -> dict[str, object]:
        """The Python values of recorded JSON; nothing for None."""
        return {
            name: self._from[name](value)
            for name, value in parsed(text).items()
            if name in self._from
        }


def recorded_json(values: Mapping[str, Stored]) -> str:
    """The canonical text of stored values."""
    return canonical_json(dict(values))


def parsed(text: str | None) -> dict[str, Stored]:
    """Stored values from recorded JSON; nothing for None."""
    values: dict[str, Stored] = json.loads(text) if text else {}
    return values


def _storing(column: Column[Any]) -> _Convert:
    return column.type.dialect_impl(_DIALECT).bind_processor(_DIALECT) or _same


def _loading(column: Column[Any]) -> _Convert:
    return column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None) or _same


def _codecs() -> dict[str, TableCodec]:
    tables = [row.__table__ for row in RECORDED]  # type: ignore[attr-defined]  # SQLModel types no table
    return {table.name: TableCodec(table) for table in tables}


CODECS = _codecs()
