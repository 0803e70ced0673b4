"""One photo on the board: taken hold of, left out, or the cover."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from closet_app.services.records import Photo
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.photo_thumb import PhotoThumb, ThumbFace
from closet_app.ui.words import say

_LIFTED, _LEFT_OUT = 0.7, 0.35


class PhotoTile(PhotoThumb):
    """A thumb that can be dragged; `dragged` and `dropped` carry places on the board."""

    grabbed = Signal()
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    focused = Signal()
    menu_asked = Signal(QPoint)
    taken_in = Signal()

    def __init__(self, photo: Photo, board: QWidget) -> None:
        super().__init__(ThumbFace(""), 0, board)
        self.photo = photo
        self._from: QPoint | None = None
        self._lifted = False
        self._again = Button(
            say("Take in again"), "secondary", size="small", pressed=self.taken_in.emit, parent=self
        )
        self._again_small = IconButton(
            "undo-2", say("Take in again"), kind="secondary", size="small",
            pressed=self.taken_in.emit, parent=self,
        )  # fmt: skip
        self.setMouseTracking(True)

    def show_photo(self, photo: Photo, face: ThumbFace) -> None:
        """Show how the photo stands now."""
        self.photo = photo
        self.show_face(face)
        self._place_again()

    @property
    def is_lifted(self) -> bool:
        """Whether it is being dragged."""
        return self._lifted

    def lift(self, lifted: bool) -> None:
        """Let it follow the mouse, or lie down again."""
        self._lifted = lifted
        self.setCursor(Qt.CursorShape.ClosedHandCursor if lifted else Qt.CursorShape.ArrowCursor)
        self.update()

    def let_go(self) -> None:
        """End a drag without a drop."""
        self._from = None
        self.lift(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._from is None:
            return
        far = (here - self._from).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._lifted:
            self.lift(True)
            self.grabbed.emit()
        if self._lifted:
            self.move(self.mapToParent(here) - self._from)
            self.dragged.emit(self.mapToParent(here))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        was_lifted, self._from = self._lifted, None
        if was_lifted:
            self.lift(False)
            self.dropped.emit(self.mapToParent(event.position().toPoint()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.menu_asked.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Alt with arrows and Esc belong to the board."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not (self.photo.left_out or self.face.is_missing):
            self._paint_handle(painter)

    def _paint_photo(self, painter: QPainter) -> None:
        painter.save()
        if self._lifted or self.photo.left_out:
            painter.fillRect(self.rect(), color("canvas"))
            painter.setOpacity(_LIFTED if self._lifted else _LEFT_OUT)
        super()._paint_photo(painter)
        painter.restore()

    def _paint_handle(self, painter: QPainter) -> None:
        box = QRect(self.width() - px(26), px(6), px(20), px(20))
        painter.setPen(Qt.PenStyle.NoPen)
        ground = color("tagbg")
        painter.setBrush(ground)
        painter.setOpacity(0.92)
        painter.drawRoundedRect(QRectF(box), px(4), px(4))
        painter.setOpacity(1)
        paint_icon(painter, box.adjusted(px(3), px(3), -px(3), -px(3)), "grip-vertical", "tag-ink")

    def resizeEvent(self, _event: object) -> None:
        self._place_again()

    def _place_again(self) -> None:
        """The button in words where there is room for it, else its icon."""
        wide = self._again.sizeHint().width() + px(8) <= self.width()
        shown, hidden = (
            (self._again, self._again_small) if wide else (self._again_small, self._again)
        )
        hidden.hide()
        shown.setVisible(self.photo.left_out)
        shown.resize(shown.sizeHint())
        middle = self.rect().center()
        shown.move(middle.x() - shown.width() // 2, self.height() - shown.height() - px(6))
