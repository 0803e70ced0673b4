"""Rows of intake, pins and saved views as frozen values; see `records`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeRecord:
    """One photo session; the receipt in minor units, `shared` by field."""

    id: int = 0
    name: str = ""
    started_at: datetime | None = None
    finished_at: datetime | None = None
    source: str = ""
    acquired_on: date | None = None
    receipt_minor: int | None = None
    bin: str = ""
    shared: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeGroupRecord:
    """Photos of one piece to be, and what is known of it by field."""

    id: int = 0
    intake_id: int = 0
    position: int = 0
    facts: tuple[tuple[str, str], ...] = ()
    dismissed: tuple[str, ...] = ()
    item_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlawPinRecord:
    """A word at a place of a photo, in ten-thousandths of the upright original."""

    id: int = 0
    item_id: int = 0
    photo_id: int = 0
    x: int = 0
    y: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedViewRecord:
    """A named search."""

    id: int = 0
    position: int = 0
    name: str = ""
    query: str = ""
    sort: str = ""
