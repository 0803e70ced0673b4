"""What a camera sees, whole and in the middle of its room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px

WIDTH, HEIGHT = 640, 400


class LivePicture(QWidget):
    """The newest picture; before the first one, and without a camera, an icon."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self.is_missing = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(WIDTH) // 2, px(HEIGHT) // 2)

    def show_image(self, image: QImage) -> None:
        """Show another picture."""
        self.image, self.is_missing = image, False
        self.update()

    def show_missing(self) -> None:
        """Show that there is no camera, or none any more."""
        self.image, self.is_missing = None, True
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        round_box = QPainterPath()
        round_box.addRoundedRect(QRectF(self.rect()), px(10), px(10))
        painter.setClipPath(round_box)
        painter.fillRect(self.rect(), color("neutral-soft"))
        if self.image is None:
            self._paint_icon(painter)
            return
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(0, 0, size.width(), size.height())
        box.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(box, self.image)

    def _paint_icon(self, painter: QPainter) -> None:
        box = QRectF(0, 0, px(32), px(32))
        box.moveCenter(QRectF(self.rect()).center())
        paint_icon(painter, box.toRect(), "image-off" if self.is_missing else "camera", "muted")
