"""The first shape of the shop, its pieces, and the journal."""

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
    one_of,
    switch,
    text,
    whole,
    words,
)


def make_item() -> None:
    """The table `item` as it first was."""
    op.create_table(
        "item",
        *_item_columns(),
        *_item_rules(),
        sa.UniqueConstraint("sku_key"),
        sqlite_autoincrement=True,
    )
    index("item", "status")
    index("item", "deleted_at", name="ix_item_trash")


def _item_columns() -> list[sa.Column[Any]]:
    return [
        key(),
        *words("sku sku_key title brand department category subcategory size_system size"),
        long("colors", "[]"),
        long("other_colors", "[]"),
        *words("condition material"),
        long("style_words", "[]"),
        *words("description"),
        long("measurements", "{}"),
        *number("weight_mg"),
        *words("flaws bin"),
        *whole("quantity", default="1"),
        *words("source"),
        *day("acquired_on"),
        *number(
            "cost_price_minor cost_tax_minor cost_inbound_minor cost_cleaning_minor "
            "original_price_minor asking_minor floor_minor keep_at_least_minor "
            "lowest_asking_minor"
        ),
        *words("ownership", default="business"),
        *words("notes"),
        long("tags", "[]"),
        *words("own_status status", default="draft"),
        *words("archive_reason"),
        *day("status_since listed_since"),
        *instant("created_at updated_at", needed=True),
        *instant("deleted_at"),
        *number("keep_minor"),
        *words("keep_marketplace"),
        *number("cost_minor cover_photo_id"),
    ]


def _item_rules() -> list[sa.schema.SchemaItem]:
    return [
        sa.PrimaryKeyConstraint("id"),
        *money(
            "cost_price_minor cost_tax_minor cost_inbound_minor cost_cleaning_minor "
            "original_price_minor asking_minor floor_minor keep_at_least_minor "
            "lowest_asking_minor"
        ),
        one_of("condition", "|new_with_tags|new_without_tags|like_new|very_good|good|fair"),
        one_of("ownership", "business|personal"),
        one_of("own_status", "draft|listed|on_hold|returned|archived"),
        one_of("status", "draft|listed|on_hold|returned|archived|sold|packed|shipped|delivered"),
        one_of("archive_reason", "|donated|kept|lost|thrown_away"),
        check("quantity", "quantity >= 0"),
        check("weight_mg", "weight_mg >= 0"),
        check("sku", "sku <> '' AND sku_key <> ''"),
    ]


def make_marketplace_setting() -> None:
    """The table `marketplace_setting` as it first was."""
    op.create_table(
        "marketplace_setting",
        key(),
        *words("marketplace"),
        *switch("enabled", default="1"),
        *whole("position"),
        *words("handle link"),
        *switch("own_label"),
        *whole("shipping_minor"),
        *words("tax_percent", default="0"),
        *whole("postage_minor supplies_minor"),
        sa.PrimaryKeyConstraint("id"),
        *money("shipping_minor postage_minor supplies_minor"),
        sa.UniqueConstraint("marketplace"),
        sqlite_autoincrement=True,
    )


def make_meta() -> None:
    """The table `meta` as it first was."""
    op.create_table(
        "meta",
        text("key", needed=True),
        *words("value"),
        sa.PrimaryKeyConstraint("key"),
    )


def make_shop() -> None:
    """The table `shop` as it first was."""
    op.create_table(
        "shop",
        key(),
        *words("name tagline owner"),
        *words("country", default="US"),
        *words("currency", default="USD"),
        *words("locale", default="en_US"),
        *words("units", default="imperial"),
        *words(
            "address_name line1 line2 city region postal_code logo_photo link slip_note "
            "return_words card_note sign_off sku_pattern"
        ),
        long("packing_steps", "[]"),
        *whole("ship_within_days", default="2"),
        *words("card_stock slip_stock label_stock"),
        *switch("first_steps_hidden sample"),
        sa.PrimaryKeyConstraint("id"),
        check("only_one", "id = 1"),
        one_of("units", "imperial|metric|mixed"),
    )


def make_step() -> None:
    """The table `step` as it first was."""
    op.create_table(
        "step",
        key(),
        *words("label kind"),
        *instant("at", needed=True),
        *words("state", default="done"),
        sa.PrimaryKeyConstraint("id"),
        one_of("state", "done|undone|dropped"),
        sqlite_autoincrement=True,
    )
    index("step", "state")


def make_change() -> None:
    """The table `change` as it first was."""
    op.create_table(
        "change",
        key(),
        *number("step_id", needed=True),
        *words("table_name"),
        *number("row_id", needed=True),
        *number("item_id order_id"),
        text("before"),
        text("after"),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["step_id"], ["step.id"]),
        sqlite_autoincrement=True,
    )
    index("change", "item_id")
    index("change", "order_id")
    index("change", "step_id")


def make_listing() -> None:
    """The table `listing` as it first was."""
    op.create_table(
        "listing",
        key(),
        *number("item_id", needed=True),
        *words("marketplace url"),
        *number("price_minor"),
        *day("since"),
        *words("state", default="live"),
        *day("ended_on"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("item_id", "marketplace"),
        *money("price_minor"),
        one_of("state", "live|ended|sold"),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"]),
        sqlite_autoincrement=True,
    )
    index("listing", "item_id")


def make_photo() -> None:
    """The table `photo` as it first was."""
    op.create_table(
        "photo",
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
        sa.PrimaryKeyConstraint("id"),
        check("sha256", "length(sha256) = 64"),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"]),
        sqlite_autoincrement=True,
    )
    index("photo", "item_id", "position")
    index("photo", "sha256")
