"""The gallery: cards to look at, walk over, select and open."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QHoverEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from closet_app.ui.closet.card_layout import CardLayoutView
from closet_app.ui.closet.walking import steps_onto_current
from closet_app.ui.theme.shades import color
from closet_app.ui.widgets.item_card import check_rect, find_rect

Cursor = QAbstractItemView.CursorAction

_ENDS = {Cursor.MoveHome: 0, Cursor.MoveEnd: -1}


class GridView(CardLayoutView):
    """Mouse, keyboard and paint of the gallery.

    `check_pressed` carries the row whose check was pressed, `find_pressed` the one whose photo
    is missing.
    """

    check_pressed = Signal(int)
    find_pressed = Signal(int)

    # Asked for while Qt still makes the view.
    _hovered = -1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "canvas")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self._band = QRect()
        self._pressed = QPoint()

    def moveCursor(self, action: Cursor, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        count = self._shape.count
        if not count:
            return QModelIndex()
        now = self.currentIndex().row()
        if action in _ENDS:
            place = _ENDS[action] % count
        elif now < 0:
            place = 0
        else:
            place = min(max(now + self._step(action), 0), count - 1)
        return self.model().index(place, 0)

    def setSelection(self, area: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        chosen = QItemSelection()
        for run in self._runs(area):
            first, last = self.model().index(run[0], 0), self.model().index(run[-1], 0)
            chosen.select(first, last)
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def keyboardSearch(self, _typed: str) -> None:
        """Letters are commands here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.check_pressed.emit(self.currentIndex().row())
            return
        if not steps_onto_current(self, event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            card = self.visualRect(index)
            if check_rect(card).contains(event.position().toPoint()):
                self.check_pressed.emit(index.row())
                return
            if find_rect(card).contains(event.position().toPoint()):
                self.find_pressed.emit(index.row())
        self._pressed = event.position().toPoint() + QPoint(0, self.verticalOffset())
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid() and check_rect(self.visualRect(index)).contains(point):
            self.check_pressed.emit(index.row())
            return
        super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        QAbstractItemView.mouseMoveEvent(self, event)
        if self.state() == QAbstractItemView.State.DragSelectingState:
            here = event.position().toPoint() + QPoint(0, self.verticalOffset())
            self._band = QRect(self._pressed, here).normalized()
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if not self._band.isNull():
            self._band = QRect()
            self.viewport().update()

    def viewportEvent(self, event: object) -> bool:
        if isinstance(event, QHoverEvent):
            self._hover(self.indexAt(event.position().toPoint()).row())
        return super().viewportEvent(event)  # type: ignore[arg-type]  # Qt hands any event here

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), color("canvas"))
        offset = self.verticalOffset()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        for place in self._exposed(event.region(), offset):
            self._paint_card(painter, option, place, offset)
        if not self._band.isNull():
            self._paint_band(painter, self._band.translated(0, -offset))

    def _exposed(self, region: QRegion, offset: int) -> list[int]:
        """The cards a paint must show; a scroll exposes a strip, an arriving photo one card."""
        areas: list[QRect] = list(region)  # type: ignore[call-overload]  # a region is its rects
        runs = (self._shape.places_in(area.translated(0, offset)) for area in areas)
        return sorted({place for found in runs for run in found for place in run})

    def _paint_card(
        self, painter: QPainter, option: QStyleOptionViewItem, place: int, offset: int
    ) -> None:
        index = self.model().index(place, 0)
        option.rect = self._shape.rect(place).translated(0, -offset)
        state = QStyle.StateFlag.State_Enabled
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if place == self._hovered:
            state |= QStyle.StateFlag.State_MouseOver
        if index == self.currentIndex():
            state |= QStyle.StateFlag.State_HasFocus
        option.state = state
        self.itemDelegate().paint(painter, option, index)

    def _paint_band(self, painter: QPainter, band: QRect) -> None:
        ground = QColor(color("accent-soft"))
        ground.setAlphaF(0.5)
        painter.setPen(QPen(color("accent-ink"), 1))
        painter.setBrush(ground)
        painter.drawRect(band.adjusted(0, 0, -1, -1))

    def _step(self, action: Cursor) -> int:
        columns = self._shape.columns
        page = max(self.viewport().height() // self._shape.row_pitch, 1) * columns
        return {
            Cursor.MoveLeft: -1,
            Cursor.MovePrevious: -1,
            Cursor.MoveRight: 1,
            Cursor.MoveNext: 1,
            Cursor.MoveUp: -columns,
            Cursor.MoveDown: columns,
            Cursor.MovePageUp: -page,
            Cursor.MovePageDown: page,
        }.get(action, 0)

    def _runs(self, area: QRect) -> list[range]:
        """The rubber band takes what it touches; Shift takes all from one card to another."""
        if self.state() == QAbstractItemView.State.DragSelectingState:
            box = area.normalized().translated(0, self.verticalOffset())
            return self._shape.places_in(box)
        ends = [self.indexAt(corner) for corner in (area.topLeft(), area.bottomRight())]
        rows = sorted(index.row() for index in ends if index.isValid())
        return [range(rows[0], rows[-1] + 1)] if rows else []

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            for place in (self._hovered, row):
                if place >= 0:
                    self.viewport().update(self.visualRect(self.model().index(place, 0)))
            self._hovered = row
