"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from closet_app.errors import MachineError


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """A temporary path beside `target` that takes its name when the block ends well.

    An existing `target` is replaced only then. Raises MachineError for what the disk refuses.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".closet-", suffix=target.suffix, dir=target.parent)
        os.close(handle)
    except OSError as error:
        raise unwritable(target, error) from error
    temporary = Path(name)
    try:
        yield temporary
        _put_in_place(temporary, target)
    except OSError as error:
        raise unwritable(target, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def unwritable(target: Path, error: OSError) -> MachineError:
    """Why `target` could not be written, in words."""
    full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    return MachineError(
        f"The disk is full, so {target.name} was not written."
        if full
        else f"{target.name} cannot be written in {target.parent.name or target.parent}.",
        safe="A file that was there before is unchanged.",
        remedy="Free some room or choose another folder."
        if full
        else "Close it in other programs, or choose another folder.",
        reason=str(error),
    )


def _put_in_place(temporary: Path, target: Path) -> None:
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    temporary.chmod(0o644 & ~_umask())
    temporary.replace(target)
    _sync_folder(target.parent)


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # folders cannot be synced there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
