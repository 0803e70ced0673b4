"""Writing files so that a name never stands for half of one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

UNFINISHED = ".part"
_HALF = re.compile(rf"\.[0-9a-f]{{32}}\{UNFINISHED}")


class Disk:
    """The calls that put bytes on the disk; they raise OSError as the system does."""

    def create(self, path: Path) -> BinaryIO:
        return path.open("xb+")

    def write(self, stream: BinaryIO, block: bytes) -> None:
        stream.write(block)

    def sync(self, stream: BinaryIO) -> None:
        """Have the disk hold all that was written to `stream`."""
        stream.flush()
        os.fsync(stream.fileno())

    def move(self, source: Path, target: Path) -> None:
        """Give `source` the name `target` in one step, replacing what is there."""
        source.replace(target)

    def sync_folder(self, folder: Path) -> None:
        """Have the disk hold the names in `folder`; Windows does so by itself."""
        if os.name == "nt":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def temporary_beside(folder: Path, disk: Disk) -> Iterator[tuple[Path, BinaryIO]]:
    """A new file of an unused name in `folder`, gone afterwards unless it was moved."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f".{uuid4().hex}{UNFINISHED}"
    stream = disk.create(path)
    try:
        with stream:
            yield path, stream
    finally:
        path.unlink(missing_ok=True)


def is_half_written(path: Path) -> bool:
    """Whether `temporary_beside` gave it its name, and the program was killed since."""
    return _HALF.fullmatch(path.name) is not None


def write_whole(target: Path, data: bytes, disk: Disk, *, lasting: bool = False) -> None:
    """Write `data` under the name `target` or not at all; synced when it is `lasting`.

    What can be remade need not be.
    """
    with temporary_beside(target.parent, disk) as (path, stream):
        disk.write(stream, data)
        if lasting:
            disk.sync(stream)
        stream.close()
        disk.move(path, target)
