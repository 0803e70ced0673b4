"""Orders or bins as rows, and how one is painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from closet_app.ui.packing.faces import RowFace
from closet_app.ui.theme.fonts import text_width
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.badges import paint_badge
from closet_app.ui.widgets.table_row import RowState, paint_list_ground, paint_photo, paint_text
from closet_app.ui.words import say

ROW = 64
PHOTO = (36, 44)
SIGN = 16
Index = QModelIndex | QPersistentModelIndex
Flag = QStyle.StateFlag
ROLE = Qt.ItemDataRole
_NOWHERE = QModelIndex()


class RowModel(QAbstractListModel):
    """`data` only says what the delegate does not paint."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.faces: tuple[RowFace, ...] = ()

    def show_faces(self, faces: Sequence[RowFace]) -> None:
        """Show these rows; those that stay where they are keep the selection."""
        same = [face.key for face in faces] == [face.key for face in self.faces]
        if not same:
            self.beginResetModel()
        self.faces = tuple(faces)
        if not same:
            self.endResetModel()
        elif faces:
            self.dataChanged.emit(self.index(0), self.index(len(faces) - 1))

    def face(self, at: int) -> RowFace | None:
        """The row at a place of the list."""
        return self.faces[at] if 0 <= at < len(self.faces) else None

    def place_of(self, key: object) -> int:
        """Where a row stands, −1 when it is not there."""
        return next((at for at, face in enumerate(self.faces) if face.key == key), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.faces)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        face = self.face(index.row()) if index.isValid() else None
        if face is None:
            return None
        if role == ROLE.DisplayRole:
            return face.title
        if role == ROLE.AccessibleTextRole:
            return face.spoken
        return None


class RowDelegate(QStyledItemDelegate):
    """Photo, name and day; below them badge, words, and how far it is."""

    def __init__(self, model: RowModel, thumbs: Thumbs, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._thumbs = thumbs

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        face = self._model.face(index.row())
        if face is None:
            return
        state = RowState(
            current=bool(option.state & Flag.State_Selected),
            hover=bool(option.state & Flag.State_MouseOver),
        )
        paint_list_ground(painter, option.rect, state)
        self._paint_photo(painter, option.rect, face)
        self._paint_words(painter, option.rect, face)

    def _paint_photo(self, painter: QPainter, rect: QRect, face: RowFace) -> None:
        width, height = px(PHOTO[0]), px(PHOTO[1])
        top = rect.top() + (rect.height() - height) // 2
        box = QRect(rect.left() + px(14), top, width, height)
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._thumbs.get(face.photo, round(height * ratio)) if face.photo else None
        paint_photo(painter, box, pixmap, radius=px(5))

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
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self.rows, thumbs, self))
        self.setAccessibleName(say("To pack"))
        self.setProperty("ground", "canvas")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        thumbs.arrived.connect(self.viewport().update)

    def show_faces(self, faces: Sequence[RowFace], current: object) -> None:
        """Show these rows; `current` stays chosen without a report."""
        self._silent = True
        self.rows.show_faces(faces)
        place, chooser = self.rows.place_of(current), self.selectionModel()
        if place < 0:
            chooser.clear()
        elif chooser.currentIndex().row() != place or not chooser.hasSelection():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            chooser.setCurrentIndex(self.rows.index(place), flags)
            self.scrollTo(self.rows.index(place))
        self._silent = False

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        face = self.rows.face(current.row())
        if face is not None and not self._silent:
            self.chosen.emit(face.key)
