"""What all tables share: names of constraints, defaults, and bounds of money."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import CheckConstraint, MetaData, text
from sqlalchemy.types import TypeEngine
from sqlmodel import Field, SQLModel

from closet_app.domain.money import LARGEST_MINOR

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# Ids are never given twice: the history of a deleted piece must not become a new one's.
NEVER_REUSED = {"sqlite_autoincrement": True}


class Row(SQLModel):
    """A row of any table; rows never leave this package."""

    metadata = MetaData(naming_convention=NAMING)


def key() -> int:
    """The integer primary key that SQLite gives out."""
    field: int = Field(default=None, primary_key=True)
    return field


def words(default: str = "", *, index: bool = False, unique: bool = False) -> str:
    """Text that is empty rather than missing."""
    kwargs = {"server_default": default}
    field: str = Field(default=default, index=index, unique=unique, sa_column_kwargs=kwargs)
    return field


def kept_as(sa_type: type[TypeEngine[Any]], empty: str) -> tuple[Any, ...]:
    """A tuple kept as canonical text by one of the types beside this module."""
    kwargs = {"server_default": empty, "nullable": False}
    field: tuple[Any, ...] = Field(default=(), sa_type=sa_type, sa_column_kwargs=kwargs)
    return field


def whole(default: int = 0) -> int:
    """A whole number that is never missing."""
    kwargs = {"server_default": text(str(default))}
    field: int = Field(default=default, sa_column_kwargs=kwargs)
    return field


def switch(*, on: bool = False) -> bool:
    """Yes or no."""
    kwargs = {"server_default": text(str(int(on)))}
    field: bool = Field(default=on, sa_column_kwargs=kwargs)
    return field


def link(target: str) -> int:
    """A foreign key; nothing cascades, so that undo sees every row that goes."""
    field: int = Field(foreign_key=target, index=True)
    return field


def loose_link(target: str) -> int | None:
    """A foreign key that may be missing."""
    field: int | None = Field(default=None, foreign_key=target, index=True)
    return field


def money_checks(*columns: str) -> list[CheckConstraint]:
    """Amounts that are not negative and whose sums fit 64 bits."""
    return [CheckConstraint(f"{name} BETWEEN 0 AND {LARGEST_MINOR}", name=name) for name in columns]


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """Only the words of an enumeration."""
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=column)
