"""Sums worked out by SQLite alone, to hold against those of the program."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from closet_app.db.connections import bare_connection

_LINES = """
WITH live AS (SELECT order_id, count(*) AS lines FROM order_line
              WHERE state <> 'cancelled' GROUP BY order_id),
     kept AS (SELECT orders.*, ifnull(live.lines, 0) AS lines FROM orders
              LEFT JOIN live ON live.order_id = orders.id WHERE deleted_at IS NULL)
SELECT
 (SELECT ifnull(sum(price_minor), 0) FROM order_line
  WHERE state <> 'cancelled' AND order_id IN (SELECT id FROM kept)) AS price,
 (SELECT ifnull(sum(discount_minor), 0) FROM kept WHERE lines) AS discount,
 (SELECT ifnull(sum(shipping_minor), 0) FROM kept WHERE lines AND own_label) AS shipping,
 (SELECT ifnull(sum(coalesce(fee_charged_minor, CASE WHEN lines THEN fee_expected_minor END, 0)),
  0) FROM kept) AS fee,
 (SELECT ifnull(sum(postage_minor), 0) FROM kept) AS postage,
 (SELECT ifnull(sum(supplies_minor), 0) FROM kept) AS supplies,
 (SELECT ifnull(sum(amount_minor), 0) FROM refund
  WHERE order_id IN (SELECT id FROM kept)) AS refund,
 (SELECT ifnull(sum(cost_minor), 0) FROM order_line
  WHERE state <> 'cancelled' AND NOT restocked AND order_id IN (SELECT id FROM kept)) AS cost,
 (SELECT ifnull(sum(tax_minor), 0) FROM kept WHERE lines) AS tax
"""
_STOCK = """
SELECT count(*) AS pieces,
 ifnull(sum(CASE WHEN status IN ('draft', 'listed', 'on_hold')
            THEN asking_minor * quantity END), 0) AS asking,
 ifnull(sum(CASE WHEN status IN ('draft', 'listed', 'on_hold')
            THEN keep_minor * quantity END), 0) AS keep
FROM item WHERE deleted_at IS NULL
"""


def sums_of_sales(connection: Connection) -> Mapping[str, int]:
    """Every part of profit of all sales together, in minor units, and the buyers' tax."""
    return dict(connection.exec_driver_sql(_LINES).mappings().one())


def sums_of_stock(connection: Connection) -> Mapping[str, int]:
    """The pieces that are not in the trash, and asking and keep of those in stock."""
    return dict(connection.exec_driver_sql(_STOCK).mappings().one())


def numbers_and_keys(connection: Connection) -> list[tuple[str, str]]:
    """Number and folded number of every piece, the trash included."""
    found = connection.exec_driver_sql("SELECT sku, sku_key FROM item ORDER BY id")
    return [(str(sku), str(key)) for sku, key in found]


def count_orders(connection: Connection) -> int:
    """How many orders there are, without the trash."""
    found = connection.exec_driver_sql("SELECT count(*) FROM orders WHERE deleted_at IS NULL")
    return int(found.scalar_one())


def is_whole_copy(path: Path) -> bool:
    """Whether a closed copy of the database passes SQLite's own check; it is only read."""
    try:
        with closing(bare_connection(path)) as connection:
            connection.execute("PRAGMA query_only = ON").close()
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")
    except sqlite3.Error:
        return False
