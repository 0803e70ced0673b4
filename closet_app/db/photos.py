"""Pictures of pieces, and which originals something still names."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, Table, select
from sqlmodel import col

from closet_app.db.design_pictures import design_picture_names, recorded_design_pictures
from closet_app.db.parcel_records import OrderFileRecord
from closet_app.db.reading import fetch_of, table_of
from closet_app.db.records import PhotoRecord, ShopRecord
from closet_app.db.tables import Change

_PHOTO = table_of(PhotoRecord)
_SHOP = table_of(ShopRecord)
_FILE = table_of(OrderFileRecord)


def read_photos(connection: Connection, item_id: int) -> list[PhotoRecord]:
    """The pictures of one piece, the first first; left out ones among them."""
    return photos_of(connection, [item_id])[item_id]


def photos_of(connection: Connection, item_ids: Iterable[int]) -> dict[int, list[PhotoRecord]]:
    """The pictures of each of these pieces, in order."""
    return fetch_of(connection, PhotoRecord, "item_id", item_ids, by=("position", "id"))


def photo_names(connection: Connection) -> dict[str, str]:
    """Extension by SHA-256 of every original that a row names, of parcels and designs too."""
    rows = connection.execute(select(_PHOTO.c.sha256, _PHOTO.c.extension))
    photos = {str(sha256): str(extension) for sha256, extension in rows}
    parcels = _names_of(connection, _FILE.c.kind == "parcel_photo")
    return photos | parcels | design_picture_names(connection)


def order_file_names(connection: Connection) -> dict[str, str]:
    """Extension by SHA-256 of every file of an order that is no photo."""
    return _names_of(connection, _FILE.c.kind != "parcel_photo")


def originals_in_use(connection: Connection) -> set[str]:
    """SHA-256 of every original that a row, the shop or a recorded step names."""
    used = set(photo_names(connection)) | set(connection.scalars(select(_SHOP.c.logo_photo)))
    used |= _recorded(connection, "sha256", _PHOTO, _FILE)
    used |= _recorded(connection, "logo_photo", _SHOP) | recorded_design_pictures(connection)
    return used - {""}


def order_files_in_use(connection: Connection) -> set[str]:
    """SHA-256 of every file of an order that a row or a recorded step names."""
    return set(order_file_names(connection)) | _recorded(connection, "sha256", _FILE)


def _names_of(connection: Connection, which: ColumnElement[bool]) -> dict[str, str]:
    rows = connection.execute(select(_FILE.c.sha256, _FILE.c.extension).where(which))
    return {str(sha256): str(extension) for sha256, extension in rows}


def _recorded(connection: Connection, column: str, *tables: Table) -> set[str]:
    """What recorded steps know `column` of these tables to have been."""
    query = select(col(Change.before), col(Change.after)).where(
        col(Change.table_name).in_([table.name for table in tables])
    )
    known = (
        json.loads(values) for change in connection.execute(query) for values in change if values
    )
    return {named[column] for named in known if named.get(column)}
