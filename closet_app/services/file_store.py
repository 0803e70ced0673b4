"""Files kept with orders: each once, byte for byte, under the SHA-256 of its bytes."""

from __future__ import annotations

import hashlib
import re
import shutil
import threading
from collections.abc import Collection, Iterator
from pathlib import Path

from closet_app.domain.filenames import fold_name, unique_name
from closet_app.errors import MachineError, NotFoundError
from closet_app.photo.disk import Disk, temporary_beside
from closet_app.photo.refusals import machine_told
from closet_app.photo.store import PhotoHealth, health_of
from closet_app.wording import tr

EXTENSIONS = ("pdf", "png", "jpg")
_NAME = re.compile(rf"([0-9a-f]{{64}})\.(?:{'|'.join(EXTENSIONS)})")
_OF_THE_SYSTEM = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


class FileStore:
    """Files under `folder` as `ab/<sha256>.<extension>`; what is in is never written again."""

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        self.folder = folder
        self._disk = disk or Disk()
        self._settling = threading.Lock()

    def put(self, data: bytes, extension: str) -> str:
        """Keep `data` for good, the disk asked to hold it; returns its SHA-256.

        Raises MachineError when the disk refuses, and leaves nothing behind then.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        place = self._place(sha256, extension)
        with (
            machine_told(self.folder, safe=tr("Nothing was stored.")),
            temporary_beside(self.folder, self._disk) as (temporary, stream),
        ):
            self._disk.write(stream, data)
            self._disk.sync(stream)
            stream.close()
            with self._settling:
                if self.verify(sha256) is not PhotoHealth.SOUND:
                    self._name(temporary, place)
        return sha256

    def path_of(self, sha256: str) -> Path:
        """Where a file lies; raises NotFoundError when it is gone."""
        places = (self._place(sha256, extension) for extension in EXTENSIONS)
        found = next((place for place in places if place.is_file()), None)
        if found is None:
            what = tr("A file of an order is missing from the closet's folder.")
            raise NotFoundError(what, remedy=tr("Attach it again, or restore it from a backup."))
        return found

    def read(self, sha256: str) -> bytes:
        """All of a file; raises NotFoundError when it is gone and MachineError when it changed."""
        path = self.path_of(sha256)
        with machine_told(self.folder, safe=""):
            data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() != sha256:
            what = tr("A file of an order is damaged.")
            raise MachineError(what, remedy=tr("Attach it again, or restore it from a backup."))
        return data

    def verify(self, sha256: str) -> PhotoHealth:
        """Read a whole file and compare it with its name."""
        return health_of(self.path_of, sha256)

    def files(self) -> Iterator[Path]:
        """Everything in the folder that is a file, in order."""
        for path in sorted(self.folder.rglob("*")):
            if path.is_file() and not path.is_symlink() and path.name not in _OF_THE_SYSTEM:
                yield path

    def sweep(self, keep: Collection[str], found: Path) -> tuple[Path, ...]:
        """Move every file that `keep` does not name into the folder `found`; nothing is deleted.

        Only under the lock of the closet, and before files are put in. Raises MachineError.
        """
        strays = [path for path in self.files() if path.stem not in keep]
        with machine_told(found, safe=tr("No file was lost.")):
            return tuple(_moved_into(found, stray) for stray in strays)

    def _name(self, temporary: Path, place: Path) -> None:
        is_new = not place.parent.is_dir()
        place.parent.mkdir(exist_ok=True)
        try:
            self._disk.move(temporary, place)
            self._disk.sync_folder(place.parent)
            if is_new:
                self._disk.sync_folder(self.folder)
        except BaseException:
            place.unlink(missing_ok=True)
            raise

    def _place(self, sha256: str, extension: str) -> Path:
        return self.folder / sha256[:2] / f"{sha256}.{extension}"


def is_name_of_file(name: str) -> bool:
    """Whether the store could have given a file this name."""
    return _NAME.fullmatch(name) is not None


def _moved_into(found: Path, stray: Path) -> Path:
    found.mkdir(parents=True, exist_ok=True)
    taken = {fold_name(path.name) for path in found.iterdir()}
    name = unique_name(stray.stem.lstrip("."), taken, suffix=stray.suffix)
    return Path(shutil.move(stray, found / name))
