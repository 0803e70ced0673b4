"""One lock for each closet folder, taken before anything in it is read or repaired."""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
from pathlib import Path
from typing import BinaryIO

from closet_app.errors import ClosetBusyError, MachineError

LOCK_NAME = "closet.lock"

if sys.platform == "win32":
    import msvcrt

    # Windows locks bytes, and locked bytes cannot be read: lock one far behind the text.
    _LOCKED_BYTE = 1_000_000

    def _take(file: BinaryIO) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _give_back(file: BinaryIO) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _give_back(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


class FolderLock:
    """Held from construction until `release`; the system frees it when the program dies.

    Raises ClosetBusyError, naming who has the closet open, and MachineError when the folder
    does not let files be written.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder.resolve() / LOCK_NAME
        self._file = _opened(self._path)
        try:
            _take(self._file)
        except OSError as error:
            self._file.close()
            raise _busy(self._path) from error
        self._sign()

    def release(self) -> None:
        """Let others open the closet; a second call does nothing."""
        if not self._file.closed:
            _give_back(self._file)
            self._file.close()

    def _sign(self) -> None:
        holder = {"user": _user(), "computer": platform.node(), "process": os.getpid()}
        self._file.seek(0)
        self._file.truncate()
        self._file.write(json.dumps(holder).encode())
        self._file.flush()


def _opened(path: Path) -> BinaryIO:
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise MachineError(
            f"Closet cannot write in the folder {path.parent}.",
            safe="Nothing was changed.",
            remedy="Allow writing there, or choose another folder.",
            path=path.parent,
        ) from error
    return os.fdopen(descriptor, "r+b")


def _busy(path: Path) -> ClosetBusyError:
    user, computer = _holder(path)
    here = computer == platform.node() and user == _user()
    who = "in another window" if here or not user else f"by {user} on {computer}"
    return ClosetBusyError(
        f"This closet is already open {who}.",
        safe="Nothing was changed.",
        remedy="Close it there, or go on there.",
        user=user,
        computer=computer,
        path=path.parent,
    )


def _holder(path: Path) -> tuple[str, str]:
    try:
        holder = json.loads(path.read_bytes())
        return str(holder["user"]), str(holder["computer"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", ""


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
