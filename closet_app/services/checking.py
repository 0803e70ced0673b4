"""One look at everything of a closet: said, never repaired."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from closet_app.db import balances
from closet_app.db import photos as stored_photos
from closet_app.db.backup import LAST_BACKUP, daily_copies
from closet_app.db.check import Problem, check_database
from closet_app.db.items import count_items
from closet_app.db.shop import read_meta
from closet_app.domain.money import total_of
from closet_app.domain.progress import SILENT, Progress
from closet_app.domain.sku import sku_key
from closet_app.errors import MachineError
from closet_app.photo.store import PhotoHealth, is_name_of_original
from closet_app.services import gallery
from closet_app.services.closet import Closet
from closet_app.services.file_store import is_name_of_file
from closet_app.services.intake_coming import is_more_to_come
from closet_app.services.sales import Sale, figures, sales
from closet_app.wording import say_error, tr

__all__ = ["CheckFacts", "CheckReport", "Problem", "check"]

PARTS = ("price", "discount", "shipping", "fee", "postage", "supplies", "refund", "cost", "tax")
_OF_THE_SYSTEM = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class CheckFacts:
    """What there is: pieces, orders, photos with their bytes, the last backup, free disk space."""

    items: int
    orders: int
    photos: int
    photo_bytes: int
    free_bytes: int
    last_backup: datetime | None


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Everything that is wrong, each with a stable kind and a sentence; `facts` are what is."""

    problems: tuple[Problem, ...]
    facts: CheckFacts | None

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


Look = Callable[[Closet, Progress], Iterator[Problem]]


def check(closet: Closet, progress: Progress = SILENT) -> CheckReport:
    """Look at the database, every byte of photos and files, the sums and the newest daily copy.

    A part that cannot be read at all becomes a problem itself; raises CancelledError.
    """
    problems: list[Problem] = []
    for look in LOOKS:
        try:
            problems.extend(look(closet, progress))
        except MachineError as error:
            problems.append(Problem("damage", say_error(error)))
    try:
        facts = _facts(closet)
    except MachineError:
        facts = None
    return CheckReport(tuple(dict.fromkeys(problems)), facts)


def _database(closet: Closet, progress: Progress) -> Iterator[Problem]:
    progress.step(0, 1, tr("Checking the database"))
    with closet.database.read() as connection:
        yield from check_database(connection)
    progress.step(1, 1, tr("Checking the database"))


def _numbers(closet: Closet, _progress: Progress) -> Iterator[Problem]:
    with closet.database.read() as connection:
        found = balances.numbers_and_keys(connection)
    taken: dict[str, str] = {}
    for sku, kept in found:
        key = sku_key(sku)
        if key != kept:
            yield _problem("number", tr("Number {sku} is filed wrongly."), sku=sku)
        if key in taken:
            words = tr("Numbers {sku} and {other} are the same.")
            yield _problem("number", words, sku=sku, other=taken[key])
        taken.setdefault(key, sku)


def _sums(closet: Closet, _progress: Progress) -> Iterator[Problem]:
    with closet.database.read() as connection:
        asked = balances.sums_of_sales(connection)
        stock = balances.sums_of_stock(connection)
    found = sales(closet)
    ours = figures(found, closet.currency)
    for part in PARTS:
        if getattr(ours, part).minor != asked[part]:
            yield _problem("balance", tr("The sum of {part} of all sales differs."), part=part)
    totals = gallery.facets(closet).totals
    counted = (totals.count, totals.asking.minor, totals.keep.minor)
    if counted != (stock["pieces"], stock["asking"], stock["keep"]):
        yield Problem("balance", tr("The totals of the pieces in stock differ."))
    yield from _orders(found, closet.currency)


def _orders(found: tuple[Sale, ...], currency: str) -> Iterator[Problem]:
    """The parts of each order must come to what its pieces keep."""
    by_order: dict[int, list[Sale]] = {}
    for sale in found:
        by_order.setdefault(sale.number, []).append(sale)
    for number, lines in by_order.items():
        whole = figures(lines, currency)
        taken = (whole.discount, whole.fee, whole.postage, whole.supplies, whole.refund, whole.cost)
        if whole.price + whole.shipping - total_of(taken, currency) != whole.profit:
            words = tr("The parts of order {number} do not add up.")
            yield _problem("balance", words, number=str(number))


def _photos(closet: Closet, progress: Progress) -> Iterator[Problem]:
    with closet.database.read() as connection:
        named = sorted(stored_photos.photo_names(connection))
        used = stored_photos.originals_in_use(connection)
    for done, sha256 in enumerate(named):
        progress.step(done, len(named), tr("Checking photos"))
        health = closet.photos.verify(sha256)
        if health is not PhotoHealth.SOUND:
            yield _problem(f"photo_{health.value}", _HEALTH[health], name=_short(sha256))
    progress.step(len(named), len(named), tr("Checking photos"))
    # An import that was cut off takes what it stored already for its own.
    for path in () if is_more_to_come(closet) else _files(closet.photos.folder):
        if not is_name_of_original(path.name) or path.stem not in used:
            words = tr("{name} lies among the photos and belongs to no piece.")
            yield _problem("photo_stray", words, name=path.name)


def _order_files(closet: Closet, _progress: Progress) -> Iterator[Problem]:
    with closet.database.read() as connection:
        named = sorted(stored_photos.order_file_names(connection))
        used = stored_photos.order_files_in_use(connection)
    for sha256 in named:
        health = closet.files.verify(sha256)
        if health is not PhotoHealth.SOUND:
            yield _problem(f"file_{health.value}", _FILE_HEALTH[health], name=_short(sha256))
    for path in closet.files.files():
        if not is_name_of_file(path.name) or path.stem not in used:
            words = tr("{name} lies among the files of orders and belongs to none.")
            yield _problem("file_stray", words, name=path.name)


def _backups(closet: Closet, _progress: Progress) -> Iterator[Problem]:
    newest = next(iter(daily_copies(closet.folder / "backups")), None)
    if newest is not None and not balances.is_whole_copy(newest.path):
        yield _problem("backup", tr("The daily backup {name} is damaged."), name=newest.path.name)


LOOKS: tuple[Look, ...] = (_database, _numbers, _sums, _photos, _order_files, _backups)
_HEALTH = {
    PhotoHealth.MISSING: "Photo {name} is missing from its folder.",
    PhotoHealth.DAMAGED: "Photo {name} is damaged.",
}
_FILE_HEALTH = {
    PhotoHealth.MISSING: "File {name} of an order is missing from its folder.",
    PhotoHealth.DAMAGED: "File {name} of an order is damaged.",
}


def _facts(closet: Closet) -> CheckFacts:
    with closet.database.read() as connection:
        items, orders = count_items(connection), balances.count_orders(connection)
        moment = read_meta(connection, LAST_BACKUP)
    photos = closet.photos.total()
    return CheckFacts(
        items=items,
        orders=orders,
        photos=photos.photos,
        photo_bytes=photos.bytes,
        free_bytes=shutil.disk_usage(closet.folder).free,
        last_backup=datetime.fromisoformat(moment) if moment else None,
    )


def _problem(kind: str, words: str, **named: str) -> Problem:
    for name, value in named.items():
        words = words.replace(f"{{{name}}}", value)
    return Problem(kind, words)


def _short(sha256: str) -> str:
    return f"{sha256[:12]}…"


def _files(folder: Path) -> Iterator[Path]:
    for inside, _, names in sorted(os.walk(folder)):
        yield from (Path(inside, name) for name in sorted(names) if name not in _OF_THE_SYSTEM)
