"""The files and bytes photos are taken from, opened without following a link or a pipe."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from closet_app.errors import PhotoError
from closet_app.photo import refusals
from closet_app.photo.kinds import HEAD, PhotoKind, foreign_name, kind_of

LARGEST_FILE = 1 << 30
"""Bytes; 120 megapixels of 16-bit colour with alpha, unpacked, are 960 MB."""

BLOCK = 1 << 20

_OPEN = os.O_RDONLY | sum(
    getattr(os, flag, 0) for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC")
)
_THINGS = (
    (stat.S_ISLNK, "a link to another file"),
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


@dataclass(frozen=True, slots=True)
class PhotoBytes:
    """A photo that is no file yet, such as a pasted one, with the name to speak of it by."""

    name: str
    data: bytes


Source = Path | PhotoBytes


def path_of_source(source: Source) -> Path:
    """The path (or the bare name) that errors about `source` carry."""
    return source if isinstance(source, Path) else Path(source.name)


@contextmanager
def opened(source: Source) -> Iterator[BinaryIO]:
    """Open `source` for reading; raises PhotoError for all but regular, non-empty files."""
    if isinstance(source, PhotoBytes):
        if not source.data:
            raise refusals.empty(path_of_source(source))
        yield io.BytesIO(source.data)
        return
    with _opened_file(source) as stream:
        _check_stat(source, os.fstat(stream.fileno()))
        yield stream


def kind_of_stream(stream: BinaryIO, path: Path) -> PhotoKind:
    """The kind of photo in `stream`, left at its start; raises PhotoError when it is none."""
    try:
        head = stream.read(HEAD)
    except OSError as error:
        raise refusals.unreadable(path) from error
    stream.seek(0)
    kind = kind_of(head)
    if kind is None:
        raise refusals.not_a_photo(path, foreign_name(head))
    return kind


def read_block(stream: BinaryIO, path: Path) -> bytes:
    """The next bytes of a source, none at its end; raises PhotoError when it cannot be read."""
    try:
        return stream.read(BLOCK)
    except OSError as error:
        raise refusals.unreadable(path) from error


def fingerprint(stream: BinaryIO) -> tuple[int, int] | None:
    """Size and time of the file behind `stream`, to see whether it changes; None for bytes."""
    if isinstance(stream, io.BytesIO):
        return None
    facts = os.fstat(stream.fileno())
    return facts.st_size, facts.st_mtime_ns


def size_of(stream: BinaryIO) -> int:
    """The bytes in `stream`; its place is kept."""
    place = stream.tell()
    size = stream.seek(0, os.SEEK_END)
    stream.seek(place)
    return size


def _opened_file(path: Path) -> BinaryIO:
    try:
        _check_kind(path, path.lstat())
        return os.fdopen(os.open(path, _OPEN), "rb")
    except PhotoError:
        raise
    except (OSError, ValueError) as error:
        raise refusals.unreadable(path) from error


def _check_stat(path: Path, facts: os.stat_result) -> None:
    _check_kind(path, facts)
    if facts.st_size == 0:
        raise refusals.empty(path)
    if facts.st_size > LARGEST_FILE:
        raise refusals.too_large(path, "1 GB")


def _check_kind(path: Path, facts: os.stat_result) -> None:
    if not stat.S_ISREG(facts.st_mode):
        thing = next((words for test, words in _THINGS if test(facts.st_mode)), "something else")
        raise refusals.not_a_file(path, thing)
