"""What an import has still to take in, written down so that it goes on after a crash.

Apart from `intake`, so that a closet is opened without loading what an intake needs.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from uuid import uuid4
from weakref import WeakKeyDictionary

from closet_app.db.engine import Database
from closet_app.domain.filenames import fold_name, safe_name, unique_name
from closet_app.errors import CancelledError, MachineError
from closet_app.photo.disk import Disk, is_half_written, write_whole
from closet_app.photo.sources import PhotoBytes, Source
from closet_app.services.closet import Closet

_NAME, _NOTE, _OVER = "coming-", "note.json", ".over-"
_claimed: WeakKeyDictionary[Database, set[Path]] = WeakKeyDictionary()
_turn = Lock()


@dataclass(frozen=True, slots=True)
class Coming:
    """What one import has still to bring; `intake_id` None until its first photos are in.

    `folder` lies in the closet's: the note of it, and pictures that are no file elsewhere. A note
    that cannot be written stops no import.
    """

    folder: Path
    name: str = ""
    intake_id: int | None = None
    sources: tuple[Source, ...] = ()

    def note(self, intake_id: int | None, sources: Sequence[Source]) -> None:
        """Write down what is still to come now; without anything the note goes."""
        files = [each for each in sources if isinstance(each, Path)]
        if not files:
            self.forget()
            return
        told = [self._told(each) for each in files]
        # What the system cannot say in Unicode stays as it is: ASCII escapes carry all of it.
        text = json.dumps({"name": self.name, "intake": intake_id, "files": told})
        with suppress(OSError):
            self.folder.mkdir(exist_ok=True)
            write_whole(self.folder / _NOTE, text.encode("ascii"), Disk(), lasting=True)
            self._clear({self.folder / _NOTE, *files})

    def forget(self) -> None:
        """Nothing of it is to come any more."""
        # At once for all: pictures without their note would come in again.
        over = self.folder.with_name(f"{_OVER}{self.folder.name}")
        with suppress(OSError):
            self.folder.rename(over)
        shutil.rmtree(over, ignore_errors=True)

    def spooled(self, sources: Sequence[Source]) -> tuple[Source, ...]:
        """The same with each picture that is no file as one; where there is no room, as it is."""
        return tuple(
            self._as_file(each) if isinstance(each, PhotoBytes) else each for each in sources
        )

    def _as_file(self, picture: PhotoBytes) -> Source:
        given = Path(safe_name(picture.name))
        try:
            self.folder.mkdir(exist_ok=True)
            taken = {fold_name(each.name) for each in self.folder.iterdir()} | {_NOTE}
            file = self.folder / unique_name(given.stem, taken, suffix=given.suffix)
            write_whole(file, picture.data, Disk(), lasting=True)
        except OSError:
            return picture
        return file

    def _told(self, file: Path) -> str:
        """Pictures of the closet's own folder are found again wherever the closet is moved."""
        return file.name if file.parent == self.folder else str(file.absolute())

    def _clear(self, wanted: set[Path]) -> None:
        """Pictures that are taken in are not needed here any more."""
        for file in set(self.folder.iterdir()) - wanted:
            file.unlink()


def hold(
    closet: Closet, sources: Sequence[Source], name: str = "", intake_id: int | None = None
) -> Coming:
    """Write down what was brought, so that no crash loses it, and keep it for `written_down`.

    Its `sources` are what to take in: a pasted picture is a file by now.
    """
    folder = closet.folder / f"{_NAME}{time.time_ns():020d}-{uuid4().hex[:8]}"
    with _turn:
        _claimed.setdefault(closet.database, set()).add(folder)
    coming = Coming(folder, name, intake_id)
    held = replace(coming, sources=coming.spooled(sources))
    held.note(intake_id, held.sources)
    return held


@contextmanager
def written_down(closet: Closet, coming: Coming) -> Iterator[Coming]:
    """While an import runs; its note stays when it is stopped, refused by the disk or killed."""
    with _turn:
        claimed = _claimed.setdefault(closet.database, set())
        claimed.add(coming.folder)
    try:
        yield coming
    except (CancelledError, MachineError):
        raise
    except Exception:
        coming.forget()
        raise
    else:
        coming.forget()
    finally:
        with _turn:
            claimed.discard(coming.folder)


def still_to_come(closet: Closet) -> list[Coming]:
    """What imports that are over have left behind, in the order it was brought.

    A note that cannot be read is thrown away; pictures beside it come in all the same.
    """
    for over in closet.folder.glob(f"{_OVER}*"):
        shutil.rmtree(over, ignore_errors=True)
    with _turn:
        folders = _folders(closet) - _claimed.get(closet.database, set())
    found = []
    for folder in sorted(folders):
        coming = _read(folder)
        if coming.sources:
            found.append(coming)
        else:
            coming.forget()
    return found


def is_more_to_come(closet: Closet) -> bool:
    """Whether an import was cut off, or is under way."""
    return any((folder / _NOTE).is_file() for folder in _folders(closet))


def forget_coming(closet: Closet, intake_id: int | None = None) -> None:
    """Bring no more of what was left behind; with `intake_id` only what that was to get."""
    for coming in still_to_come(closet):
        if intake_id is None or coming.intake_id == intake_id:
            coming.forget()


def _folders(closet: Closet) -> set[Path]:
    return {each for each in closet.folder.glob(f"{_NAME}*") if each.is_dir()}


def _read(folder: Path) -> Coming:
    blank = Coming(folder, sources=_pictures(folder))
    try:
        told = json.loads((folder / _NOTE).read_bytes())
        name, intake_id, files = told["name"], told["intake"], told["files"]
        # An absolute path stands for itself, whatever it is joined to.
        paths = tuple(folder / each for each in files)
    except (OSError, ValueError, TypeError, KeyError):
        return blank
    if not isinstance(name, str) or not isinstance(intake_id, int | None):
        return blank
    return replace(blank, name=name, intake_id=intake_id, sources=paths)


def _pictures(folder: Path) -> tuple[Path, ...]:
    """What was pasted and is whole, in the order it came."""
    found = (each for each in folder.iterdir() if each.name != _NOTE)
    return tuple(sorted(each for each in found if not is_half_written(each)))
