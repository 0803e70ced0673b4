"""The photos of the piece in a row below the picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from closet_app.services.records import Photo
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.photo_thumb import PhotoThumb, ThumbFace
from closet_app.ui.words import say

SIDE, HEIGHT = 64, 88


class FilmStrip(QScrollArea):
    """`chosen` carries the id of the photo that is wanted."""

    chosen = Signal(int)

    def __init__(self, thumbs: Thumbs) -> None:
        super().__init__()
        self._thumbs = thumbs
        self._photos: tuple[Photo, ...] = ()
        self._current = 0
        self.thumbs: dict[int, PhotoThumb] = {}
        inside = QWidget()
        inside.setProperty("ground", "canvas")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(px(16), px(12), px(16), px(12))
        self._row.setSpacing(px(8))
        self._row.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        fix(self, height=HEIGHT)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(say("Photos of the piece"))
        thumbs.arrived.connect(lambda _shas: self._refresh())

    def show_photos(self, photos: Sequence[Photo], current: int) -> None:
        """Show these photos in order, one of them ringed."""
        wanted = [photo.ref.id for photo in photos]
        self._photos, self._current = tuple(photos), current
        for gone in set(self.thumbs) - set(wanted):
            thumb = self.thumbs.pop(gone)
            thumb.hide()
            thumb.deleteLater()
        for place, photo in enumerate(photos):
            thumb = self.thumbs.get(photo.ref.id) or self._make(photo.ref.id)
            self._row.insertWidget(place, thumb)
        self._refresh()
        if current in self.thumbs:
            self.ensureWidgetVisible(self.thumbs[current], px(SIDE), 0)

    def _make(self, photo_id: int) -> PhotoThumb:
        thumb = PhotoThumb(ThumbFace(""), SIDE)
        thumb.pressed.connect(lambda: self.chosen.emit(photo_id))
        thumb.opened.connect(lambda: self.chosen.emit(photo_id))
        self.thumbs[photo_id] = thumb
        return thumb

    def _refresh(self) -> None:
        number = 0
        for photo in self._photos:
            thumb = self.thumbs[photo.ref.id]
            number += not photo.left_out
            side = round(px(SIDE) * self.devicePixelRatioF())
            name = say("Photo {number}", number=number)
            thumb.show_face(
                ThumbFace(
                    say("Photo left out") if photo.left_out else name,
                    self._thumbs.get(photo.ref, side),
                    0 if photo.left_out else number,
                )
            )
            thumb.set_selected(photo.ref.id == self._current)
