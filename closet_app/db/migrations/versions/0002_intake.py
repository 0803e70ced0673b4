"""Intake sessions, what is seen on photos, pins, saved views, and the barcode of a piece."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from closet_app.db.migrations.makers import (
    check,
    day,
    index,
    instant,
    key,
    long,
    money,
    number,
    switch,
    text,
    whole,
    words,
)

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the new tables, and the old ones wider; triggers are made afterwards."""
    _make_intake()
    _make_views_and_looks()
    _widen_item()
    _widen_photo()
    _make_flaw_pin()


def _make_intake() -> None:
    op.create_table(
        "intake",
        key(),
        *words("name"),
        *instant("started_at", needed=True),
        *instant("finished_at"),
        *words("source"),
        *day("acquired_on"),
        *number("receipt_minor"),
        *words("bin"),
        long("shared", "{}"),
        sa.PrimaryKeyConstraint("id"),
        *money("receipt_minor"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "intake_group",
        key(),
        *number("intake_id", needed=True),
        *whole("position"),
        long("facts", "{}"),
        long("dismissed", "[]"),
        *number("item_id"),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["intake_id"], ["intake.id"]),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"]),
        sqlite_autoincrement=True,
    )
    index("intake_group", "intake_id")
    index("intake_group", "item_id")


def _make_views_and_looks() -> None:
    op.create_table(
        "saved_view",
        key(),
        *whole("position"),
        *words("name query sort"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "photo_look",
        key(),
        text("sha256", needed=True),
        *whole("measured_by"),
        *words("measures"),
        sa.Column("vector", sa.LargeBinary(), server_default="", nullable=False),
        *whole("read_by"),
        *words("reading"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("sha256"),
    )
    op.create_table(
        "seen_file",
        key(),
        text("path", needed=True),
        *whole("size modified_ns"),
        *words("sha256"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("path"),
    )


def _widen_item() -> None:
    added: list[sa.Column[Any]] = [*words("upc"), long("dismissed", "[]")]
    for column in added:
        op.add_column("item", column)


def _widen_photo() -> None:
    """SQLite adds no column with a named foreign key, so the rows move into a new table."""
    for name in ("ix_photo_item_id_position", "ix_photo_sha256"):
        op.drop_index(name, "photo")
    op.rename_table("photo", "old_photo")
    kept = _photo_columns()
    op.create_table(
        "photo",
        *kept,
        *number("group_id"),
        *whole("seam"),
        *switch("settled"),
        sa.PrimaryKeyConstraint("id"),
        check("sha256", "length(sha256) = 64"),
        check("seam", "seam BETWEEN 0 AND 1000"),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"]),
        sa.ForeignKeyConstraint(["group_id"], ["intake_group.id"]),
        sqlite_autoincrement=True,
    )
    names = ", ".join(column.name for column in kept)
    op.execute(f"INSERT INTO photo ({names}) SELECT {names} FROM old_photo")  # noqa: S608 - our own names
    # Ids are never given twice, also not those of photos that are gone.
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'photo'")
    op.execute(
        "INSERT INTO sqlite_sequence (name, seq) "
        "SELECT 'photo', seq FROM sqlite_sequence WHERE name = 'old_photo'"
    )
    op.drop_table("old_photo")
    index("photo", "item_id", "position")
    index("photo", "sha256")
    index("photo", "group_id")


def _photo_columns() -> list[sa.Column[Any]]:
    return [
        key(),
        *number("item_id"),
        *whole("position"),
        text("sha256", needed=True),
        *words("extension recipe"),
        *switch("left_out"),
        *whole("width height size_bytes"),
        *words("original_name"),
        *instant("taken_at"),
        *words("caption kind"),
    ]


def _make_flaw_pin() -> None:
    op.create_table(
        "flaw_pin",
        key(),
        *number("item_id photo_id", needed=True),
        *whole("x y"),
        *words("words"),
        sa.PrimaryKeyConstraint("id"),
        check("place", "x BETWEEN 0 AND 10000 AND y BETWEEN 0 AND 10000"),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"]),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"]),
        sqlite_autoincrement=True,
    )
    index("flaw_pin", "item_id")
    index("flaw_pin", "photo_id")
