"""Which label PDFs this machine has drawn once in a bounded process, and so may draw here."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from closet_app.paths import cache_folder

if TYPE_CHECKING:
    from closet_app.printing.label_trial import Trial

_DRAWN: dict[str, Trial] = {}
_FOLDER = "drawn-labels"


def tried(data: bytes) -> Trial:
    """What came of a PDF that another process drew; once for the same file.

    Raises as `try_label`.
    """
    from closet_app.printing.label_trial import try_label

    digest = _digest(data)
    if digest not in _DRAWN:
        _DRAWN[digest] = try_label(data)
        _note(digest)
    return _DRAWN[digest]


def require_tried(data: bytes) -> None:
    """Let a PDF that came with a closet from elsewhere be tried before it is drawn here.

    What this user's machine has drawn before is noted beside its other caches, not in the
    closet. Raises as `try_label`.
    """
    digest = _digest(data)
    if digest not in _DRAWN and not _marker(digest).exists():
        tried(data)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _note(digest: str) -> None:
    with suppress(OSError):
        _marker(digest).parent.mkdir(parents=True, exist_ok=True)
        _marker(digest).touch()


def _marker(digest: str) -> Path:
    """Another release of what draws has to try it anew."""
    from closet_app.printing.preview import DRAWN_BY

    return cache_folder() / _FOLDER / DRAWN_BY / digest
