"""The sample closet: a made-up shop with real photos, a year of sales and every kind of buyer."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from closet_app.db.parcel_records import CardTextRecord
from closet_app.db.records import BuyerRecord, MarketplaceRecord, PhotoRecord
from closet_app.db.undo import begin_here
from closet_app.domain.addresses import Address
from closet_app.domain.item import Condition, ItemFacts
from closet_app.domain.money import Money
from closet_app.domain.progress import SILENT, Progress
from closet_app.photo.batch import take_in_all
from closet_app.photo.store import StoredPhoto
from closet_app.services.clock import Clock
from closet_app.services.closet import Closet
from closet_app.services.items import insert_item
from closet_app.services.opening import DEFAULT_PACKING, create_closet
from closet_app.services.photo_intake import attach
from closet_app.services.records import Shop
from closet_app.services.sample_life import SampleItem, Traveller, live
from closet_app.services.sample_parcels import buy_supplies
from closet_app.services.writing import writing
from closet_app.wording import tr

NEWEST = date(2025, 11, 22)
"""The last day of the shipped facts; it becomes yesterday."""
RECENT_DAYS, STRETCH = 30, 2


def make_sample(
    folder: Path, resources: Path, clock: Clock | None = None, progress: Progress = SILENT
) -> Closet:
    """A new closet in `folder` with 132 pieces and 60 orders, the newest of yesterday.

    The same day gives the same closet. Raises as `create_closet`.
    """
    own = clock or Clock()
    source = resources / "sample"
    traveller = Traveller(own.now() - timedelta(days=400))
    closet = create_closet(folder, _shop(source), resources, Clock(traveller.now))
    try:
        _set_up(closet, source)
        buy_supplies(closet, _supplies(source), own.today() - timedelta(days=1))
        items = _stock_up(closet, source, own.today(), progress)
        live(closet, traveller, items, own.now(), progress)
        closet.database.clock = _utc(own)
        with closet.database.maintain(tr("Opened the sample closet")) as connection:
            begin_here(connection)
    except BaseException:
        closet.close()
        raise
    return replace(closet, clock=own)


def _utc(clock: Clock) -> Any:  # noqa: ANN401 - a clock of the database
    return lambda: clock.now().astimezone()


def _shop(source: Path) -> Shop:
    table = tomllib.loads((source / "shop.toml").read_text(encoding="utf-8"))["shop"]
    address = Address(**table.pop("address"))
    return Shop(**table, address=address, packing_steps=DEFAULT_PACKING, is_sample=True)


def _supplies(source: Path) -> list[dict[str, Any]]:
    tables = tomllib.loads((source / "shop.toml").read_text(encoding="utf-8"))
    return list(tables["supplies"])


def _set_up(closet: Closet, source: Path) -> None:
    """The shop's marketplaces and its buyers."""
    facts = tomllib.loads((source / "shop.toml").read_text(encoding="utf-8"))
    tables = facts["marketplaces"]
    with writing(closet, tr("Made the closet"), kind="setup") as step:
        for record in step.ledger.where(MarketplaceRecord):
            step.ledger.put(_setting(record, tables.get(record.marketplace, {}), closet.currency))
        with (source / "buyers.csv").open(encoding="utf-8", newline="") as file:
            rows: Iterable[dict[str, Any]] = csv.DictReader(file)
            step.ledger.add_all(BuyerRecord(**row) for row in rows)
        texts = enumerate(facts["card_texts"])
        step.ledger.add_all(CardTextRecord(position=place, **row) for place, row in texts)


def _setting(record: MarketplaceRecord, table: dict[str, Any], currency: str) -> MarketplaceRecord:
    supplies = Money.of(table.get("supplies", "0"), currency).minor
    return replace(
        record,
        enabled=table.get("enabled", False),
        handle=table.get("handle", ""),
        supplies_minor=supplies,
    )


def _stock_up(closet: Closet, source: Path, today: date, progress: Progress) -> list[SampleItem]:
    with (source / "items.csv").open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["acquired_on"])
    photos = _photos(closet, source, rows, progress)
    with writing(closet, tr("Opened the sample closet"), kind="setup") as step:
        made = []
        for row in rows:
            facts = _facts(row, today, closet.currency)
            item_id = insert_item(closet, step.ledger, facts)
            attach(step.ledger, item_id, [photos[name] for name in _names(row["files"])])
            _leave_out(
                step.ledger.where(PhotoRecord, item_id=item_id), row, photos, step.ledger.put
            )
            made.append(SampleItem(item_id, facts))
    return made


def _photos(
    closet: Closet, source: Path, rows: Sequence[dict[str, str]], progress: Progress
) -> dict[str, StoredPhoto]:
    names = list(dict.fromkeys(name for row in rows for name in _names(row["files"])))
    paths = [source / "photos" / name for name in names]
    stored, _ = take_in_all(paths, closet.photos, closet.thumbnails, progress)
    return dict(zip(names, stored, strict=True))


def _leave_out(
    shown: Sequence[PhotoRecord],
    row: dict[str, str],
    photos: dict[str, StoredPhoto],
    put: Any,  # noqa: ANN401 - the ledger's put
) -> None:
    bad = {photos[name].sha256 for name in _names(row["left_out"])}
    for photo in shown:
        if photo.sha256 in bad:
            put(replace(photo, left_out=True))


def _names(text: str) -> Iterator[str]:
    return (name.strip() for name in text.split(";") if name.strip())


def _facts(row: dict[str, str], today: date, currency: str) -> ItemFacts:
    words = Condition[row["condition"].upper().replace(" ", "_")]
    return ItemFacts(
        title=row["title"],
        brand=row["brand"],
        department=row["department"],
        category=row["category"],
        subcategory=row["subcategory"],
        size_system=row["size_system"],
        size=row["size"],
        colors=tuple(_names(row["colors"]))[:2],
        other_colors=tuple(_names(row["other_colors"])),
        condition=words,
        material=row["material"],
        style_words=tuple(_names(row["style_words"])),
        bin=row["bin"],
        source=row["source"],
        acquired_on=_found_on(date.fromisoformat(row["acquired_on"]), today),
        cost_price=_money(row["cost"], currency),
        asking=_money(row["asking"], currency),
        floor=_floor(row["asking"], currency),
        original_price=_original(row["asking"], currency),
    )


def _found_on(written: date, today: date) -> date:
    """The last month as it is written, and what was found before that spread over a year."""
    age = (NEWEST - written).days
    stretched = age + max(0, age - RECENT_DAYS) * STRETCH
    return today - timedelta(days=1 + stretched)


def _money(text: str, currency: str) -> Money | None:
    return Money.of(text, currency) if text else None


def _floor(asking: str, currency: str) -> Money | None:
    whole = (Decimal(asking) * Decimal("0.65")).to_integral_value()
    return Money.of(whole, currency) if asking else None


def _original(asking: str, currency: str) -> Money | None:
    whole = (Decimal(asking) * Decimal("2.4")).to_integral_value()
    return Money.of(whole, currency) if asking else None
