"""A copied picture as the bytes of a photo."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from closet_app.services.records import PhotoBytes
from closet_app.ui.words import say


def pasted_photo() -> PhotoBytes | None:
    """What was copied, when it is a picture."""
    image = QGuiApplication.clipboard().image()
    return None if image.isNull() else PhotoBytes(f"{say('Pasted picture')}.png", png_of(image))


def png_of(image: QImage) -> bytes:
    """The picture as PNG, without loss; takes long for a large one."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image)
    return bytes(buffer.data().data())
