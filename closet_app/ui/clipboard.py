"""A copied picture as a photo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from closet_app.services.records import PhotoBytes, Source
from closet_app.ui.words import say


def copied_photo() -> Callable[[], Source] | None:
    """Reads the copied picture or file, off the interface thread; None when there is neither."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    urls = data.urls() if data is not None else []
    files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    image, name = QGuiApplication.clipboard().image(), f"{say('Pasted picture')}.png"
    if files:
        return lambda: files[0]
    return None if image.isNull() else lambda: PhotoBytes(name, png_of(image))


def png_of(image: QImage) -> bytes:
    """The picture as PNG, without loss; takes long for a large one."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image)
    return bytes(buffer.data().data())
