"""The photo board: photos in order, moved by dragging or by keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

from closet_app.services.records import Photo
from closet_app.ui.editor.board_places import boxes, nearest, position_for, step
from closet_app.ui.editor.photo_tile import PhotoTile
from closet_app.ui.editor.tile_grid import GAP, TileGrid
from closet_app.ui.theme.focus import focus_by_keyboard
from closet_app.ui.theme.shades import color, px

_ARROWS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class PhotoBoard(TileGrid):
    """Shows photos and reports what is wanted of them.

    `moved` carries a photo's id and its new position among all photos, `menu_asked` where the
    current photo's menu belongs, `taken_in` a photo to show again, `opened` one to work on.
    """

    moved = Signal(int, int)
    menu_asked = Signal(QPoint)
    taken_in = Signal(int)
    opened = Signal(int)
    _dragging: PhotoTile | None = None
    _gap_at = 0

    def make_tile(self, photo: Photo) -> PhotoTile:
        tile = super().make_tile(photo)
        tile.grabbed.connect(lambda: self._begin_drag(tile))
        tile.dragged.connect(self._drag_to)
        tile.dropped.connect(self._drop)
        tile.menu_asked.connect(self.menu_asked)
        tile.opened.connect(lambda: self.opened.emit(tile.photo.ref.id))
        tile.taken_in.connect(lambda: self.taken_in.emit(tile.photo.ref.id))
        return tile

    def standing_order(self) -> list[int]:
        """While a photo is dragged the others make room for it."""
        if self._dragging is None:
            return self._order
        moving = self._dragging.photo.ref.id
        others = [photo_id for photo_id in self._order if photo_id != moving]
        return [*others[: self._gap_at], moving, *others[self._gap_at :]]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _ARROWS.get(Qt.Key(event.key()))
        if key and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move_current(key)
        elif key:
            self._go(key)
        elif event.key() == Qt.Key.Key_Escape and self._dragging is not None:
            self._dragging.let_go()
            self._end_drag()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """While a photo is dragged: a berry line where it will stand."""
        if self._dragging is None:
            return
        box = self.places()[self._gap_at]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("neutral-soft"))
        painter.drawRoundedRect(box, px(6), px(6))
        painter.setBrush(color("accent"))
        painter.drawRoundedRect(QRect(box.left(), box.top(), 3, box.height()), 1.5, 1.5)

    def _go(self, key: str) -> None:
        if self._current in self._order:
            place = step(self._order.index(self._current), len(self._order), key)
            focus_by_keyboard(self._tiles[self._order[place]])

    def _move_current(self, key: str) -> None:
        if self._current in self._order:
            here = self._order.index(self._current)
            there = step(here, len(self._order), key)
            if there != here:
                self._move(self._current, there)

    def _move(self, photo_id: int, place: int) -> None:
        others = [other for other in self._order if other != photo_id]
        following = others[place] if place < len(others) else None
        self.moved.emit(photo_id, position_for(self._photos, photo_id, following))

    def _begin_drag(self, tile: PhotoTile) -> None:
        self._dragging = tile
        self._gap_at = self._order.index(tile.photo.ref.id)
        tile.raise_()
        side = boxes(2, self.width(), px(GAP))[-1].width()
        tile.resize(side, side)
        self.lay_out()

    def _drag_to(self, point: QPoint) -> None:
        place = nearest(point, self.places())
        if self._dragging is not None and place != self._gap_at:
            self._gap_at = place
            self.lay_out()

    def _drop(self, _point: QPoint) -> None:
        tile, place = self._dragging, self._gap_at
        if tile is None:
            return
        photo_id = tile.photo.ref.id
        was = self._order.index(photo_id)
        self._end_drag()
        if place != was:
            self._move(photo_id, place)

    def _end_drag(self) -> None:
        self._dragging = None
        self.lay_out()
