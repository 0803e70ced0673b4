"""A piece to have in hand: its photo, its bin, and the tick that confirms it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from closet_app.services.records.packing import PackPiece
from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.shades import color, px
from closet_app.ui.theme.signs import Tick, paint_check
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.photo_cache import rounded_photo
from closet_app.ui.widgets.table_row import paint_text
from closet_app.ui.widgets.text import set_tooltip
from closet_app.ui.words import say

PHOTO_SHARE = 1.08
"""Height of the photo for its width."""
WORDS = 72
ALONE = 208
"""Width of the photo of the only piece, whose words stand beside it."""
MOST_KEYS = 9


@dataclass(frozen=True, slots=True)
class TileFace:
    """A piece at its place; of one that stands below its bin, for `whose` order it is."""

    piece: PackPiece
    number: int
    whose: str = ""


class PieceTile(QAbstractButton):
    """Pressed anywhere to confirm the piece, or to take that back. `turned` carries both."""

    turned = Signal(object, bool)

    def __init__(self, thumbs: Thumbs) -> None:
        super().__init__()
        self._thumbs = thumbs
        self.face: TileFace | None = None
        self.is_alone = False
        self.setCheckable(True)
        self.setProperty("focusRadius", 9)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        thumbs.arrived.connect(self.update)

    def show_face(self, face: TileFace) -> None:
        """Show another piece."""
        self.face = face
        piece = face.piece
        self.setChecked(piece.checked)
        place = say("bin {bin}", bin=piece.bin) if piece.bin else say("no bin")
        said = (piece.title, place, piece.sku, face.whose)
        self.setAccessibleName(", ".join(part for part in said if part))
        key = str(face.number) if face.number <= MOST_KEYS else ""
        set_tooltip(self, piece.title, key)
        self.update()

    @staticmethod
    def height_for(width: int) -> int:
        """How high a tile of this width is."""
        return round(width * PHOTO_SHARE) + px(WORDS)

    @staticmethod
    def height_alone() -> int:
        """How high the tile of the only piece is."""
        return round(px(ALONE) * PHOTO_SHARE)

    def sizeHint(self) -> QSize:
        return QSize(px(200), self.height_for(px(200)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.face is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_alone:
            photo = QRect(0, 0, px(ALONE), self.height())
            words = self.rect().adjusted(photo.width() + px(18), px(6), 0, 0)
        else:
            photo = QRect(0, 0, self.width(), self.height() - px(WORDS))
            words = QRect(px(2), photo.bottom() + px(7), self.width() - px(4), px(WORDS - 8))
        self._paint_photo(painter, photo, self.face.piece)
        self._paint_signs(painter, photo, self.face)
        if self.is_alone:
            _paint_words_alone(painter, words, self.face)
        else:
            _paint_words(painter, words, self.face)

    def _paint_photo(self, painter: QPainter, box: QRect, piece: PackPiece) -> None:
        radius = float(px(8))
        ratio = self.devicePixelRatioF()
        short = round(min(box.width(), box.height()) * ratio)
        pixmap = self._thumbs.get(piece.photo, short) if piece.photo else None
        if pixmap is not None and not pixmap.isNull():
            crop = rounded_photo(pixmap, box.size(), (radius, radius), ratio)
            painter.drawPixmap(box.topLeft(), crop)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("neutral-soft"))
            painter.drawRoundedRect(box, radius, radius)
        if piece.checked:
            painter.setPen(QPen(color("accent-ink"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), radius, radius)

    def _paint_signs(self, painter: QPainter, photo: QRect, face: TileFace) -> None:
        side = px(24)
        box = QRectF(photo.right() - side - px(9), px(10), side, side)
        paint_check(painter, box, Tick.ON if face.piece.checked else Tick.OFF, on_photo=True)
        if face.number <= MOST_KEYS:
            chip = QRectF(px(10), px(10), px(24), px(24))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(34, 30, 31, 190))
            painter.drawRoundedRect(chip, 6, 6)
            painter.setPen(QColor("white"))
            painter.setFont(font("label-strong"))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, str(face.number))

    def _on_clicked(self, on: bool) -> None:
        if self.face is not None:
            self.turned.emit(self.face.piece, on)


def two_lines(words: str, width: int, role: str) -> tuple[str, ...]:
    """The words in at most two lines, broken between words; the second one may be cut."""
    parts = words.split()
    taken = next(
        (at for at in range(len(parts), 1, -1) if text_width(" ".join(parts[:at]), role) <= width),
        1,
    )
    return tuple(filter(None, (" ".join(parts[:taken]), " ".join(parts[taken:]))))


def _paint_words_alone(painter: QPainter, box: QRect, face: TileFace) -> None:
    """Bin, title, facts and number one below the other, as large as they can be."""
    piece = face.piece
    title = two_lines(piece.title, box.width(), "section")
    place = (piece.bin or say("No bin"), "kpi", "ink" if piece.bin else "muted", 34)
    lines = (
        *(() if face.whose else (place,)),
        *((line, "section", "ink", 24) for line in title),
        (piece.detail, "body", "muted", 22),
        (piece.sku, "body", "muted", 22),
        (face.whose, "body", "ink2", 22),
    )
    top = box.top()
    for words, role, ink, height in lines:
        if words:
            paint_text(painter, QRect(box.left(), top, box.width(), px(height)), words, role, ink)
            top += px(height)


def _paint_words(painter: QPainter, box: QRect, face: TileFace) -> None:
    piece = face.piece
    place = piece.bin or say("No bin")
    first = QRect(box.left(), box.top(), box.width(), px(22))
    paint_text(painter, first, place, "page", "ink" if piece.bin else "muted")
    left = first.adjusted(text_width(place, "page") + px(8), 0, 0, 0)
    if text_width(piece.sku, "small") <= left.width():
        paint_text(painter, left, piece.sku, "small", "muted", right=True)
    second = QRect(box.left(), first.bottom() + px(2), box.width(), px(18))
    paint_text(painter, second, piece.title, "body-strong")
    third = QRect(box.left(), second.bottom() + 1, box.width(), px(18))
    paint_text(painter, third, face.whose or piece.detail, "small", "muted")
