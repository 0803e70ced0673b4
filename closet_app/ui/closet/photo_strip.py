"""The photos of one piece: one large, five small, and the place to add one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from closet_app.services.records import Photo
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.photo_thumb import PhotoThumb, ThumbFace
from closet_app.ui.words import say

SMALL, SMALLS = (46, 88), 5
LARGE = (148, 182)


class PhotoStrip(QWidget):
    """A press on a small photo shows it large; a double click opens the piece."""

    opened = Signal()
    add_asked = Signal()

    def __init__(self, thumbs: Thumbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbs = thumbs
        self._photos: tuple[Photo, ...] = ()
        self._shown = 0
        self._large = PhotoThumb(ThumbFace(say("Photo")))
        self._smalls = [PhotoThumb(ThumbFace(say("Photo"))) for _ in range(SMALLS)]
        self._slot = PhotoThumb(ThumbFace(say("Add photos"), is_slot=True))
        self._build()
        self._connect()

    def _build(self) -> None:
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(6))
        fix(self._large, width=LARGE[0], height=LARGE[1])
        grid.addWidget(self._large, 0, 0, 2, 1)
        for place, thumb in enumerate((*self._smalls, self._slot)):
            fix(thumb, width=SMALL[0], height=SMALL[1])
            grid.addWidget(thumb, place // 3, 1 + place % 3)
        grid.setColumnStretch(4, 1)
        self._slot.setToolTip(say("Add photos"))

    def _connect(self) -> None:
        self._large.opened.connect(self.opened)
        self._slot.pressed.connect(self.add_asked)
        self._slot.opened.connect(self.add_asked)
        for place, thumb in enumerate(self._smalls, 1):
            thumb.pressed.connect(lambda place=place: self._enlarge(place))
            thumb.opened.connect(lambda place=place: self._enlarge(place))
        self._thumbs.arrived.connect(self._on_arrived)

    def thumbs(self) -> list[PhotoThumb]:
        """The large photo and the small ones that are shown."""
        return [self._large, *(each for each in self._smalls if each.isVisibleTo(self))]

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show other photos, the cover large."""
        self._photos = tuple(photo for photo in photos if not photo.left_out)
        self._shown = 0
        self._show()

    def _on_arrived(self, hashes: frozenset[str]) -> None:
        if any(photo.ref.sha256 in hashes for photo in self._photos):
            self._show()

    def _show(self) -> None:
        count = len(self._photos)
        self._paint(self._large, self._shown, max(LARGE))
        for place, thumb in enumerate(self._smalls, 1):
            thumb.setVisible(place < count)
            if place < count:
                at = 0 if place == self._shown else place
                self._paint(thumb, at, max(SMALL))
        self._place_slot(min(max(count - 1, 0), SMALLS))
        more = count - 1 - SMALLS
        last = self._smalls[-1]
        if more > 0:
            last.setToolTip(say("and {count} more in the editor", count=more))

    def _place_slot(self, place: int) -> None:
        """The place to add a photo follows the last one."""
        self._grid.addWidget(self._slot, place // 3, 1 + place % 3)

    def _paint(self, thumb: PhotoThumb, place: int, side: int) -> None:
        name = say("Photo {number} of {count}", number=place + 1, count=len(self._photos))
        if place >= len(self._photos):
            thumb.show_face(ThumbFace(say("No photo yet")))
            return
        ref = self._photos[place].ref
        pixmap = self._thumbs.get(ref, round(px(side) * self.devicePixelRatioF()))
        missing = pixmap is None and self._thumbs.is_missing(ref)
        thumb.show_face(ThumbFace(name, pixmap, is_cover=False, is_missing=missing, number=0))

    def _enlarge(self, place: int) -> None:
        self._shown = 0 if self._shown == place else place
        self._show()
