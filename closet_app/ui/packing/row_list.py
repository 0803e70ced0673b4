"""Orders or bins as rows, and how one is painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView

from closet_app.ui.packing.faces import RowFace
from closet_app.ui.theme.fonts import text_width
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.badges import paint_badge
from closet_app.ui.widgets.kept_rows import Index, KeptRows, choose_row
from closet_app.ui.widgets.list_rows import ListDelegate, dress_list, paint_thumb
from closet_app.ui.widgets.table_row import RowState, paint_text
from closet_app.ui.words import say

ROW = 64
PHOTO = (36, 44)
SIGN = 16
ROLE = Qt.ItemDataRole


class RowModel(KeptRows[RowFace]):
    """`data` only says what the delegate does not paint."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(lambda face: face.key, parent)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        face = self.row(index.row())
        if face is None:
            return None
        if role == ROLE.DisplayRole:
            return face.title
        if role == ROLE.AccessibleTextRole:
            return face.spoken
        return None


class RowDelegate(ListDelegate[RowFace]):
    """Photo, name and day; below them badge, words, and how far it is."""

    def __init__(self, model: RowModel, thumbs: Thumbs, parent: QObject) -> None:
        super().__init__(model, ROW, parent)
        self._thumbs = thumbs

    def paint_row(self, painter: QPainter, rect: QRect, row: RowFace, _state: RowState) -> None:
        height = px(PHOTO[1])
        top = rect.top() + (rect.height() - height) // 2
        box = QRect(rect.left() + px(14), top, px(PHOTO[0]), height)
        paint_thumb(painter, box, row.photo, self._thumbs)
        self._paint_words(painter, rect, row)

    def _paint_words(self, painter: QPainter, rect: QRect, face: RowFace) -> None:
        left, right = rect.left() + px(62), rect.right() - px(14)
        upper = QRect(left, rect.top() + px(14), right - left, px(18))
        lower = QRect(left, rect.top() + px(33), right - left, px(18))
        day_ink = "warn-ink" if face.urgent else "muted"
        day_role = "label-strong" if face.urgent else "small"
        paint_text(painter, upper, face.day, day_role, day_ink, right=True)
        name = upper.adjusted(0, 0, -text_width(face.day, day_role) - px(8), 0)
        paint_text(painter, name, face.title, "body-strong")
        if face.marketplace:
            side = px(SIGN)
            paint_badge(painter, QRectF(left, lower.top() + px(1), side, side), face.marketplace)
            lower.setLeft(left + side + px(6))
        lower.setRight(_paint_side(painter, lower, face))
        paint_text(painter, lower, face.words, "small", "muted")


def _paint_side(painter: QPainter, line: QRect, face: RowFace) -> int:
    """How far the row is, at the right of its line; returns where the words must end."""
    right, side = line.right(), px(14)
    if face.side:
        tone = "ok-ink" if face.done else "muted"
        paint_text(painter, line, face.side, "small", tone, right=True)
        right -= text_width(face.side, "small") + px(4)
    for icon, ink, shown in (("check", "ok-ink", face.done), ("gift", "accent-ink", face.gift)):
        if shown:
            box = QRect(right - side + 1, line.top() + px(2), side, side)
            paint_icon(painter, box, icon, ink)
            right = box.left() - px(4)
    return right - px(4) if right != line.right() else right


class RowList(QListView):
    """`chosen` carries the key of the row that the seller goes to."""

    chosen = Signal(object)

    def __init__(self, thumbs: Thumbs) -> None:
        super().__init__()
        self.rows = RowModel(self)
        self._silent = False
        dress_list(self, say("To pack"), self.rows, RowDelegate(self.rows, thumbs, self))
        self.selectionModel().currentChanged.connect(self._on_current)
        thumbs.arrived.connect(self.viewport().update)

    def show_faces(self, faces: Sequence[RowFace], current: object) -> None:
        """Show these rows; `current` stays chosen without a report."""
        self._silent = True
        self.rows.keep(faces)
        choose_row(self, self.rows.place_of(current))
        self._silent = False

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        face = self.rows.row(current.row())
        if face is not None and not self._silent:
            self.chosen.emit(face.key)
