"""The tiles of a photo board: one for each photo, laid out, one of them reached by Tab."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from closet_app.services.records import Photo, PhotoRef
from closet_app.ui.editor.board_places import board_height, boxes, shown_order
from closet_app.ui.editor.photo_tile import PhotoTile
from closet_app.ui.theme.focus import focus_by_keyboard
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.photo_thumb import ThumbFace
from closet_app.ui.words import say

GAP = 8
FindPixmap = Callable[[PhotoRef, int], QPixmap | None]


@dataclass(frozen=True, slots=True)
class TileMarks:
    """What is said on a photo: a hint with its icon, and dots in fractions of the photo."""

    hint: str = ""
    icon: str = "triangle-alert"
    dots: tuple[tuple[float, float], ...] = ()


class TileGrid(QWidget):
    """Keeps a tile for each photo; `chosen` carries the photo the keyboard is on, or None."""

    chosen = Signal(object)

    def __init__(self, pixmap: FindPixmap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = pixmap
        self._photos: tuple[Photo, ...] = ()
        self._marks: Mapping[int, TileMarks] = {}
        self._tiles: dict[int, PhotoTile] = {}
        self._order: list[int] = []
        self._current: int | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(say("Photos"))

    @property
    def current(self) -> Photo | None:
        """The photo the keyboard is on."""
        tile = self._tiles.get(self._current or 0)
        return tile.photo if tile else None

    @property
    def tiles(self) -> list[PhotoTile]:
        """The photos as they lie."""
        return [self._tiles[photo_id] for photo_id in self._order]

    def in_reading_order(self) -> list[PhotoTile]:
        """Tab goes along the photos."""
        return self.tiles

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show these photos; the one that is gone hands the keyboard to its neighbour."""
        had_focus = self._holds_focus()
        place = self._order.index(self._current) if self._current in self._order else 0
        self._photos = tuple(photos)
        shown = shown_order(photos)
        self._order = [photo.ref.id for photo in shown]
        self._keep_tiles(shown)
        if self._current not in self._tiles:
            self._current = self._order[min(place, len(self._order) - 1)] if self._order else None
        self._let_tab_reach_current()
        self.lay_out()
        self.updateGeometry()
        self.chosen.emit(self.current)
        if had_focus and self._current is not None:
            focus_by_keyboard(self._tiles[self._current])

    def show_marks(self, marks: Mapping[int, TileMarks]) -> None:
        """Say something on photos, by their ids; what was said before is gone."""
        if marks != self._marks:
            self._marks = dict(marks)
            for tile in self._tiles.values():
                tile.show_photo(tile.photo, self._face(tile.photo, tile))

    def refresh_pixmaps(self) -> None:
        """Show photos that were decoded meanwhile."""
        for tile in self._tiles.values():
            if tile.face.pixmap is None:
                tile.show_photo(tile.photo, self._face(tile.photo, tile))

    def places(self) -> list[QRect]:
        """Where the photos lie."""
        return boxes(len(self._order), self.width(), px(GAP))

    def lay_out(self) -> None:
        """Put every tile in its place, but for one that is held."""
        for photo_id, box in zip(self.standing_order(), self.places(), strict=True):
            tile = self._tiles[photo_id]
            if not tile.is_lifted:
                tile.setGeometry(box)
        self.update()

    def standing_order(self) -> list[int]:
        """The photos in the order of their places."""
        return self._order

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return board_height(len(self._order), width, px(GAP))

    def sizeHint(self) -> QSize:
        return QSize(px(376), self.heightForWidth(max(self.width(), px(160))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def make_tile(self, photo: Photo) -> PhotoTile:
        """A tile for a photo that is new here."""
        tile = PhotoTile(photo, self)
        tile.focused.connect(lambda: self._choose(tile))
        return tile

    def _keep_tiles(self, shown: Sequence[Photo]) -> None:
        for gone in set(self._tiles) - {photo.ref.id for photo in shown}:
            tile = self._tiles.pop(gone)
            tile.hide()
            tile.deleteLater()
        for photo in shown:
            tile = self._tiles.get(photo.ref.id) or self.make_tile(photo)
            self._tiles[photo.ref.id] = tile
            tile.show_photo(photo, self._face(photo, tile))
            tile.show()

    def _face(self, photo: Photo, tile: PhotoTile) -> ThumbFace:
        taken = [each.ref.id for each in shown_order(self._photos) if not each.left_out]
        number = 0 if photo.left_out else taken.index(photo.ref.id) + 1
        known = tile.face.pixmap if tile.photo.ref == photo.ref else None
        side = max(px(248), self.places()[0].width())
        marks = self._marks.get(photo.ref.id, TileMarks())
        return ThumbFace(
            name=say("Photo {number}", number=number) if number else say("Photo left out"),
            pixmap=known or self._pixmap(photo.ref, round(side * self.devicePixelRatioF())),
            number=number,
            is_cover=number == 1,
            hint="" if photo.left_out else marks.hint,
            hint_icon=marks.icon,
            dots=marks.dots,
        )

    def _choose(self, tile: PhotoTile) -> None:
        self._current = tile.photo.ref.id
        self._let_tab_reach_current()
        self.chosen.emit(tile.photo)

    def _let_tab_reach_current(self) -> None:
        """Tab reaches the current photo alone, arrows the others."""
        for photo_id, tile in self._tiles.items():
            reached = photo_id == self._current
            tile.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus
            )

    def _holds_focus(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)
