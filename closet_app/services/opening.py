"""A closet's folder made, opened and looked after at the start of a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from closet_app.db.engine import DATABASE_NAME, Database
from closet_app.db.front import read_front
from closet_app.db.search import Search
from closet_app.db.vectors import Vectors
from closet_app.errors import MachineError, NotFoundError, UserError
from closet_app.photo.darkroom import Darkroom
from closet_app.photo.eyes import Eyes
from closet_app.photo.outlines import Outlines
from closet_app.photo.store import PhotoStore
from closet_app.photo.thumbnails import Thumbnails
from closet_app.services.clock import Clock
from closet_app.services.closet import Closet, is_closet, make_folders
from closet_app.services.file_store import FileStore
from closet_app.services.intake_coming import is_more_to_come
from closet_app.services.records import Shop, ShopStep
from closet_app.services.reference import read_reference
from closet_app.wording import tr

FOUND = "Found photos"
MODELS = "models"
DEFAULT_PACKING = (
    ShopStep("Steam and lint-roll", 0),
    ShopStep("Tissue", 30),
    ShopStep("Sticker", 10),
)


def create_closet(folder: Path, shop: Shop, resources: Path, clock: Clock | None = None) -> Closet:
    """Make a new closet in `folder`, which is empty or not there yet.

    Raises UserError when one is there already, and MachineError when it cannot be written.
    """
    ticking = clock or Clock()
    if is_closet(folder):
        raise UserError(
            tr("There is a closet in {folder} already.").format(folder=folder),
            safe=tr("Nothing was changed."),
            remedy=tr("Open it, or choose an empty folder."),
        )
    _make(folder)
    database = Database.create(folder / DATABASE_NAME, _utc(ticking))
    closet = _assemble(folder, database, resources, ticking, shop.currency)
    _found(closet, shop)
    return closet


def open_closet(folder: Path, resources: Path, clock: Clock | None = None) -> Closet:
    """Open the closet of `folder` under its lock; photos that belong to nothing are set aside.

    Raises NotFoundError, ClosetBusyError, NewerClosetError, DamagedClosetError, MachineError.
    """
    ticking = clock or Clock()
    if not is_closet(folder):
        raise NotFoundError(
            tr("There is no closet in {folder}.").format(folder=folder),
            remedy=tr("Is the outside drive plugged in? Else open a backup."),
            folder=folder,
        )
    database = Database.open(folder / DATABASE_NAME, _utc(ticking))
    try:
        currency = _currency_of(database, folder)
        make_folders(folder)
        return _assemble(folder, database, resources, ticking, currency)
    except BaseException:
        database.close()
        raise


def _currency_of(database: Database, folder: Path) -> str:
    with database.glance() as connection:
        shop = read_front(connection)
    if shop is None:
        raise NotFoundError(tr("The closet in {folder} was never finished.").format(folder=folder))
    return shop.currency


def set_strays_aside(closet: Closet) -> tuple[Path, ...]:
    """Move photos and files that neither a row nor an undo step names to `Found photos`.

    Photos stay while others come in, and while an import that was cut off has still to go on: it
    takes those it stored already for its own. Returns where they are now.
    """
    from closet_app.db import photos as stored_photos

    found, strays = closet.folder / FOUND, tuple[Path, ...]()
    with closet.photos.rest.kept() as is_kept, closet.database.read() as connection:
        if is_kept and not is_more_to_come(closet):
            strays = closet.photos.sweep(stored_photos.originals_in_use(connection), found)
        files = stored_photos.order_files_in_use(connection)
    return strays + closet.files.sweep(files, found)


def _assemble(
    folder: Path, database: Database, resources: Path, clock: Clock, currency: str
) -> Closet:
    photos, eyes = PhotoStore(folder / "photos"), Eyes(resources / MODELS)
    darkroom = Darkroom(photos, Outlines(folder / "thumbs", eyes))
    return Closet(
        folder=folder,
        database=database,
        photos=photos,
        files=FileStore(folder / "files"),
        thumbnails=Thumbnails(folder / "thumbs", photos, darkroom=darkroom),
        darkroom=darkroom,
        eyes=eyes,
        reference=read_reference(resources),
        search=Search(database),
        vectors=Vectors(database),
        clock=clock,
        currency=currency,
    )


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        make_folders(folder)
    except OSError as why:
        raise MachineError(
            tr("The folder {folder} cannot be written.").format(folder=folder),
            safe=tr("Nothing was changed."),
            remedy=tr("Choose another folder."),
        ) from why


def _found(closet: Closet, shop: Shop) -> None:
    # The tables cost 0.3 s of start-up, and a closet that is there is shown without them.
    from closet_app.db.ledger import Ledger
    from closet_app.db.records import MarketplaceRecord
    from closet_app.services.shop import record_of

    usable = [each for each in closet.book.marketplaces if each.available]
    with closet.database.write(tr("Made the closet"), kind="setup") as work:
        ledger = Ledger(work)
        ledger.add(record_of(shop))
        ledger.add_all(
            MarketplaceRecord(marketplace=each.id, enabled=each.enabled_by_default, position=at)
            for at, each in enumerate(usable)
        )


def _utc(clock: Clock) -> Callable[[], datetime]:
    return lambda: clock.now().astimezone(UTC)
