"""Supplies, files and recommendations of orders; designs, stocks, texts and what was printed."""

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
    money,
    number,
    one_of,
    switch,
    text,
    whole,
    words,
)

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_WIDER: dict[str, list[sa.Column[Any]]] = {
    "buyer": [*words("language")],
    "orders": [
        *instant("printed_at"),
        *number("card_text_id supplies_estimate_minor"),
        *words("gift_message"),
    ],
    "order_line": [*instant("checked_at")],
    "shop": [*words("card_design address_stock tax_number")],
}


def upgrade() -> None:
    """Make the new tables, and the old ones wider; triggers are made afterwards."""
    for table, columns in _WIDER.items():
        for column in columns:
            op.add_column(table, column)
    _make_supplies()
    _make_order_file()
    _make_order_match()
    _make_designs()
    _make_print_run()


def _make_supplies() -> None:
    op.create_table(
        "supply",
        key(),
        *whole("position"),
        *words("name unit"),
        *whole("reorder_at"),
        *switch("archived"),
        sa.PrimaryKeyConstraint("id"),
        check("reorder_at", "reorder_at >= 0"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "supply_lot",
        key(),
        *number("supply_id", needed=True),
        *day("bought_on"),
        *whole("quantity", default="1"),
        *whole("cost_minor"),
        sa.PrimaryKeyConstraint("id"),
        *money("cost_minor"),
        check("quantity", "quantity > 0"),
        sa.ForeignKeyConstraint(["supply_id"], ["supply.id"]),
        sqlite_autoincrement=True,
    )
    index("supply_lot", "supply_id")
    op.create_table(
        "supply_use",
        key(),
        *number("order_id supply_id", needed=True),
        *number("lot_id"),
        *words("step"),
        *whole("quantity", default="1"),
        *whole("cost_minor"),
        sa.PrimaryKeyConstraint("id"),
        *money("cost_minor"),
        check("quantity", "quantity > 0"),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"]),
        sa.ForeignKeyConstraint(["supply_id"], ["supply.id"]),
        sa.ForeignKeyConstraint(["lot_id"], ["supply_lot.id"]),
        sqlite_autoincrement=True,
    )
    for column in ("order_id", "supply_id", "lot_id"):
        index("supply_use", column)


def _make_order_file() -> None:
    op.create_table(
        "order_file",
        key(),
        *number("order_id", needed=True),
        *words("kind"),
        text("sha256", needed=True),
        *words("extension original_name"),
        *whole("size_bytes"),
        *instant("added_at", needed=True),
        *instant("printed_at"),
        sa.PrimaryKeyConstraint("id"),
        one_of("kind", "label|parcel_photo"),
        check("sha256", "length(sha256) = 64"),
        sa.UniqueConstraint("order_id", "kind", "sha256"),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"]),
        sqlite_autoincrement=True,
    )
    index("order_file", "order_id")
    index("order_file", "sha256")


def _make_order_match() -> None:
    op.create_table(
        "order_match",
        key(),
        *number("order_id item_id", needed=True),
        *whole("position"),
        *words("reason"),
        *day("kept_until"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("order_id", "item_id"),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"]),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"]),
        sqlite_autoincrement=True,
    )
    index("order_match", "order_id")
    index("order_match", "item_id")


def _make_designs() -> None:
    op.create_table(
        "card_design",
        key(),
        *words("name_key"),
        *whole("position"),
        *words("design"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name_key"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "own_stock",
        key(),
        *words("name_key stock"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name_key"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "card_text",
        key(),
        *whole("position"),
        *words("name"),
        *words("language", default="en"),
        *words("marketplace"),
        *words("audience", default="any"),
        *words("season body sign_off"),
        *switch("enabled", default="1"),
        sa.PrimaryKeyConstraint("id"),
        one_of("audience", "any|first|returning"),
        sqlite_autoincrement=True,
    )


def _make_print_run() -> None:
    op.create_table(
        "print_run",
        key(),
        *instant("at", needed=True),
        *words("label requests printer"),
        *whole("pages done_pages"),
        *words("outcome", default="saved"),
        sa.PrimaryKeyConstraint("id"),
        one_of("outcome", "saved|printed|stopped"),
        sqlite_autoincrement=True,
    )
