"""Which originals the card designs name: their TOML holds pictures as <sha256>.png."""

from __future__ import annotations

import re

from sqlalchemy import Connection, select
from sqlmodel import col

from closet_app.db.parcel_records import CardDesignRecord
from closet_app.db.reading import table_of
from closet_app.db.tables import Change

_DESIGN = table_of(CardDesignRecord)
_PICTURE = re.compile(r"\b([0-9a-f]{64})\.png\b")
EXTENSION = "png"


def design_picture_names(connection: Connection) -> dict[str, str]:
    """Extension by SHA-256 of every picture that a design names."""
    texts = connection.scalars(select(_DESIGN.c.design))
    return {sha256: EXTENSION for text in texts for sha256 in _PICTURE.findall(text)}


def recorded_design_pictures(connection: Connection) -> set[str]:
    """SHA-256 of every picture that a design named before a recorded step, or after it."""
    query = select(col(Change.before), col(Change.after)).where(
        col(Change.table_name) == _DESIGN.name
    )
    changes = connection.execute(query)
    return {
        sha256
        for change in changes
        for values in change
        if values
        for sha256 in _PICTURE.findall(values)
    }
