"""The originals: every photo once, byte for byte, under the SHA-256 of its bytes."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import BinaryIO, Protocol

from closet_app.domain.filenames import fold_name, unique_name
from closet_app.errors import MachineError, NotFoundError
from closet_app.photo import refusals
from closet_app.photo.decode import Decoded, decode_stream, probe
from closet_app.photo.disk import Disk, is_half_written, temporary_beside
from closet_app.photo.facts import PhotoFacts
from closet_app.photo.kinds import KINDS, PhotoKind
from closet_app.photo.rest import Rest
from closet_app.photo.sources import (
    Source,
    fingerprint,
    kind_of_stream,
    opened,
    path_of_source,
    read_block,
)
from closet_app.photo.stages import Stage, during

_PROOF = 64
"""Pixels of the long side when a decode only proves that a photo is whole."""


@dataclass(frozen=True, slots=True)
class StoredPhoto:
    """A photo the store holds; width and height are upright, as it is shown."""

    sha256: str
    extension: str
    format: str
    bytes: int
    width: int
    height: int
    taken_at: datetime | None
    has_gps: bool
    camera: str
    original_name: str
    already_here: bool


class PhotoHealth(StrEnum):
    """What a look at a stored original found."""

    SOUND = "sound"
    MISSING = "missing"
    DAMAGED = "damaged"


def health_of(path_of: Callable[[str], Path], sha256: str) -> PhotoHealth:
    """Read a whole file and compare it with its name; `path_of` knows where it lies."""
    try:
        with path_of(sha256).open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except NotFoundError:
        return PhotoHealth.MISSING
    except OSError:
        return PhotoHealth.DAMAGED
    return PhotoHealth.SOUND if found == sha256 else PhotoHealth.DAMAGED


@dataclass(frozen=True, slots=True)
class StoreTotal:
    """How many originals there are and the room they take."""

    photos: int
    bytes: int


_NAME = re.compile(r"[0-9a-f]{64}\.(?:" + "|".join(kind.extension for kind in KINDS) + ")")
_OF_THE_SYSTEM = {".DS_Store", "Thumbs.db", "desktop.ini"}


class PixelKeeper(Protocol):
    """Who uses the pixels of the one decode that proves a photo whole."""

    @property
    def at_least(self) -> int:
        """Pixels of the long side that will do."""

    def keep(self, sha256: str, decoded: Decoded) -> None:
        """Use the upright pixels of the photo, which is stored by now."""


class PhotoStore:
    """Originals under `folder` as `ab/<sha256>.<ext>`, read-only once they are in."""

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        self.folder = folder
        self._disk = disk or Disk()
        self._settling = threading.Lock()
        self.rest = Rest()

    def take_in(self, source: Source, keeper: PixelKeeper | None = None) -> StoredPhoto:
        """Store `source` whole and proven by one decode, or leave nothing behind.

        Raises PhotoError when it is no whole photo, MachineError when the disk refuses.
        """
        path = path_of_source(source)
        with (
            during(Stage.STORE),
            _opened(source) as stream,
            refusals.machine_told(self.folder),
            temporary_beside(self.folder, self._disk) as (temporary, copy),
        ):
            with during(Stage.READ):
                kind = kind_of_stream(stream, path)
                sha256, size = self._copy(stream, copy, path)
            facts, already_here = self._facts_of_held(sha256), True
            if facts is None:
                with during(Stage.UPRIGHT):
                    at_least = keeper.at_least if keeper else _PROOF
                    decoded = decode_stream(copy, path, at_least=at_least)
                self._disk.sync(copy)
                copy.close()
                already_here = not self._settle(temporary, self._place(sha256, kind))
                facts = decoded.facts
                _hand_on(sha256, decoded, keeper)
        return replace(
            _described(facts, kind, path), sha256=sha256, bytes=size, already_here=already_here
        )

    def withdraw(self, stored: StoredPhoto) -> None:
        """Take out again what `take_in` just brought and nothing names yet."""
        if not stored.already_here:
            with refusals.machine_told(self.folder):
                self.path_of(stored.sha256).unlink(missing_ok=True)

    def path_of(self, sha256: str) -> Path:
        """Where an original lies; raises NotFoundError when it is gone."""
        for kind in KINDS:
            place = self._place(sha256, kind)
            if place.is_file():
                return place
        what = "A photo of this closet is missing from its folder."
        raise NotFoundError(what, remedy="Restore it from a backup.", sha256=sha256)

    def open(self, sha256: str) -> io.BufferedReader:
        """An original for reading; raises NotFoundError when it is gone."""
        return self.path_of(sha256).open("rb")

    def verify(self, sha256: str) -> PhotoHealth:
        """Read a whole original and compare it with its name."""
        return health_of(self.path_of, sha256)

    def held(self) -> Iterator[str]:
        """The SHA-256 of every original, in order."""
        for path in self._files():
            if is_name_of_original(path.name):
                yield path.stem

    def total(self) -> StoreTotal:
        """Count the originals and their bytes."""
        sizes = [path.stat().st_size for path in self._files() if is_name_of_original(path.name)]
        return StoreTotal(len(sizes), sum(sizes))

    def sweep(self, keep: Collection[str], found: Path) -> tuple[Path, ...]:
        """Move every file that `keep` does not name into the folder `found`.

        Nothing is deleted but the half copies of a program that was killed, whose photos are
        still where they were. Only under the lock of the closet and while `rest` is kept: a
        copy that is under way looks like a stray. Returns the new places; raises MachineError.
        """
        strays = [path for path in self._files() if path.stem not in keep]
        with refusals.machine_told(found, safe="No photo was lost."):
            for half in filter(is_half_written, strays):
                half.unlink()
            return tuple(_moved_into(found, each) for each in strays if not is_half_written(each))

    def _facts_of_held(self, sha256: str) -> PhotoFacts | None:
        return probe(self.path_of(sha256)) if self.verify(sha256) is PhotoHealth.SOUND else None

    def _copy(self, stream: BinaryIO, copy: BinaryIO, path: Path) -> tuple[str, int]:
        """Write all of `stream` into `copy`; returns SHA-256 and size of what was written."""
        before, digest, size = fingerprint(stream), hashlib.sha256(), 0
        for block in iter(partial(read_block, stream, path), b""):
            digest.update(block)
            size += len(block)
            if before and size > before[0]:
                raise refusals.still_changing(path)
            self._disk.write(copy, block)
        if fingerprint(stream) != before:
            raise refusals.still_changing(path)
        copy.seek(0)
        return digest.hexdigest(), size

    def _settle(self, temporary: Path, place: Path) -> bool:
        """Give a proven copy its name for good; False when another took in the same meanwhile."""
        with self._settling:
            fresh = self.verify(place.stem) is not PhotoHealth.SOUND
            if fresh:
                self._name(temporary, place)
        return fresh

    def _name(self, temporary: Path, place: Path) -> None:
        known_folder = place.parent.is_dir()
        place.parent.mkdir(exist_ok=True)
        try:
            self._disk.move(temporary, place)
            self._disk.sync_folder(place.parent)
            if not known_folder:
                self._disk.sync_folder(self.folder)
        except BaseException:
            place.unlink(missing_ok=True)
            raise

    def _place(self, sha256: str, kind: PhotoKind) -> Path:
        return self.folder / sha256[:2] / f"{sha256}.{kind.extension}"

    def _files(self) -> Iterator[Path]:
        for folder, _, names in sorted(os.walk(self.folder)):
            for name in sorted(names):
                path = Path(folder, name)
                if name not in _OF_THE_SYSTEM and path.is_file() and not path.is_symlink():
                    yield path


def is_name_of_original(name: str) -> bool:
    """Whether the store could have given a file this name."""
    return _NAME.fullmatch(name) is not None


def _described(facts: PhotoFacts, kind: PhotoKind, path: Path) -> StoredPhoto:
    return StoredPhoto(
        sha256="",
        extension=kind.extension,
        format=kind.name,
        bytes=0,
        width=facts.width,
        height=facts.height,
        taken_at=facts.taken_at,
        has_gps=facts.has_gps,
        camera=facts.camera,
        original_name=refusals.shown_name(path),
        already_here=False,
    )


def _hand_on(sha256: str, decoded: Decoded, keeper: PixelKeeper | None) -> None:
    if keeper is not None:
        # The photo is safe; what is made of its pixels can be made again when it is asked for.
        with suppress(MachineError):
            keeper.keep(sha256, decoded)


@contextmanager
def _opened(source: Source) -> Iterator[BinaryIO]:
    with ExitStack() as held:
        with during(Stage.READ):
            stream = held.enter_context(opened(source))
        yield stream


def _moved_into(found: Path, stray: Path) -> Path:
    found.mkdir(parents=True, exist_ok=True)
    taken = {fold_name(path.name) for path in found.iterdir()}
    name = unique_name(stray.stem.lstrip("."), taken, suffix=stray.suffix)
    return Path(shutil.move(stray, found / name))
