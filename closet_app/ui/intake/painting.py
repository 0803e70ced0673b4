"""The parts of a row, painted alike for every row: photos, badges, fields, rings."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.buttons import paint_key
from closet_app.ui.widgets.frames import stitch_pen
from closet_app.ui.widgets.item_card import elided
from closet_app.ui.widgets.photo_cache import rounded_photo

RADIUS = 6
RINGS = {"ready": "ok-ink", "doubt": "warn-ink", "open": "muted"}
LEFT_OUT = 0.3
"""How strong a photo is shown that is left out."""


def paint_ring(painter: QPainter, box: QRect, state: str) -> None:
    """Green with a tick when ready, amber with a dot when there is something to look at."""
    if state == "ready":
        paint_icon(painter, box, "circle-check", RINGS[state])
        return
    inner = QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(QPen(color(RINGS[state]), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(inner)
    if state == "doubt":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(RINGS[state]))
        painter.drawEllipse(inner.center(), px(3) * 0.8, px(3) * 0.8)


def paint_photo(
    painter: QPainter, box: QRect, pixmap: QPixmap | None, *, left_out: bool, missing: bool
) -> None:
    """A photo filling its box, faint when it is left out, a skeleton until it is there."""
    radius = float(px(RADIUS))
    if pixmap is None or pixmap.isNull():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("neutral-soft"))
        painter.drawRoundedRect(box, radius, radius)
        if missing:
            paint_icon(painter, _centred(box, px(20)), "image-off", "muted")
        return
    ratio = painter.device().devicePixelRatioF()
    painter.setOpacity(LEFT_OUT if left_out else 1.0)
    crop = rounded_photo(pixmap, box.size(), (radius, radius), ratio)
    painter.drawPixmap(box.topLeft(), crop)
    painter.setOpacity(1.0)
    if left_out:
        paint_icon(painter, _centred(box, px(20)), "image-off", "ink")


def paint_carried(painter: QPainter, box: QRect, pixmap: QPixmap | None, count: int) -> None:
    """A photo under the mouse, with how many go with it."""
    paint_photo(painter, box, pixmap, left_out=False, missing=False)
    if count > 1:
        chip = QRect(box.right() - px(14), box.top() - px(6), px(22), px(22))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent"))
        painter.drawEllipse(chip)
        painter.setFont(font("micro-strong"))
        painter.setPen(color("on-accent"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, str(count))


def paint_photo_ring(painter: QPainter, box: QRect, role: str) -> None:
    """Two pixels around a photo, one pixel away from it."""
    painter.setPen(QPen(color(role), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = QRectF(box).adjusted(-2, -2, 2, 2)
    painter.drawRoundedRect(ring, px(RADIUS) + 2, px(RADIUS) + 2)


def paint_picked(painter: QPainter, photo: QRect) -> None:
    """The tick of a picked photo."""
    box = QRect(photo.left() + px(5), photo.top() + px(5), px(18), px(18))
    painter.setPen(QPen(QColor("white"), 1.5))
    painter.setBrush(color("accent"))
    painter.drawRoundedRect(QRectF(box), 5, 5)
    paint_icon(painter, _centred(box, px(14)), "check", "on-accent")


def paint_badge(painter: QPainter, photo: QRect, words: str, look: str, *, top: bool) -> None:
    """A word at the left of a photo's upper or lower edge; `look` is accent or warn."""
    room = photo.width() - 2 * px(4)
    words = elided(words, room - 2 * px(5), "micro-strong")
    width = min(text_width(words, "micro-strong") + 2 * px(5), room)
    size = QSize(width, px(17))
    box = QRect(photo.topLeft(), size).translated(px(4), px(4))
    if not top:
        box.moveBottom(photo.bottom() - px(4))
    ground, ink = ("accent", "on-accent") if look == "accent" else ("warn-soft", "warn-ink")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(ground))
    painter.drawRoundedRect(QRectF(box), 4, 4)
    painter.setFont(font("micro-strong"))
    painter.setPen(color(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def paint_tile(painter: QPainter, box: QRect, count: int) -> None:
    """How many photos are not shown on this side."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("neutral-soft"))
    painter.drawRoundedRect(box, px(RADIUS), px(RADIUS))
    painter.setFont(font("label-strong"))
    painter.setPen(color("ink2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"+{count}")


def paint_stitch(painter: QPainter, gap: QRect, role: str) -> None:
    """A stitch from top to bottom in the middle of a gap."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(stitch_pen(color(role)))
    middle = gap.center().x()
    painter.drawLine(middle, gap.top(), middle, gap.bottom())
    painter.restore()


def paint_label(painter: QPainter, box: QRect, words: str) -> None:
    """The words above a field."""
    painter.setFont(font("label"))
    painter.setPen(color("ink2"))
    shown = elided(words, box.width(), "label")
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def paint_field(
    painter: QPainter, box: QRect, words: str, ink: str, *, is_wrong: bool = False
) -> None:
    """A field as it looks when nobody is in it."""
    frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(color("bad" if is_wrong else "line2"), 1))
    painter.setBrush(color("surface"))
    painter.drawRoundedRect(frame, px(RADIUS), px(RADIUS))
    painter.setPen(QPen(color("bad" if is_wrong else "hem"), 1))
    side = px(RADIUS) - 2
    painter.drawLine(
        QPointF(frame.left() + side, frame.bottom()), QPointF(frame.right() - side, frame.bottom())
    )
    _paint_words(painter, text_room(box), words, ink)


def paint_suggestion(painter: QPainter, box: QRect, words: str, value: str, keys: str) -> None:
    """A suggested value: dashed berry, with the key that takes it; alone where it is narrow."""
    pen = QPen(color("accent-line"), 1)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(color("accent-soft"))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), px(RADIUS), px(RADIUS))
    chip = chip_box(box, keys)
    room = text_room(box)
    if has_chip(box, value, keys):
        paint_chip(painter, chip, keys)
        room.setRight(chip.left() - px(6))
    fits = text_width(words, "body") <= room.width()
    _paint_words(painter, room, words if fits else value, "accent-ink")


def has_chip(field: QRect, value: str, keys: str) -> bool:
    """Whether the key stands beside a suggestion: not where it would cut a short value."""
    room = text_room(field)
    beside, needed = chip_box(field, keys).left() - px(6) - room.left(), text_width(value, "body")
    return beside > px(34) and (needed <= beside or needed > room.width())


def chip_box(field: QRect, keys: str) -> QRect:
    """Where the key chip of a suggestion stands in its field."""
    width = text_width(keys, "micro") + px(12)
    top = field.top() + (field.height() - px(18)) // 2
    return QRect(field.right() - px(9) - width, top, width, px(18))


def paint_chip(painter: QPainter, box: QRect, keys: str) -> None:
    """A key on white."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("surface"))
    painter.drawRoundedRect(box, 4, 4)
    paint_key(painter, box, keys, color("muted"))


def text_room(field: QRect) -> QRect:
    """Where a line edit writes: its border, its padding, and two pixels of its own."""
    return field.adjusted(px(9) + 3, 0, -px(8), 0)


def _paint_words(painter: QPainter, room: QRect, words: str, ink: str) -> None:
    painter.setFont(font("body"))
    painter.setPen(color(ink))
    shown = elided(words, room.width(), "body")
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _centred(box: QRect, side: int) -> QRect:
    inner = QRect(0, 0, side, side)
    inner.moveCenter(box.center())
    return inner
