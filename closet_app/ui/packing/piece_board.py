"""The pieces of an order or of a bin beside one another, as large as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from closet_app.ui.packing.piece_tile import PieceTile, TileFace
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs

LEAST, MOST, GAP = 164, 216, 16
ROW_GAP = 20


class PieceBoard(QWidget):
    """`turned` carries a piece, and whether it is in hand now."""

    turned = Signal(object, bool)

    def __init__(self, thumbs: Thumbs) -> None:
        super().__init__()
        self._thumbs = thumbs
        self.tiles: list[PieceTile] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_faces(self, faces: Sequence[TileFace]) -> None:
        """Show these pieces; tiles that are there already show others."""
        while len(self.tiles) > len(faces):
            tile = self.tiles.pop()
            tile.hide()
            tile.deleteLater()
        while len(self.tiles) < len(faces):
            tile = PieceTile(self._thumbs)
            tile.setParent(self)
            tile.turned.connect(self.turned)
            tile.show()
            self.tiles.append(tile)
        for tile, face in zip(self.tiles, faces, strict=True):
            tile.show_face(face)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(px(LEAST), self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @property
    def _columns(self) -> int:
        fitting = (self.width() + px(GAP)) // px(LEAST + GAP)
        return max(1, min(fitting, len(self.tiles)))

    @property
    def _side(self) -> int:
        shared = (self.width() - px(GAP) * (self._columns - 1)) // self._columns
        return min(shared, px(MOST))

    @property
    def _height(self) -> int:
        if self._is_alone:
            return PieceTile.height_alone()
        rows = -(-len(self.tiles) // self._columns)
        return rows * (PieceTile.height_for(self._side) + px(ROW_GAP)) - px(ROW_GAP) if rows else 0

    @property
    def _is_alone(self) -> bool:
        return len(self.tiles) == 1 and self.width() >= px(2 * LEAST)

    def _place(self) -> None:
        for tile in self.tiles:
            tile.is_alone = self._is_alone
        if self._is_alone:
            self.tiles[0].setGeometry(0, 0, self.width(), PieceTile.height_alone())
            self.updateGeometry()
            return
        side, columns = self._side, self._columns
        high = PieceTile.height_for(side)
        for at, tile in enumerate(self.tiles):
            row, column = divmod(at, columns)
            left, top = column * (side + px(GAP)), row * (high + px(ROW_GAP))
            tile.setGeometry(left, top, side, high)
        self.updateGeometry()
