"""One piece as a card in the gallery, painted within 0.4 ms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap

from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import Theme, color, px, theme
from closet_app.ui.theme.signs import Tick, paint_check
from closet_app.ui.widgets.badges import (
    paint_badge,
    paint_pill,
    paint_price_tag,
    pill_width,
    price_tag_width,
)
from closet_app.ui.widgets.frames import stitch_pen
from closet_app.ui.widgets.photo_cache import corner_path, rounded_photo
from closet_app.ui.widgets.stamps import stamp
from closet_app.ui.words import say

DESIGN_SIZE = QSize(187, 274)
TEXT_HEIGHT = 84
"""Title, detail and pill under the photo; the photo takes the rest."""

_RADIUS = 10.0


@dataclass(frozen=True, slots=True)
class CardFace:
    """What a card shows, all in words; `detail` is "Madewell · M"."""

    title: str
    detail: str
    price_text: str
    pill_status: str
    pill_words: str
    keep_text: str = ""
    keep_negative: bool = False
    badges: tuple[str, ...] = ()
    pixmap: QPixmap | None = None
    photo_missing: bool = False
    subject: tuple[float, float] = (0.5, 0.5)


@dataclass(frozen=True, slots=True)
class CardState:
    """How a card stands in its view; `loading` shows bars instead of a face."""

    selected: bool = False
    current: bool = False
    hover: bool = False
    dragged: bool = False
    loading: bool = False


def card_size(viewport_width: int, scale_percent: int = 100) -> QSize:
    """The size at which whole cards fill a viewport, by the design's rule."""
    least = px(190) * scale_percent // 100
    gap, pad = px(12), px(16)
    count = max((viewport_width - 2 * pad + gap) // (least - gap + gap), 1)
    width = (viewport_width - 2 * pad - gap * (count - 1)) // count
    photo = width * 190 // 187
    return QSize(width, photo + px(TEXT_HEIGHT))


def photo_rect(card: QRect) -> QRect:
    """Where the photo lies."""
    return card.adjusted(0, 0, 0, -px(TEXT_HEIGHT))


def check_rect(card: QRect) -> QRect:
    """Where a press ticks the card: 24 px about the check."""
    return QRect(card.topLeft() + QPoint(px(6), px(6)), QSize(px(24), px(24)))


def find_rect(card: QRect) -> QRect:
    """Where a press looks for a missing photo."""
    photo = photo_rect(card)
    return QRect(photo.left(), photo.center().y() + px(16), photo.width(), px(24))


def paint_card(painter: QPainter, rect: QRect, face: CardFace, state: CardState) -> None:
    """Paint one card; `rect` is the card without the gaps around it."""
    shown = theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state.dragged:
        painter.setOpacity(0.7)
    _paint_ground(painter, rect, state, shown)
    if state.loading:
        _paint_bars(painter, rect)
    else:
        _paint_photo(painter, rect, face)
        _paint_words(painter, rect, face)
        _paint_signs(painter, rect, face, state)
    _paint_edge(painter, rect, state, shown)
    painter.restore()


def _paint_ground(painter: QPainter, rect: QRect, state: CardState, shown: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shown.color("accent-soft" if _is_chosen(state) else "surface"))
    painter.drawRoundedRect(QRectF(rect), _RADIUS, _RADIUS)


def _is_chosen(state: CardState) -> bool:
    return state.selected or state.current


def _paint_edge(painter: QPainter, rect: QRect, state: CardState, shown: Theme) -> None:
    width, role = 1, "line"
    if state.current:
        width, role = 2, "accent-ink"
    elif state.selected:
        role = "accent-ink"
    elif state.hover:
        role = "line2"
    inset = width / 2
    painter.setPen(QPen(shown.color(role), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, _RADIUS - inset, _RADIUS - inset)


def _paint_photo(painter: QPainter, rect: QRect, face: CardFace) -> None:
    box = photo_rect(rect)
    if face.pixmap is not None and not face.pixmap.isNull():
        ratio = painter.device().devicePixelRatioF()
        crop = rounded_photo(face.pixmap, box.size(), (_RADIUS, 0.0), ratio, face.subject)
        painter.drawPixmap(box.topLeft(), crop)
    elif face.photo_missing:
        _paint_missing(painter, box)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("neutral-soft"))
        painter.drawPath(corner_path(QRectF(box), (_RADIUS, 0.0)))


def _paint_missing(painter: QPainter, box: QRect) -> None:
    middle = box.center()
    side = px(24)
    paint_icon(
        painter, QRect(middle.x() - side // 2, middle.y() - px(34), side, side), "image", "muted"
    )
    centre = Qt.AlignmentFlag.AlignCenter
    painter.setFont(font("small"))
    painter.setPen(color("muted"))
    line = QRect(box.left(), middle.y() - px(6), box.width(), px(18))
    painter.drawText(line, centre, say("Photo is missing"))
    painter.setFont(font("label-strong"))
    painter.setPen(color("accent-ink"))
    painter.drawText(line.translated(0, px(22)), centre, say("Find it"))
    painter.setPen(stitch_pen(color("hem")))
    foot = box.bottom() + 0.5
    painter.drawLine(QPointF(box.left() + 1, foot), QPointF(box.right(), foot))


def _paint_words(painter: QPainter, rect: QRect, face: CardFace) -> None:
    left, width = rect.left() + px(11), rect.width() - 2 * px(11)
    top = photo_rect(rect).bottom() + 1
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(font("body-strong"))
    painter.setPen(color("ink"))
    title = elided(face.title, width, "body-strong")
    painter.drawText(QRect(left, top + px(9), width, px(18)), middle, title)
    painter.setFont(font("small"))
    painter.setPen(color("muted"))
    detail = elided(face.detail, width, "small")
    painter.drawText(QRect(left, top + px(27), width, px(16)), middle, detail)
    row = QRect(left, top + px(52), width, px(20))
    free = width - _paint_keep(painter, row, face) - px(6)
    _stamp_pill(painter, row.topLeft(), QSize(free, row.height()), face)


def _stamp_pill(painter: QPainter, at: QPoint, room: QSize, face: CardFace) -> None:
    status, words = face.pill_status, face.pill_words
    size = QSize(min(pill_width(words), room.width()), room.height())
    sign = ("pill", status, words, size.width())
    stamp(painter, at, sign, size, lambda to: paint_pill(to, QRect(QPoint(), size), status, words))


def _paint_keep(painter: QPainter, row: QRect, face: CardFace) -> int:
    """Paint what the seller keeps at the right of `row`; returns the width taken."""
    if not face.keep_text:
        return 0
    side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    amount = text_width(face.keep_text, "label-strong")
    painter.setFont(font("label-strong"))
    painter.setPen(color("bad-ink" if face.keep_negative else "ok-ink"))
    painter.drawText(row, side, face.keep_text)
    word = say("keep")
    taken = amount + px(4) + text_width(word, "small")
    if pill_width(face.pill_words) + px(6) + taken > row.width():
        return amount
    painter.setFont(font("small"))
    painter.setPen(color("muted"))
    painter.drawText(row.adjusted(0, 0, -amount - px(4), 0), side, word)
    return taken


def _paint_signs(painter: QPainter, rect: QRect, face: CardFace, state: CardState) -> None:
    photo = photo_rect(rect)
    room = photo.adjusted(px(8), 0, -px(9), 0)
    if face.price_text and not face.photo_missing:
        top = photo.bottom() + 1 - px(33)
        _stamp_tag(painter, QPoint(room.left(), top), face.price_text)
        room.setLeft(room.left() + price_tag_width(face.price_text, px(26)) + px(4))
    _stamp_badges(painter, room, face.badges)
    if state.selected or state.hover:
        at = rect.topLeft() + QPoint(px(8), px(8))
        _stamp_check(painter, at, Tick.ON if state.selected else Tick.OFF)


def _stamp_tag(painter: QPainter, at: QPoint, words: str) -> None:
    height = px(26)
    size = QSize(price_tag_width(words, height), height)
    stamp(painter, at, ("tag", words), size, lambda to: paint_price_tag(to, 0, 0, height, words))


def _stamp_badge(painter: QPainter, at: QPoint, marketplace: str, side: int) -> None:
    box = QRectF(0, 0, side, side)
    size = QSize(side, side)
    sign = ("badge", marketplace, side)
    stamp(painter, at, sign, size, lambda to: paint_badge(to, box, marketplace, ring=True))


def _stamp_badges(painter: QPainter, room: QRect, badges: tuple[str, ...]) -> None:
    """Badges from the right; where there is no room for all, "+2" stands for the first ones."""
    side, gap = px(18), px(3)
    fitting = max((room.width() + gap) // (side + gap), 1)
    hidden = 0 if len(badges) <= fitting else len(badges) - fitting + 1
    at = QPoint(room.right() + 1 - side, room.bottom() + 1 - px(26))
    for marketplace in reversed(badges[hidden:]):
        _stamp_badge(painter, at, marketplace, side)
        at -= QPoint(side + gap, 0)
    if hidden:
        _stamp_badge(painter, at, f"+{hidden}", side)


def _stamp_check(painter: QPainter, at: QPoint, tick: Tick) -> None:
    side = px(20)
    box = QRectF(0, 0, side, side)
    size = QSize(side, side)
    stamp(painter, at, ("check", tick), size, lambda to: paint_check(to, box, tick, on_photo=True))


def _paint_bars(painter: QPainter, rect: QRect) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("neutral-soft"))
    photo = photo_rect(rect)
    painter.drawPath(corner_path(QRectF(photo), (_RADIUS, 0.0)))
    left, top, room = rect.left() + px(12), photo.bottom() + 1, rect.width() - 2 * px(12)
    for share, offset, height, radius in ((74, 12, 12, 3), (52, 32, 10, 3), (44, 53, 17, 8)):
        bar = QRectF(left, top + px(offset), room * share / 100, px(height))
        painter.drawRoundedRect(bar, radius, radius)


def elided(words: str, width: int, role: str) -> str:
    """`words` ending in … where they do not fit `width`."""
    return _elided(words, width, role, theme().text_size)


@lru_cache(maxsize=4096)
def _elided(words: str, width: int, role: str, _text_size: int) -> str:
    one_line = " ".join(words.split())
    return QFontMetrics(font(role)).elidedText(one_line, Qt.TextElideMode.ElideRight, width)
