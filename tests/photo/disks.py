"""Disks that misbehave on purpose."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from closet_app.photo.disk import Disk


class GrowingSource(Disk):
    """Appends to the source while it is copied, as another program would."""

    def __init__(self, source: Path) -> None:
        self.source = source

    def write(self, stream: BinaryIO, block: bytes) -> None:
        super().write(stream, block)
        with self.source.open("ab") as growing:
            growing.write(b"more")


class FailingDisk(Disk):
    """Fails at the named call, as a full or dying disk does."""

    def __init__(self, call: str, error: BaseException) -> None:
        self.call = call
        self.error = error

    def _maybe_fail(self, call: str) -> None:
        if call == self.call:
            raise self.error

    def create(self, path: Path) -> BinaryIO:
        self._maybe_fail("create")
        return super().create(path)

    def write(self, stream: BinaryIO, block: bytes) -> None:
        super().write(stream, block[: len(block) // 2])
        self._maybe_fail("write")
        super().write(stream, block[len(block) // 2 :])

    def sync(self, stream: BinaryIO) -> None:
        self._maybe_fail("sync")
        super().sync(stream)

    def move(self, source: Path, target: Path) -> None:
        self._maybe_fail("move")
        super().move(source, target)

    def sync_folder(self, folder: Path) -> None:
        self._maybe_fail("sync_folder")
        super().sync_folder(folder)
