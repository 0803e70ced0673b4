"""What is left to do elsewhere."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from closet_app.db.reading import table_of
from closet_app.db.records import TaskRecord

_TASK = table_of(TaskRecord)
_OPEN = _TASK.c.done_at.is_(None)


def count_open_tasks(connection: Connection) -> int:
    """How many tasks are not done."""
    return int(connection.scalar(select(func.count()).select_from(_TASK).where(_OPEN)) or 0)
