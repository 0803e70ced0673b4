"""The journal: what each step changed, for undo and for the history that is shown."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field

from closet_app.db.tables.base import NEVER_REUSED, Row, key, link, one_of, words
from closet_app.db.types import Instant

STEP_STATES = ("done", "undone", "dropped")


class Step(Row, table=True):
    """One named command of the seller; steps that were undone and overtaken are dropped."""

    __table_args__ = (one_of("state", STEP_STATES), NEVER_REUSED)

    id: int = key()
    label: str = words()
    kind: str = words()
    at: datetime = Field(sa_type=Instant)
    state: str = words("done", index=True)


class Change(Row, table=True):
    """One row before and after, as JSON of the recorded columns; an update holds the changed ones.

    `item_id` and `order_id` are no foreign keys: the history outlives what it tells of.
    """

    __table_args__ = (NEVER_REUSED,)

    id: int = key()
    step_id: int = link("step.id")
    table_name: str = words()
    row_id: int
    item_id: int | None = Field(default=None, index=True)
    order_id: int | None = Field(default=None, index=True)
    before: str | None = None
    after: str | None = None


class Meta(Row, table=True):
    """Facts about the file itself: its id, when it was made, the last backup."""

    key: str = Field(primary_key=True)
    value: str = words()
