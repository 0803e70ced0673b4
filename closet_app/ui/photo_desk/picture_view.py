"""The picture in the middle of the desk, and the tool that lies over it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from closet_app.ui.photo_desk.layer import Layer
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.words import say

MARGIN = 20
_MOST_ZOOM, _ZOOM_STEP = 8.0, 1.25
_SHINE = 0.35


class PictureView(QWidget):
    """Shows one picture as large as fits, Ctrl with the wheel comes closer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QPixmap | None = None
        self._before: QPixmap | None = None
        self._shows_before = False
        self._is_missing = False
        self._layer: Layer | None = None
        self._zoom, self._middle = 1.0, QPointF(0.5, 0.5)
        self._moving: QPointF | None = None
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
        """Show the photo as it came, or as it is edited."""
        self._shows_before = before
        self.update()

    def use(self, layer: Layer | None) -> None:
        """Put a tool over the picture."""
        if self._layer is not None:
            self._layer.changed.disconnect(self.update)
        if layer is not None:
            layer.changed.connect(self.update)
        self._layer = layer
        self.setCursor(layer.cursor if layer else Qt.CursorShape.ArrowCursor)
        self.update()

    @property
    def layer(self) -> Layer | None:
        """The tool in use."""
        return self._layer

    @property
    def zoom(self) -> float:
        """How much closer than the whole picture."""
        return self._zoom

    def show_whole(self) -> None:
        """Show the whole picture again."""
        self._zoom, self._middle = 1.0, QPointF(0.5, 0.5)
        self.update()

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.MiddleButton:
            self._moving = event.position()
        elif event.button() == Qt.MouseButton.LeftButton and self._layer and self._picture:
            self._layer.press(self.place_at(event.position()), self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._moving is not None:
            self._move_by(event.position() - self._moving)
            self._moving = event.position()
        elif self._layer is not None and self._picture is not None:
            held = event.buttons() & Qt.MouseButton.LeftButton
            place = self.place_at(event.position())
            if held:
                self._layer.drag(place)
            else:
                self._layer.hover(place, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._moving = None
        if event.button() == Qt.MouseButton.LeftButton and self._layer and self._picture:
            self._layer.release(self.place_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._layer is not None and self._picture is not None:
            self._layer.double_click(self.place_at(event.position()), self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.zoom_by(_ZOOM_STEP if turned > 0 else 1 / _ZOOM_STEP, event.position())
        elif self._zoom > 1:
            self._move_by(QPointF(event.angleDelta()) / 2)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.compare(before=True)
            return
        if self._layer is None or not self._layer.key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The photo as it was shows for as long as Space is held."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.compare(before=False)
        else:
            super().keyReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_inside()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("sunken"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = self._before if self._shows_before and self._before else self._picture
        if shown is None:
            self._paint_nothing(painter)
            return
        box = self.box() if shown is self._picture else self._fitted(shown)
        painter.drawPixmap(box, shown, QRectF(shown.rect()))
        if self._layer is not None and not self._shows_before:
            if self._layer.wants_before and self._before is not None:
                painter.setOpacity(_SHINE)
                painter.drawPixmap(box, self._before, QRectF(self._before.rect()))
                painter.setOpacity(1)
            self._layer.paint(painter, self)

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

    def _fitted(self, pixmap: QPixmap) -> QRectF:
        """A picture of another shape about the same middle."""
        room = QRectF(self.rect()).adjusted(px(MARGIN), px(MARGIN), -px(MARGIN), -px(MARGIN))
        size = QSizeF(pixmap.size())
        size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        fitted = QRectF(QPointF(), size)
        fitted.moveCenter(room.center())
        return fitted

    def _move_by(self, way: QPointF) -> None:
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
