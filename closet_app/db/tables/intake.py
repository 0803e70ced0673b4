"""Photos on their way to become pieces, what was seen on them, and marks the seller puts there."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, LargeBinary
from sqlmodel import Field

from closet_app.db.tables.base import (
    NEVER_REUSED,
    Row,
    kept_as,
    key,
    link,
    loose_link,
    money_checks,
    whole,
    words,
)
from closet_app.db.types import Facts, Instant, Words

PIN_SPAN = 10_000
"""Where a pin is, in ten-thousandths of the upright original's width and height."""


class Intake(Row, table=True):
    """One photo session; `shared` are the facts of all its pieces, by field."""

    __table_args__ = (*money_checks("receipt_minor"), NEVER_REUSED)

    id: int = key()
    name: str = words()
    started_at: datetime = Field(sa_type=Instant)
    finished_at: datetime | None = Field(default=None, sa_type=Instant)
    source: str = words()
    acquired_on: date | None = None
    receipt_minor: int | None = None
    bin: str = words()
    shared: tuple[tuple[str, str], ...] = kept_as(Facts, "{}")


class IntakeGroup(Row, table=True):
    """Photos thought to show one piece, and what was filled in for it by field.

    `dismissed` names suggestions and warnings the seller has waved away; `item_id` the draft
    that came of it.
    """

    __tablename__ = "intake_group"
    __table_args__ = (NEVER_REUSED,)

    id: int = key()
    intake_id: int = link("intake.id")
    position: int = whole()
    facts: tuple[tuple[str, str], ...] = kept_as(Facts, "{}")
    dismissed: tuple[str, ...] = kept_as(Words, "[]")
    item_id: int | None = loose_link("item.id")


class FlawPin(Row, table=True):
    """A word at a place of a photo, such as a stain; it flows into the listing's text."""

    __tablename__ = "flaw_pin"
    __table_args__ = (
        CheckConstraint(f"x BETWEEN 0 AND {PIN_SPAN} AND y BETWEEN 0 AND {PIN_SPAN}", name="place"),
        NEVER_REUSED,
    )

    id: int = key()
    item_id: int = link("item.id")
    photo_id: int = link("photo.id")
    x: int = whole()
    y: int = whole()
    words: str = words()


class SavedView(Row, table=True):
    """A search with its order that the seller gave a name."""

    __tablename__ = "saved_view"
    __table_args__ = (NEVER_REUSED,)

    id: int = key()
    position: int = whole()
    name: str = words()
    query: str = words()
    sort: str = words()


class PhotoLook(Row, table=True):
    """What was seen on an original; derived from its bytes, so never recorded.

    `measured_by` and `read_by` are the versions of the code that looked, 0 when none has.
    """

    __tablename__ = "photo_look"

    id: int = key()
    sha256: str = Field(unique=True)
    measured_by: int = whole()
    measures: str = words()
    vector: bytes = Field(default=b"", sa_type=LargeBinary, sa_column_kwargs={"server_default": ""})
    read_by: int = whole()
    reading: str = words()


class SeenFile(Row, table=True):
    """A file of the watched folder that was taken in, so that it is read once; never recorded."""

    __tablename__ = "seen_file"

    id: int = key()
    path: str = Field(unique=True)
    size: int = whole()
    modified_ns: int = whole()
    sha256: str = words()
