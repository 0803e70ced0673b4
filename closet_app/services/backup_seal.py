"""The last 64 bytes of a backup: the SHA-256 of every byte before them.

They stand where a ZIP file keeps its comment, so that any program still opens the backup, and
they are the only thing that finds a changed name or date as surely as a changed photo.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from closet_app.domain.progress import Progress

LENGTH = 64
UNSEALED = b"0" * LENGTH
BLOCK = 1 << 20


def seal(path: Path) -> None:
    """Put the seal in the place of `UNSEALED` at the end of the file at `path`, onto the disk."""
    digest = digest_before_seal(path)
    with path.open("rb+") as file:
        file.seek(-LENGTH, os.SEEK_END)
        file.write(digest)
        file.flush()
        os.fsync(file.fileno())
        _forget(file.fileno())


def is_sealed(path: Path, progress: Progress, words: str) -> bool:
    """Whether nothing in the file was changed since it was sealed; reads all of it."""
    with path.open("rb") as file:
        if file.seek(0, os.SEEK_END) <= LENGTH:
            return False
        file.seek(-LENGTH, os.SEEK_END)
        found = file.read(LENGTH)
    return found == digest_before_seal(path, progress, words)


def digest_before_seal(path: Path, progress: Progress | None = None, words: str = "") -> bytes:
    """The SHA-256, in hexadecimal figures, of everything but the seal."""
    left = total = path.stat().st_size - LENGTH
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while left > 0 and (block := file.read(min(BLOCK, left))):
            digest.update(block)
            left -= len(block)
            if progress is not None:
                progress.step(total - left, total, words)
    return digest.hexdigest().encode()


def _forget(handle: int) -> None:
    """Have the next reading come from the disk and not from memory, where the system can."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
