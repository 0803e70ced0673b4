"""Photos brought by drop or paste: files, or a picture without one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from closet_app.ui.clipboard import png_of

__all__ = ["Brought", "brought", "may_bring", "png_of"]


@dataclass(frozen=True, slots=True)
class Brought:
    """Files on this computer, or else one picture."""

    files: tuple[Path, ...] = ()
    picture: QImage | None = None

    def __bool__(self) -> bool:
        """Whether there is anything to add."""
        return bool(self.files) or self.picture is not None


def may_bring(data: QMimeData) -> bool:
    """Whether a drag could hold photos; the picture itself is fetched only when dropped."""
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())


def brought(data: QMimeData | None) -> Brought:
    """What a drop or the clipboard holds; an empty clipboard has no data at all."""
    if data is None:
        return Brought()
    files = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if files:
        return Brought(files)
    found = data.imageData() if data.hasImage() else None
    image = found if isinstance(found, QImage) else None
    return Brought(picture=None if image is None or image.isNull() else image)
