"""Columns and rules as migrations write them: frozen, unlike the models that move on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

_LARGEST = 10**15


def key() -> sa.Column[int]:
    """The id, given out by SQLite."""
    return sa.Column("id", sa.Integer(), nullable=False)


def words(names: str, default: str = "") -> list[sa.Column[str]]:
    """Text columns that are empty rather than missing."""
    return [
        sa.Column(name, sa.String(), server_default=default, nullable=False)
        for name in names.split()
    ]


def long(name: str, default: str) -> sa.Column[str]:
    """A column of canonical JSON text."""
    return sa.Column(name, sa.Text(), server_default=default, nullable=False)


def whole(names: str, default: str = "0") -> list[sa.Column[int]]:
    """Whole numbers that are never missing."""
    given = sa.text(default)
    return [
        sa.Column(name, sa.Integer(), server_default=given, nullable=False)
        for name in names.split()
    ]


def number(names: str, *, needed: bool = False) -> list[sa.Column[int]]:
    """Whole numbers."""
    return [sa.Column(name, sa.Integer(), nullable=not needed) for name in names.split()]


def switch(names: str, default: str = "0") -> list[sa.Column[bool]]:
    """Yes or no."""
    given = sa.text(default)
    return [
        sa.Column(name, sa.Boolean(), server_default=given, nullable=False)
        for name in names.split()
    ]


def day(names: str, *, needed: bool = False) -> list[sa.Column[object]]:
    """Calendar days."""
    return [sa.Column(name, sa.Date(), nullable=not needed) for name in names.split()]


def instant(names: str, *, needed: bool = False) -> list[sa.Column[str]]:
    """Moments in UTC as text."""
    return [sa.Column(name, sa.String(27), nullable=not needed) for name in names.split()]


def text(name: str, *, needed: bool = False) -> sa.Column[str]:
    """Text without a default."""
    return sa.Column(name, sa.String(), nullable=not needed)


def money(names: str) -> list[sa.CheckConstraint]:
    """Bounds of amounts in minor units."""
    return [check(name, f"{name} BETWEEN 0 AND {_LARGEST}") for name in names.split()]


def one_of(name: str, values: str) -> sa.CheckConstraint:
    """Only these words, divided by bars."""
    listed = ", ".join(f"'{value}'" for value in values.split("|"))
    return check(name, f"{name} IN ({listed})")


def check(name: str, rule: str) -> sa.CheckConstraint:
    """A named rule for every row."""
    return sa.CheckConstraint(rule, name=name)


def index(table: str, *columns: str, name: str = "") -> None:
    """An index under its usual name."""
    named = name or f"ix_{table}_{'_'.join(columns)}"
    op.create_index(named, table, list(columns), unique=False)
