"""The first shape of buyers and orders."""

from __future__ import annotations

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


def make_buyer() -> None:
    """The table `buyer` as it first was."""
    op.create_table(
        "buyer",
        key(),
        *words("name handle email line1 line2 city region postal_code country notes"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    index("buyer", "handle")


def make_orders() -> None:
    """The table `orders` as it first was."""
    op.create_table(
        "orders",
        key(),
        *number("number", needed=True),
        *words("marketplace marketplace_number"),
        *number("buyer_id"),
        *words("currency", default="USD"),
        *words("sale_currency"),
        text("rate"),
        *day("sold_on", needed=True),
        *instant("sold_at", needed=True),
        *day("ship_by"),
        *instant("packed_at"),
        *day("shipped_on delivered_on cancelled_on"),
        *whole("discount_minor shipping_minor"),
        *switch("own_label"),
        *whole("postage_minor supplies_minor tax_minor fee_expected_minor"),
        *number("fee_charged_minor"),
        *words("fee_rule tracking carrier"),
        *switch("gift"),
        *words("note message notes"),
        *number("weight_mg"),
        *words("parcel"),
        *instant("deleted_at"),
        sa.PrimaryKeyConstraint("id"),
        *money(
            "discount_minor shipping_minor postage_minor supplies_minor tax_minor "
            "fee_expected_minor fee_charged_minor"
        ),
        check("number", "number > 0"),
        check("weight_mg", "weight_mg >= 0"),
        check("currency", "length(currency) = 3"),
        sa.UniqueConstraint("number"),
        sa.ForeignKeyConstraint(["buyer_id"], ["buyer.id"]),
        sqlite_autoincrement=True,
    )
    index("orders", "buyer_id")
    index("orders", "marketplace")
    index("orders", "marketplace_number")
    index("orders", "sold_on")


def make_order_line() -> None:
    """The table `order_line` as it first was."""
    op.create_table(
        "order_line",
        key(),
        *number("order_id", needed=True),
        *number("item_id"),
        *whole("position"),
        *words("sku title"),
        *whole("price_minor"),
        *number("cost_minor"),
        *words("state", default="sold"),
        *day("returned_on"),
        *switch("restocked"),
        sa.PrimaryKeyConstraint("id"),
        *money("price_minor cost_minor"),
        one_of("state", "sold|packed|shipped|delivered|returned|cancelled"),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"]),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"]),
        sqlite_autoincrement=True,
    )
    index("order_line", "item_id")
    index("order_line", "order_id")


def make_packing_tick() -> None:
    """The table `packing_tick` as it first was."""
    op.create_table(
        "packing_tick",
        key(),
        *number("order_id", needed=True),
        *words("step"),
        *instant("ticked_at", needed=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("order_id", "step"),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"]),
        sqlite_autoincrement=True,
    )
    index("packing_tick", "order_id")


def make_refund() -> None:
    """The table `refund` as it first was."""
    op.create_table(
        "refund",
        key(),
        *number("order_id", needed=True),
        *whole("amount_minor"),
        *day("given_on", needed=True),
        *words("reason"),
        sa.PrimaryKeyConstraint("id"),
        *money("amount_minor"),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"]),
        sqlite_autoincrement=True,
    )
    index("refund", "order_id")


def make_task() -> None:
    """The table `task` as it first was."""
    op.create_table(
        "task",
        key(),
        *words("kind", default="take_down"),
        *number("order_id item_id"),
        *words("marketplace"),
        *instant("created_at", needed=True),
        *instant("done_at"),
        sa.PrimaryKeyConstraint("id"),
        one_of("kind", "take_down"),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"]),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"]),
        sqlite_autoincrement=True,
    )
    index("task", "item_id")
    index("task", "order_id")
