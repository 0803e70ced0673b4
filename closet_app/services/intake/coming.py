"""Files that an import has still to take in, written down so that it goes on after a crash."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from uuid import uuid4

from closet_app.errors import CancelledError, MachineError
from closet_app.photo.disk import Disk, write_whole
from closet_app.photo.sources import Source
from closet_app.services.closet import Closet

_NAME, _ENDING = "coming-", ".json"
_under_way: set[Path] = set()
_turn = Lock()


@dataclass(frozen=True, slots=True)
class Coming:
    """What one import has still to bring; `intake_id` None until its first photos are in.

    `place` is the note of it in the closet's folder. Pasted pictures are no files, so they are not
    on it, and a note that cannot be written stops no import.
    """

    place: Path
    name: str = ""
    intake_id: int | None = None
    files: tuple[Path, ...] = ()

    def note(self, intake_id: int | None, sources: Sequence[Source]) -> None:
        """Write down what is still to come now; without anything the note goes."""
        files = [str(each.absolute()) for each in sources if isinstance(each, Path)]
        if not files:
            self.forget()
            return
        # What the system cannot say in Unicode stays as it is: ASCII escapes carry all of it.
        text = json.dumps({"name": self.name, "intake": intake_id, "files": files})
        with suppress(OSError):
            write_whole(self.place, text.encode("ascii"), Disk())

    def forget(self) -> None:
        """Nothing of it is to come any more."""
        with suppress(OSError):
            self.place.unlink(missing_ok=True)


@contextmanager
def written_down(coming: Coming, sources: Sequence[Source]) -> Iterator[Coming]:
    """While an import runs; its note stays when it is stopped, refused by the disk or killed."""
    with _turn:
        _under_way.add(coming.place)
    try:
        coming.note(coming.intake_id, sources)
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
            _under_way.discard(coming.place)


def fresh_coming(closet: Closet, name: str = "", intake_id: int | None = None) -> Coming:
    """For an import that begins."""
    return Coming(closet.folder / f"{_NAME}{uuid4().hex}{_ENDING}", name, intake_id)


def still_to_come(closet: Closet) -> list[Coming]:
    """What imports that are over have left behind; notes that cannot be read are thrown away."""
    with _turn:
        places = set(closet.folder.glob(f"{_NAME}*{_ENDING}")) - _under_way
    found = []
    for place in sorted(places):
        coming = _read(place)
        if coming.files:
            found.append(coming)
        else:
            coming.forget()
    return found


def forget_coming(closet: Closet, intake_id: int | None = None) -> None:
    """Bring no more of what was left behind; with `intake_id` only what that was to get."""
    for coming in still_to_come(closet):
        if intake_id is None or coming.intake_id == intake_id:
            coming.forget()


def _read(place: Path) -> Coming:
    blank = Coming(place)
    try:
        told = json.loads(place.read_bytes())
        name, intake_id, files = told["name"], told["intake"], told["files"]
        paths = tuple(Path(each) for each in files)
    except (OSError, ValueError, TypeError, KeyError):
        return blank
    if not isinstance(name, str) or not isinstance(intake_id, int | None):
        return blank
    return replace(blank, name=name, intake_id=intake_id, files=paths)
