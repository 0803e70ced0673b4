"""Pictures for designs: photos as they are, SVG files as the PNG that Qt draws of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from closet_app.errors import UserError
from closet_app.services.design_pictures import harmless_svg
from closet_app.services.records import PhotoBytes
from closet_app.ui.words import say

LONG_SIDE = 1_600
"""Pixels: a logo 2 inches wide is drawn finer than any printer prints."""
SVG = ".svg"


def source_of(path: Path) -> Path | PhotoBytes:
    """The file itself, or the drawing in an SVG file; also on a working thread.

    Raises UserError for an SVG that is refused or cannot be drawn.
    """
    if path.suffix.lower() != SVG:
        return path
    image = _drawn(path, harmless_svg(path))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only bytes
    return PhotoBytes(path.with_suffix(".png").name, bytes(data.data()))


def _drawn(path: Path, svg: bytes) -> QImage:
    renderer = QSvgRenderer(QByteArray(svg))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        raise _undrawn(path)
    size.scale(QSize(LONG_SIDE, LONG_SIDE), Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    seen = image.convertToFormat(QImage.Format.Format_Alpha8)
    if not bytes(seen.constBits()).strip(b"\0"):
        raise _undrawn(path)
    return image


def _undrawn(path: Path) -> UserError:
    """Also where nothing would be seen: an effect too large to be drawn leaves an empty picture."""
    return UserError(
        say("{name} is not taken as a logo: it cannot be drawn.", name=path.name),
        safe=say("Nothing was changed."),
        remedy=say("Save it as PNG and choose that."),
    )
