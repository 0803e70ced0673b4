"""What is left to do elsewhere."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from closet_app.db.reading import fetch, table_of
from closet_app.db.records import TaskRecord

_TASK = table_of(TaskRecord)
_OPEN = _TASK.c.done_at.is_(None)


def open_tasks(connection: Connection) -> list[TaskRecord]:
    """Every task that is not done, the oldest first."""
    return fetch(connection, TaskRecord, _OPEN)


def count_open_tasks(connection: Connection) -> int:
    """How many tasks are not done."""
    return int(connection.scalar(select(func.count()).select_from(_TASK).where(_OPEN)) or 0)


def tasks_of_item(connection: Connection, item_id: int) -> list[TaskRecord]:
    """The tasks of one piece, done ones among them."""
    return fetch(connection, TaskRecord, _TASK.c.item_id == item_id)
