"""Thumbnails cropped to a box with round corners, drawn once and kept."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

Corners = tuple[float, float]
"""Radius of the two upper and of the two lower corners."""

KEPT = 80
"""At 187 × 190 and ratio 1 these are 11 MB; views that repaint often keep what they painted."""

_Key = tuple[int, int, int, Corners, tuple[float, float], float]
_kept: OrderedDict[_Key, QPixmap] = OrderedDict()


def rounded_photo(
    pixmap: QPixmap,
    size: QSize,
    corners: Corners,
    ratio: float,
    subject: tuple[float, float] = (0.5, 0.5),
) -> QPixmap:
    """`pixmap` filling `size`, cropped about `subject` (shares of width and height)."""
    key = (pixmap.cacheKey(), size.width(), size.height(), corners, subject, ratio)
    found = _kept.get(key)
    if found is None:
        found = _kept[key] = _draw(pixmap, size, corners, ratio, subject)
        if len(_kept) > KEPT:
            _kept.popitem(last=False)
    else:
        _kept.move_to_end(key)
    return found


def forget_photos() -> None:
    """Drop every kept crop."""
    _kept.clear()


def cover_crop(source: QSize, target: QSize, subject: tuple[float, float]) -> QRectF:
    """The part of `source` that fills `target` and holds `subject` nearest its middle."""
    scale = max(target.width() / source.width(), target.height() / source.height())
    width, height = target.width() / scale, target.height() / scale
    left = min(max(subject[0] * source.width() - width / 2, 0), source.width() - width)
    top = min(max(subject[1] * source.height() - height / 2, 0), source.height() - height)
    return QRectF(left, top, width, height)


def corner_path(box: QRectF, corners: Corners) -> QPainterPath:
    """A box whose upper and lower corners are round by their own radius."""
    upper, lower = corners
    path = QPainterPath()
    path.moveTo(box.left() + upper, box.top())
    path.lineTo(box.right() - upper, box.top())
    path.quadTo(box.topRight(), QPointF(box.right(), box.top() + upper))
    path.lineTo(box.right(), box.bottom() - lower)
    path.quadTo(box.bottomRight(), QPointF(box.right() - lower, box.bottom()))
    path.lineTo(box.left() + lower, box.bottom())
    path.quadTo(box.bottomLeft(), QPointF(box.left(), box.bottom() - lower))
    path.lineTo(box.left(), box.top() + upper)
    path.quadTo(box.topLeft(), QPointF(box.left() + upper, box.top()))
    return path


def _draw(
    pixmap: QPixmap, size: QSize, corners: Corners, ratio: float, subject: tuple[float, float]
) -> QPixmap:
    made = QPixmap(size * ratio)
    made.fill(Qt.GlobalColor.transparent)
    made.setDevicePixelRatio(ratio)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    box = QRectF(0, 0, size.width(), size.height())
    painter.setClipPath(corner_path(box, corners))
    source = cover_crop(pixmap.size(), size * ratio, subject)
    painter.drawPixmap(box, pixmap, source)
    painter.end()
    return made
