"""A picture as large as fits, whole or closer, and the picture it was before."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.words import say

MARGIN = 20
_MOST_ZOOM = 8.0
_SHINE = 0.35
_ALIKE = 0.01


class PictureGround(QWidget):
    """Shows a picture; places are fractions of it, points are pixels of the view.

    `zoomed` comes when it takes more or less of the screen.
    """

    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QPixmap | None = None
        self._before: QPixmap | None = None
        self._glances = self._stays_before = False
        self._is_missing = False
        self._zoom, self._middle = 1.0, QPointF(0.5, 0.5)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setProperty("focusRadius", 0)
        self.setAccessibleName(say("Photo"))

    def show_picture(self, image: QImage | None) -> None:
        """Show another picture; None is a photo that is on its way."""
        self._picture = None if image is None else QPixmap.fromImage(image)
        self._is_missing = False
        self.setAccessibleDescription("")
        self.update()

    @property
    def has_picture(self) -> bool:
        """Whether the photo is there."""
        return self._picture is not None

    def show_missing(self) -> None:
        """Say that the photo cannot be opened."""
        self._picture, self._is_missing = None, True
        self.setAccessibleDescription(say("This photo cannot be opened."))
        self.update()

    def show_before(self, image: QImage | None) -> None:
        """The picture without its edit, for comparing."""
        self._before = None if image is None else QPixmap.fromImage(image)
        self.update()

    def compare(self, *, before: bool) -> None:
        """Show the other one of both meanwhile: the photo as it came, or as it is edited."""
        self._glances = before
        self.update()

    def keep_before(self, *, stays: bool) -> None:
        """Show the photo as it came until this is taken back."""
        self._stays_before = stays
        self.update()

    @property
    def stays_before(self) -> bool:
        """Whether the photo is shown as it came until that is taken back."""
        return self._stays_before

    @property
    def _shows_before(self) -> bool:
        return self._glances != self._stays_before

    @property
    def zoom(self) -> float:
        """How much closer than the whole picture."""
        return self._zoom

    def show_whole(self) -> None:
        """Show the whole picture again."""
        self._zoom, self._middle = 1.0, QPointF(0.5, 0.5)
        self.update()
        self.zoomed.emit()

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Come closer about a point of the view, or go back."""
        anchor = about or QPointF(self.rect().center())
        place = self.place_at(anchor)
        self._zoom = min(max(self._zoom * factor, 1.0), _MOST_ZOOM)
        box = self.box()
        if box.isEmpty():
            return
        away = anchor - QPointF(self.rect().center())
        self._middle = QPointF(
            place.x() - away.x() / box.width(), place.y() - away.y() / box.height()
        )
        self._keep_inside()
        self.update()
        self.zoomed.emit()

    @property
    def room(self) -> int:
        """Pixels of the screen that the picture's long side takes; 0 while there is none."""
        box = self.box()
        return round(max(box.width(), box.height()) * self.devicePixelRatioF())

    def sizeHint(self) -> QSize:
        return QSize(px(560), px(560))

    def box(self) -> QRectF:
        """Where the picture lies in the view."""
        if self._picture is None:
            return QRectF()
        room = QRectF(self.rect()).adjusted(px(MARGIN), px(MARGIN), -px(MARGIN), -px(MARGIN))
        size = QSizeF(self._picture.size())
        size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        size *= self._zoom
        centre = room.center()
        left = centre.x() - self._middle.x() * size.width()
        top = centre.y() - self._middle.y() * size.height()
        return QRectF(QPointF(left, top), size)

    def place_at(self, point: QPointF) -> QPointF:
        """The place of the picture under a point of the view; may lie beside it."""
        box = self.box()
        if box.isEmpty():
            return QPointF()
        return QPointF(
            (point.x() - box.left()) / box.width(), (point.y() - box.top()) / box.height()
        )

    def point_at(self, place: QPointF) -> QPointF:
        """Where a place of the picture lies in the view."""
        box = self.box()
        return QPointF(box.left() + place.x() * box.width(), box.top() + place.y() * box.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_inside()
        self.zoomed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("sunken"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = self._before if self._shows_before and self._before else self._picture
        if shown is None:
            self._paint_nothing(painter)
            return
        box = self.box() if self._is_alike(shown) else _fitted(shown, self.rect())
        painter.drawPixmap(box, shown, QRectF(shown.rect()))
        if not self._shows_before:
            self.paint_over(painter)

    def _is_alike(self, shown: QPixmap) -> bool:
        """Whether it lies where the picture does: the picture, or the same part of the photo."""
        if self._picture is None:
            return False
        one, other = QSizeF(shown.size()), QSizeF(self._picture.size())
        across, down = one.width() * other.height(), one.height() * other.width()
        return abs(across - down) <= _ALIKE * across

    def paint_over(self, painter: QPainter) -> None:
        """Draw what lies over the picture."""

    def paint_before(self, painter: QPainter) -> None:
        """Let the photo as it was shine through."""
        if self._before is not None:
            painter.setOpacity(_SHINE)
            painter.drawPixmap(self.box(), self._before, QRectF(self._before.rect()))
            painter.setOpacity(1)

    def _paint_nothing(self, painter: QPainter) -> None:
        if not self._is_missing:
            return
        mark = self.rect()
        mark.setSize(QSize(px(28), px(28)))
        mark.moveCenter(self.rect().center() - QPointF(0, px(16)).toPoint())
        paint_icon(painter, mark, "image-off", "muted")
        painter.setPen(color("muted"))
        room = self.rect().adjusted(0, px(32), 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, say("This photo cannot be opened."))

    def move_by(self, way: QPointF) -> None:
        """Show another part of a picture that is closer than the whole."""
        box = self.box()
        if not box.isEmpty():
            self._middle -= QPointF(way.x() / box.width(), way.y() / box.height())
            self._keep_inside()
            self.update()

    def _keep_inside(self) -> None:
        """Zoomed in, the picture fills the view; else it stands in its middle."""
        edge = 0.5 / self._zoom
        self._middle = QPointF(
            min(max(self._middle.x(), edge), 1 - edge), min(max(self._middle.y(), edge), 1 - edge)
        )


def _fitted(pixmap: QPixmap, view: QRect) -> QRectF:
    """A picture of another shape about the same middle."""
    room = QRectF(view).adjusted(px(MARGIN), px(MARGIN), -px(MARGIN), -px(MARGIN))
    size = QSizeF(pixmap.size())
    size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    fitted = QRectF(QPointF(), size)
    fitted.moveCenter(room.center())
    return fitted
