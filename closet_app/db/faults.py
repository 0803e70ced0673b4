"""SQLite's errors as sentences, in one place."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from types import MappingProxyType
from typing import NamedTuple

from closet_app.errors import ClosetBusyError, DamagedClosetError, MachineError


class _Fault(NamedTuple):
    error: type[MachineError]
    what: str
    remedy: str


_SAFE = "Nothing was saved by this step; everything before it is safe."
_BACKUP = "Open a backup, or let Closet check the closet."

_FULL = _Fault(MachineError, "The disk is full.", "Free some room and try again.")
_BUSY = _Fault(
    ClosetBusyError,
    "Another program is using this closet.",
    "Close the other program and try again.",
)
_READ_ONLY = _Fault(
    MachineError,
    "This closet cannot be written to.",
    "Allow writing to its folder, or copy the folder to another disk.",
)
_DISK = _Fault(
    MachineError,
    "The disk reports an error.",
    "Make a backup to another disk now, then have this disk checked.",
)
_GONE = _Fault(
    MachineError,
    "The closet's file cannot be opened.",
    "Check that its disk is plugged in and that you may write to its folder.",
)
_DAMAGED = _Fault(DamagedClosetError, "The closet's file is damaged.", _BACKUP)
_FOREIGN = _Fault(DamagedClosetError, "This file is not a closet, or it is damaged.", _BACKUP)
_MEMORY = _Fault(MachineError, "There is not enough memory.", "Close other programs and try again.")

# Primary result codes, https://www.sqlite.org/rescode.html
_FAULTS = MappingProxyType(
    {
        sqlite3.SQLITE_FULL: _FULL,
        sqlite3.SQLITE_BUSY: _BUSY,
        sqlite3.SQLITE_LOCKED: _BUSY,
        sqlite3.SQLITE_READONLY: _READ_ONLY,
        sqlite3.SQLITE_PERM: _READ_ONLY,
        sqlite3.SQLITE_IOERR: _DISK,
        sqlite3.SQLITE_CANTOPEN: _GONE,
        sqlite3.SQLITE_CORRUPT: _DAMAGED,
        sqlite3.SQLITE_NOTADB: _FOREIGN,
        sqlite3.SQLITE_NOMEM: _MEMORY,
    }
)
_PRIMARY = 0xFF

_FAULT_OF_FILES = MappingProxyType(
    {
        errno.ENOSPC: _FULL,
        errno.EDQUOT: _FULL,
        errno.EROFS: _READ_ONLY,
        errno.EACCES: _READ_ONLY,
        errno.EPERM: _READ_ONLY,
        errno.EIO: _DISK,
        errno.ENOMEM: _MEMORY,
    }
)


def translated(error: BaseException | None) -> MachineError | None:
    """The machine's fault behind an error of SQLite; None when the fault is ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    fault = _FAULTS.get(code & _PRIMARY)
    if fault is None:
        return None
    name = getattr(error, "sqlite_errorname", "")
    return fault.error(fault.what, safe=_SAFE, remedy=fault.remedy, code=name)


@contextmanager
def spoken() -> Iterator[None]:
    """Errors of the machine leave as MachineError, all others as they are."""
    try:
        yield
    except OSError as error:
        fault = _FAULT_OF_FILES.get(error.errno or 0, _GONE)
        raise fault.error(fault.what, safe=_SAFE, remedy=fault.remedy, code=str(error)) from error
    except Exception as error:
        # SQLAlchemy wraps SQLite's error as `orig`.
        known = translated(getattr(error, "orig", error))
        if known is None:
            raise
        raise known from error
