"""What Alembic runs for every migration: on the connection, and in the transaction, it is given."""

from __future__ import annotations

from alembic import context

from closet_app.db.tables import METADATA


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Leave the full-text index and its shadow tables to the list of triggers."""
    return not (kind == "table" and (name or "").startswith("item_search"))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    include_name=is_ours,
)
context.run_migrations()
