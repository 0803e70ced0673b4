"""The current photo in large, over the window, until the next key."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from closet_app.errors import ClosetError
from closet_app.services import gallery
from closet_app.services.records.intake import IntakePhoto
from closet_app.ui.desk import Desk
from closet_app.ui.intake.caret import Caret
from closet_app.ui.intake.speech import say_photo
from closet_app.ui.jobs import READ
from closet_app.ui.theme.fonts import font
from closet_app.ui.theme.shades import color, px
from closet_app.ui.words import say

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PhotoPeek(QWidget):
    """← and → go on; Space, Esc or a click closes it."""

    def __init__(self, desk: Desk, caret: Caret) -> None:
        super().__init__(desk.window)
        self._desk, self._caret = desk, caret
        self._pixmap = QPixmap()
        self._words = ""
        self._photo_id = 0
        self.setAccessibleName(say("The photo in large"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.hide()

    def show_photo(self, photo: IntakePhoto) -> None:
        """Show a photo over the whole window."""
        self._photo_id = photo.ref.id
        group = self._caret.group
        self._words = say_photo(group, self._caret.place) if group is not None else ""
        self.setAccessibleDescription(self._words)
        self._pixmap = QPixmap()
        closet, ref = self._desk.closet, photo.ref
        self._desk.jobs.run(
            lambda _progress: QImage(str(gallery.thumbnail(closet, ref, "large"))),
            owner=self,
            done=lambda image: self._on_read(ref.id, image),
            failed=self._on_missing,
            lane=READ,
        )
        self.setGeometry(self._desk.window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.update()

    def _on_read(self, photo_id: int, image: QImage) -> None:
        if photo_id == self._photo_id:
            self._pixmap = QPixmap.fromImage(image)
            self.update()

    def _on_missing(self, why: ClosetError) -> None:
        self._words = str(why)
        self.update()

    def _close(self) -> None:
        self.hide()
        page = self._desk.navigator.current()
        if page is not None:
            page.panes()[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()), 0)
        if by:
            self._caret.step(by)
            photo = self._caret.photo
            if photo is not None:
                self.show_photo(photo)
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Return):
            self._close()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self._close()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ground = color("canvas")
        ground.setAlphaF(0.96)
        painter.fillRect(self.rect(), ground)
        room = self.rect().adjusted(px(32), px(32), -px(32), -px(56))
        if not self._pixmap.isNull():
            size: QSize = self._pixmap.size().scaled(
                room.size(), Qt.AspectRatioMode.KeepAspectRatio
            )
            box = QRect(room.topLeft(), size)
            box.moveCenter(room.center())
            painter.drawPixmap(box, self._pixmap)
        painter.setFont(font("body"))
        painter.setPen(color("ink2"))
        foot = QRect(0, self.height() - px(44), self.width(), px(24))
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, self._words)
