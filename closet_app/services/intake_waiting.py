"""What waits in Intake: counted without loading what an intake needs to be worked on."""

from __future__ import annotations

from closet_app.db import intake as stored
from closet_app.services.closet import Closet


def unfinished(closet: Closet) -> int | None:
    """The intake begun last of those whose drafts are not made yet."""
    with closet.database.read() as connection:
        return stored.newest_open_intake(connection)


def waiting_count(closet: Closet) -> int:
    """How many groups wait in the intake that is under way."""
    with closet.database.read() as connection:
        intake_id = stored.newest_open_intake(connection)
        return 0 if intake_id is None else stored.count_groups(connection, intake_id)
