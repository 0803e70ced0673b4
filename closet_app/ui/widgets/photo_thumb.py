"""One photo in a board: number, cover, quality hint, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.frames import paint_stitched
from closet_app.ui.widgets.item_card import elided
from closet_app.ui.widgets.photo_cache import cover_crop, rounded_photo
from closet_app.ui.words import say


@dataclass(frozen=True, slots=True)
class ThumbFace:
    """What a thumb shows; an empty `pixmap` is a skeleton, `is_slot` the place to add one.

    `dots` mark places of the photo, in fractions of its width and height.
    """

    name: str
    pixmap: QPixmap | None = None
    number: int = 0
    is_cover: bool = False
    hint: str = ""
    hint_icon: str = "triangle-alert"
    dots: tuple[tuple[float, float], ...] = ()
    is_missing: bool = False
    is_slot: bool = False


class PhotoThumb(QWidget):
    """A photo with round corners; pressed, or opened by double click or Enter."""

    pressed = Signal()
    opened = Signal()

    def __init__(self, face: ThumbFace, side: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = face
        self._selected = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRadius", 6)
        if side:
            fix(self, width=side, height=side)
        self.show_face(face)

    def show_face(self, face: ThumbFace) -> None:
        """Show another photo."""
        self.face = face
        said = [face.name, say("cover") if face.is_cover else "", face.hint]
        self.setAccessibleName(", ".join(part for part in said if part))
        self.update()

    def set_pixmap(self, pixmap: QPixmap) -> None:
        """Show the photo now that it is there."""
        self.show_face(replace(self.face, pixmap=pixmap))

    def set_selected(self, selected: bool) -> None:
        """Ring the photo, or not."""
        self._selected = selected
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.face.is_slot:
            paint_stitched(painter, self.rect(), color("hem"), px(6))
            paint_icon(painter, self._centre(16), "plus", "muted")
            return
        self._paint_photo(painter)
        if self.face.is_cover:
            paint_label(painter, self.rect(), say("Cover"))
        elif self.face.number:
            self._paint_number(painter)
        self._paint_dots(painter)
        if self.face.hint:
            self._paint_hint(painter)
        if self._selected:
            painter.setPen(QPen(color("accent-ink"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(6), px(6))

    def _centre(self, side: int) -> QRect:
        box = QRect(0, 0, px(side), px(side))
        box.moveCenter(self.rect().center())
        return box

    def _paint_photo(self, painter: QPainter) -> None:
        radius = float(px(6))
        pixmap = self.face.pixmap
        if pixmap is not None and not pixmap.isNull():
            ratio = self.devicePixelRatioF()
            crop = rounded_photo(pixmap, self.size(), (radius, radius), ratio)
            painter.drawPixmap(0, 0, crop)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("neutral-soft"))
        painter.drawRoundedRect(self.rect(), radius, radius)
        if self.face.is_missing:
            paint_icon(painter, self._centre(20), "image-off", "muted")

    def _paint_number(self, painter: QPainter) -> None:
        box = QRectF(px(6), px(6), px(20), px(20))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(34, 30, 31, 190))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(QColor("white"))
        painter.setFont(font("micro-strong"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.face.number))

    def _paint_dots(self, painter: QPainter) -> None:
        pixmap = self.face.pixmap
        if not self.face.dots or pixmap is None:
            return
        crop = cover_crop(pixmap.size(), self.size(), (0.5, 0.5))
        painter.setPen(QPen(QColor("white"), 1.5))
        painter.setBrush(color("accent"))
        for across, down in self.face.dots:
            place = QPointF(across * pixmap.width(), down * pixmap.height())
            if crop.contains(place):
                share = self.width() / crop.width()
                painter.drawEllipse((place - crop.topLeft()) * share, px(4), px(4))

    def _paint_hint(self, painter: QPainter) -> None:
        box = QRect(px(6), self.height() - px(28), self.width() - 2 * px(6), px(22))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("warn-soft"))
        painter.drawRoundedRect(box, 4, 4)
        room = box.adjusted(px(23), 0, -px(4), 0)
        if text_width(self.face.hint, "micro-strong") > room.width():
            room = box.adjusted(px(4), 0, -px(2), 0)
        else:
            icon = QRect(box.left() + px(5), box.top() + px(4), px(14), px(14))
            paint_icon(painter, icon, self.face.hint_icon, "warn-ink")
        painter.setFont(font("micro-strong"))
        painter.setPen(color("warn-ink"))
        words = elided(self.face.hint, room.width(), "micro-strong")
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


def paint_label(painter: QPainter, photo: QRect, words: str) -> None:
    """A berry label with a star at the upper left of a photo."""
    width = text_width(words, "label-strong") + px(14) + px(22)
    box = QRect(photo.topLeft(), QSize(width, px(22))).translated(px(6), px(6))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("accent"))
    painter.drawRoundedRect(box, 4, 4)
    star = QRect(box.left() + px(7), box.top() + px(4), px(14), px(14))
    paint_icon(painter, star, "star", "on-accent")
    painter.setFont(font("label-strong"))
    painter.setPen(color("on-accent"))
    painter.drawText(box.adjusted(px(26), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
