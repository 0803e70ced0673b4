"""The picture in the middle of the desk, and the tool that lies over it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from closet_app.ui.photo_desk.layer import Layer
from closet_app.ui.photo_desk.picture_ground import PictureGround

ZOOM_STEP = 1.25


class PictureView(PictureGround):
    """Gives mouse and keys to a tool; Ctrl with the wheel comes closer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: Layer | None = None
        self._moving: QPointF | None = None

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.MiddleButton:
            self._moving = event.position()
        elif event.button() == Qt.MouseButton.LeftButton and self._layer and self.has_picture:
            self._layer.press(self.place_at(event.position()), self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._moving is not None:
            self.move_by(event.position() - self._moving)
            self._moving = event.position()
        elif self._layer is not None and self.has_picture:
            held = event.buttons() & Qt.MouseButton.LeftButton
            place = self.place_at(event.position())
            if held:
                self._layer.drag(place)
            else:
                self._layer.hover(place, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._moving = None
        if event.button() == Qt.MouseButton.LeftButton and self._layer and self.has_picture:
            self._layer.release(self.place_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._layer is not None and self.has_picture:
            self._layer.double_click(self.place_at(event.position()), self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.zoom_by(ZOOM_STEP if turned > 0 else 1 / ZOOM_STEP, event.position())
        elif self._zoom > 1:
            self.move_by(QPointF(event.angleDelta()) / 2)
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

    def paint_over(self, painter: QPainter) -> None:
        if self._layer is not None:
            if self._layer.wants_before:
                self.paint_before(painter)
            self._layer.paint(painter, self)
