"""Pieces, sales and the year's figures as CSV or XLSX, by the ending of the file's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from closet_app.db import sheets
from closet_app.db.ledger import Reading
from closet_app.domain.fields import FIELD, Kind
from closet_app.domain.item import Measurement
from closet_app.domain.money import Money
from closet_app.domain.progress import SILENT, Progress
from closet_app.domain.units import Length, Weight
from closet_app.exchange.candidates import ListedAt
from closet_app.exchange.columns import (
    FIELD_COLUMNS,
    ITEMS,
    SALES,
    SUMMARY,
    Column,
    Holds,
    Value,
    row_of,
    summary_rows,
)
from closet_app.exchange.csv_out import guarded
from closet_app.exchange.tables_out import write_table
from closet_app.services import gallery
from closet_app.services.closet import Closet
from closet_app.services.manners import manner_of, sheet_units
from closet_app.services.sales import Figures, Sale, Summary, sales, summary
from closet_app.wording import say_month, say_ownership, tr

__all__ = ["export_items", "export_sales", "export_summary", "guarded"]

BATCH = 1_000
BESIDE = ("status", "archive_reason", "listed_since", "lowest_asking_minor")
STORED = {Kind.MONEY: "{}_minor", Kind.WEIGHT: "{}_mg"}
NAMES = (
    *(STORED.get(FIELD[each.key].kind, "{}").format(each.key) for each in FIELD_COLUMNS),
    *BESIDE,
    "id",
)
WEIGHT_AT = NAMES.index("weight_mg")
MEASURES_AT = NAMES.index("measurements")


def export_items(closet: Closet, path: Path, text: str = "", progress: Progress = SILENT) -> int:
    """Write everything of the pieces that a search finds, but photos and history.

    Returns how many. Raises UserError for another ending than .csv or .xlsx, MachineError when
    the disk refuses, CancelledError; there is no half file then.
    """
    with closet.database.read() as connection:
        ids = sorted(gallery.find(closet, text)) if text else sheets.kept_ids(connection)
        return write_table(
            path,
            ITEMS,
            _item_rows(connection, ids, closet.currency),
            currency=closet.currency,
            units=sheet_units(manner_of(closet)),
            total=len(ids),
            progress=progress,
        )


def export_sales(
    closet: Closet, path: Path, year: int | None = None, progress: Progress = SILENT
) -> int:
    """Write one row for each sold piece of a year with every part of its profit.

    Returns how many. Raises as `export_items`.
    """
    found = sales(closet, year)
    rows = (row_of(SALES, _sale_values(closet, sale)) for sale in found)
    return write_table(
        path, SALES, rows, currency=closet.currency, total=len(found), progress=progress
    )


def export_summary(
    closet: Closet, path: Path, year: int | None = None, progress: Progress = SILENT
) -> int:
    """Write what the sales of a year come to, in all and by marketplace, month and ownership.

    Raises as `export_items`.
    """
    found = summary(closet, year)
    groups = _groups(closet, found)
    beside = (Column(f"group_{at}", name, Holds.MIXED) for at, (name, _) in enumerate(groups))
    tables = [
        _lines(found.year, each, closet.currency)
        for each in (found.total, *(figures for _, figures in groups))
    ]
    rows = [(*lines[0], *(line[1] for line in lines[1:])) for lines in zip(*tables, strict=True)]
    return write_table(
        path,
        (*SUMMARY, *beside),
        rows,
        currency=closet.currency,
        total=len(rows),
        progress=progress,
    )


def _item_rows(connection: Reading, ids: Sequence[int], currency: str) -> Iterator[list[Value]]:
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        listings = sheets.listing_tuples(connection, some)
        for cells in sheets.item_rows(connection, some, NAMES):
            found = listings.get(cells.pop(), ())
            _put_domain_values(cells)
            cells.append(tuple(_listed(*each, currency) for each in found) if found else ())
            cells.append(currency)
            yield cells


def _put_domain_values(cells: list[Any]) -> None:
    weight, measures = cells[WEIGHT_AT], cells[MEASURES_AT]
    if weight is not None:
        cells[WEIGHT_AT] = Weight(weight)
    if measures:
        cells[MEASURES_AT] = tuple(Measurement(name, Length(size)) for name, size in measures)


def _listed(
    marketplace: str, url: str, price: int | None, since: date | None, state: str, currency: str
) -> ListedAt:
    amount = None if price is None else Money(price, currency)
    return ListedAt(marketplace, url, amount, since, state)


def _sale_values(closet: Closet, sale: Sale) -> dict[str, Value]:
    share = sale.share
    return {
        "sold_on": sale.sold_on,
        "number": sale.number,
        "marketplace": _name_of(closet, sale.marketplace),
        "marketplace_number": sale.marketplace_number,
        "buyer": sale.buyer,
        "sku": sale.sku,
        "title": sale.title,
        "ownership": sale.ownership,
        "status": sale.state,
        "shipped_on": sale.shipped_on,
        "delivered_on": sale.delivered_on,
        "returned_on": sale.returned_on,
        "price": share.price,
        "discount": share.discount,
        "shipping": share.shipping_received,
        "fee": share.fee,
        "postage": share.postage,
        "supplies": share.supplies,
        "refund": share.refund,
        "cost": share.cost,
        "profit": share.profit,
        "fee_is": "charged" if sale.fee_charged else "expected",
        "cost_known": "yes" if share.cost_known else "no",
        "label": "own" if sale.own_label else "marketplace",
        "shipping_paid": share.shipping,
        "tax": sale.tax,
        "currency": share.price.currency,
    }


def _name_of(closet: Closet, marketplace: str) -> str:
    known = (each.name for each in closet.book.marketplaces if each.id == marketplace)
    return next(known, marketplace)


def _groups(closet: Closet, found: Summary) -> list[tuple[str, Figures]]:
    return [
        *((_name_of(closet, place), each) for place, each in found.by_marketplace),
        *((say_month(month), each) for month, each in found.by_month),
        *((say_ownership(ownership), each) for ownership, each in found.by_ownership),
    ]


def _lines(year: int | None, figures: Figures, currency: str) -> list[tuple[Value, ...]]:
    values: dict[str, Value] = {
        "year": tr("All years") if year is None else year,
        **{name: getattr(figures, name) for name in Figures.__slots__ if name != "tax"},
    }
    return [*summary_rows(values, currency), (tr("Tax collected"), figures.tax, currency)]
