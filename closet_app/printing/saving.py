"""A finished file put in its place at once or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import BinaryIO

from closet_app.errors import MachineError


def deliver(data: bytes, out: BinaryIO | Path) -> None:
    """Write to the stream, or to a new file that replaces the old one in one step.

    Raises MachineError when the disk or folder refuses; the old file is then untouched.
    """
    if not isinstance(out, Path):
        out.write(data)
        return
    try:
        _replace(data, out)
    except OSError as error:
        raise MachineError(
            f"{out.name} could not be saved: {error.strerror or error}.",
            safe="Nothing half-written was left behind.",
            remedy="Choose another folder, or make room on the disk.",
        ) from error


def _replace(data: bytes, path: Path) -> None:
    """Temporary files are for their owner alone, and so are the names and addresses in this one."""
    number, name = tempfile.mkstemp(prefix=".closet-", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
