"""Everything of the first version."""

from __future__ import annotations

from alembic import op

from closet_app.db.migrations import first_sales, first_stock

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_SEARCH = (
    "CREATE VIRTUAL TABLE item_search USING fts5("
    "title, words, content='', prefix='1 2', columnsize=0, "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* So'\")"
)


def upgrade() -> None:
    """Make every table, index and the full-text index; triggers are made afterwards."""
    first_sales.make_buyer()
    first_stock.make_item()
    first_stock.make_marketplace_setting()
    first_stock.make_meta()
    first_stock.make_shop()
    first_stock.make_step()
    first_stock.make_change()
    first_stock.make_listing()
    first_sales.make_orders()
    first_stock.make_photo()
    first_sales.make_order_line()
    first_sales.make_packing_tick()
    first_sales.make_refund()
    first_sales.make_task()
    op.execute(_SEARCH)
