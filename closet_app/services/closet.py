"""One open closet: its folder, database, photos, and the tables the product ships."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from closet_app.db.engine import DATABASE_NAME, Database
from closet_app.db.search import Search
from closet_app.db.vectors import Vectors
from closet_app.domain.fees import RuleBook
from closet_app.photo.darkroom import Darkroom
from closet_app.photo.eyes import Eyes
from closet_app.photo.store import PhotoStore
from closet_app.photo.thumbnails import Thumbnails
from closet_app.services.clock import Clock
from closet_app.services.file_store import FileStore
from closet_app.services.reference import Reference

FOLDERS = ("photos", "files", "thumbs", "backups")


@dataclass(frozen=True, slots=True)
class Closet:
    """What every use case is handed; threads may share it."""

    folder: Path
    database: Database
    photos: PhotoStore
    files: FileStore
    thumbnails: Thumbnails
    darkroom: Darkroom
    eyes: Eyes
    reference: Reference
    search: Search
    vectors: Vectors
    clock: Clock
    currency: str

    @property
    def book(self) -> RuleBook:
        """The fee rule book."""
        return self.reference.book

    def close(self) -> None:
        """Let others open the folder."""
        self.database.close()


def is_closet(folder: Path) -> bool:
    """Whether a closet lives in `folder`."""
    return (folder / DATABASE_NAME).is_file()


def make_folders(folder: Path) -> None:
    """The folders of a closet; those that are there stay as they are."""
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
