"""The sentences in which a file is refused, and what the machine's own refusals mean."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from closet_app.errors import MachineError, PhotoError

SAFE = "Nothing was stored."
TAKEN_FORMATS = "Choose a JPEG, PNG, WebP, AVIF, HEIC, TIFF, GIF or BMP photo."
COPY_AGAIN = "Copy it from the phone or camera again."

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def shown_name(path: Path | str) -> str:
    """A file's name as it can be printed and stored: undecodable bytes and controls replaced."""
    name = Path(path).name.encode("utf-8", "replace").decode()
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in name)


def not_a_photo(path: Path, thing: str) -> PhotoError:
    """Refuse a file of another kind; `thing` is its kind with its article, or empty."""
    name = shown_name(path)
    what = f"{name} is {thing}, not a photo." if thing else f"{name} is not a photo."
    return PhotoError(path, what, safe=SAFE, remedy=TAKEN_FORMATS)


def empty(path: Path) -> PhotoError:
    """Refuse a file without a byte in it."""
    return PhotoError(path, f"{shown_name(path)} is empty.", safe=SAFE, remedy=COPY_AGAIN)


def cut_short(path: Path) -> PhotoError:
    """Refuse a file whose end is missing."""
    what = f"{shown_name(path)} holds only part of this photo."
    return PhotoError(path, what, safe=SAFE, remedy=COPY_AGAIN)


def damaged(path: Path) -> PhotoError:
    """Refuse a file that no decoder can make sense of."""
    what = f"{shown_name(path)} is damaged and cannot be opened."
    return PhotoError(path, what, safe=SAFE, remedy=COPY_AGAIN)


def too_large(path: Path, limit: str) -> PhotoError:
    """Refuse a photo beyond `limit`, said with its unit."""
    what = f"{shown_name(path)} is too large: photos of up to {limit} are taken."
    return PhotoError(path, what, safe=SAFE, remedy="Save a smaller copy and add that one.")


def not_a_file(path: Path, thing: str) -> PhotoError:
    """Refuse a folder, link, pipe or device; `thing` is its kind with its article."""
    what = f"{shown_name(path)} is {thing}, not a photo file."
    return PhotoError(path, what, safe=SAFE, remedy="Add the photo file itself.")


def still_changing(path: Path) -> PhotoError:
    """Refuse a file that another program is writing at this moment."""
    what = f"{shown_name(path)} is still being written by another program."
    return PhotoError(path, what, safe=SAFE, remedy="Add it again when the copying is done.")


def unreadable(path: Path) -> PhotoError:
    """Refuse a file that is gone or that the seller may not read."""
    what = f"{shown_name(path)} cannot be read."
    remedy = "See that it is still there and that you may open it."
    return PhotoError(path, what, safe=SAFE, remedy=remedy)


@contextmanager
def machine_told(folder: Path, *, safe: str = SAFE) -> Iterator[None]:
    """Turn an OSError of writing into `folder` into a MachineError with its remedy."""
    try:
        yield
    except OSError as error:
        raise _machine_error(error, folder, safe) from error


def _machine_error(error: OSError, folder: Path, safe: str) -> MachineError:
    if error.errno in _FULL:
        what, remedy = "The disk is full.", "Free some room on this disk, then try again."
    elif error.errno in _CLOSED:
        what = f"Closet may not write into {folder}."
        remedy = "Allow it, or choose another folder, then try again."
    else:
        what = f"The disk reports an error while writing into {folder}."
        remedy = "Make a backup to another disk."
    return MachineError(what, safe=safe, remedy=remedy)
