"""Where a suggestion was read: the place on its photo, and the words that stood there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.domain.boxes import Box
from closet_app.domain.suggestions import Origin, Suggestion
from closet_app.services.crops import crop_of
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.photo_cache import rounded_photo
from closet_app.ui.widgets.popups import paint_popup
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import mark, say

WIDTH, HIGHEST = 240, 150
MOST_LINES = 3
_TITLES = {
    Origin.TAG: mark("Read from the tag"),
    Origin.PHOTO: mark("Seen on the photo"),
    Origin.BARCODE: mark("Read from the barcode"),
    Origin.FACTS: mark("Made of what you filled in"),
    Origin.SIMILAR: mark("From your own similar pieces"),
}


class CropCard(QWidget):
    """Hangs under a field, on the page; nothing in it can be pressed."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._shown: Suggestion | None = None
        self._anchor = QRect()
        self._title = PlainLabel("", role="label-strong")
        self._words = PlainLabel("", role="small", tone="muted", wrap=True)
        self.picture = _Crop()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(10), px(8), px(10), px(10))
        rows.setSpacing(px(6))
        rows.addWidget(self._title)
        rows.addWidget(self.picture)
        rows.addWidget(self._words)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        fix(self, width=WIDTH + 20)
        self.hide()

    def show_for(self, suggestion: Suggestion | None, anchor: QRect) -> None:
        """Show where this was read, under `anchor` of the page; nothing hides the card."""
        if suggestion is None:
            self._shown = None
            self.hide()
            return
        self._anchor = anchor
        if suggestion == self._shown:
            self._stand()
            return
        self._shown = suggestion
        self._title.setText(say(_TITLES[suggestion.origin]))
        self._words.setText("\n".join(suggestion.lines[:MOST_LINES]))
        self._words.setVisible(bool(suggestion.lines))
        self.picture.hide()
        self._ask(suggestion)
        self._stand()

    def _ask(self, suggestion: Suggestion) -> None:
        box, sha256, closet = suggestion.box, suggestion.sha256, self._desk.closet
        if box is None or not sha256:
            return
        longest = round(px(WIDTH) * self.devicePixelRatioF())
        self._desk.jobs.run(
            lambda _progress: QImage.fromData(crop_of(closet, sha256, _around(box), longest)),
            owner=self,
            done=lambda image: self._on_cropped(suggestion, image),
            failed=lambda _why: None,
            lane=READ,
        )

    def _on_cropped(self, suggestion: Suggestion, image: QImage) -> None:
        if suggestion == self._shown and not image.isNull():
            self.picture.show_image(image)
            self.picture.show()
            self._stand()

    def _stand(self) -> None:
        """Below the field, or above it where the page ends."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.adjustSize()
        page = self.parentWidget()
        room = page.rect() if page is not None else QRect()
        corner = self._anchor.bottomLeft() + QPoint(0, px(6))
        if corner.y() + self.height() > room.bottom():
            corner.setY(self._anchor.top() - px(6) - self.height())
        corner.setX(max(px(8), min(corner.x(), room.right() - self.width() - px(8))))
        self.move(corner)
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_popup(self)


class _Crop(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._pixmap = QPixmap()
        self.setAccessibleName(say("Where it was read"))

    def show_image(self, image: QImage) -> None:
        """Show a crop as large as there is room."""
        self._pixmap = QPixmap.fromImage(image)
        size = image.size().scaled(
            QSize(px(WIDTH), px(HIGHEST)), Qt.AspectRatioMode.KeepAspectRatio
        )
        self.setFixedSize(size)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("surface"))
        if not self._pixmap.isNull():
            ratio, radius = self.devicePixelRatioF(), float(px(4))
            crop = rounded_photo(self._pixmap, self.size(), (radius, radius), ratio)
            painter.drawPixmap(0, 0, crop)


def _around(box: Box) -> Box:
    """A little more than the words themselves."""
    return box.grown(0.02)
