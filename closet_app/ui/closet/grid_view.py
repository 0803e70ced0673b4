"""The gallery: cards in rows that fill the width, laid out by arithmetic.

Qt's own icon mode lays out every row anew for each new order and width: 140 ms for 100,000
cards, measured; this view needs none of it. It stays a QListView for screen readers.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
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
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from closet_app.ui.closet.grid_shape import GridShape
from closet_app.ui.closet.model import Index
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.item_card import card_size, check_rect, find_rect

Cursor = QAbstractItemView.CursorAction
SCALES = (70, 85, 100, 120, 145, 175)
"""Percent of the designed card that Ctrl + and Ctrl − step through."""

_ENDS = {Cursor.MoveHome: 0, Cursor.MoveEnd: -1}


class GridView(QListView):
    """Cards of the model's first column.

    `check_pressed` carries the row whose check was pressed, `find_pressed` the one whose photo
    is missing; `shown_changed` tells that other cards may be in sight.
    """

    check_pressed = Signal(int)
    find_pressed = Signal(int)
    shown_changed = Signal()

    # Qt asks for the layout while it still makes the view; an override that raised then would
    # lose a reference to itself (PySide 6.11.3) and be gone later.
    _shape = GridShape(QSize(1, 1), 1, 0, 0, 0, 0, 0)
    _hovered = -1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "canvas")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        # Qt moves the pixels of a scroll only where the widget paints all of itself.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._scale = 100
        self._foot = px(16)
        self._band = QRect()
        self._pressed = QPoint()
        self._shape = self._measure()

    @property
    def shape(self) -> GridShape:
        """Where the cards lie."""
        return self._shape

    @property
    def scale(self) -> int:
        """The size of the cards, in percent of the designed one."""
        return self._scale

    def set_scale(self, percent: int) -> None:
        """Show larger or smaller cards, with the current one still in sight."""
        self._scale = min(SCALES, key=lambda step: abs(step - percent))
        self.doItemsLayout()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def step_scale(self, by: int) -> None:
        """The next larger or smaller size."""
        place = SCALES.index(self._scale) + by
        self.set_scale(SCALES[min(max(place, 0), len(SCALES) - 1)])

    def set_foot(self, height: int) -> None:
        """Leave room under the last row, for the selection bar."""
        self._foot = height
        self.doItemsLayout()

    def rows_in_sight(self) -> range:
        """The rows of the model that can be seen."""
        top = self.verticalOffset()
        lines = self._shape.rows_between(top, top + self.viewport().height())
        columns = self._shape.columns
        return range(lines.start * columns, min(lines.stop * columns, self._shape.count))

    def doItemsLayout(self) -> None:
        self._shape = self._measure()
        self.updateGeometries()
        self.viewport().update()
        self.shown_changed.emit()

    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        bar.setRange(0, max(self._shape.height - height, 0))
        bar.setPageStep(height)
        bar.setSingleStep(max(self._shape.row_pitch // 3, 1))
        bar.setVisible(bar.maximum() > 0)

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        return self._shape.rect(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        place = self._shape.place_at(point + QPoint(0, self.verticalOffset()))
        return QModelIndex() if place is None else self.model().index(place, 0)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return bool(index.column())

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        box = self._shape.rect(index.row())
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = min(bar.value(), box.top() - self._shape.gap)
        bottom = box.bottom() + 1 + self._foot
        wanted = {
            QAbstractItemView.ScrollHint.PositionAtTop: box.top() - self._shape.gap,
            QAbstractItemView.ScrollHint.PositionAtCenter: box.center().y() - height // 2,
        }.get(hint, max(top, bottom - height))
        bar.setValue(wanted)

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

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)
        if not self._band.isNull():
            self.viewport().update()
        self.shown_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)
        self.doItemsLayout()

    def keyboardSearch(self, _typed: str) -> None:
        """Letters are commands here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.check_pressed.emit(self.currentIndex().row())
            return
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

    def _measure(self) -> GridShape:
        pad, gap = px(16), px(12)
        size = card_size(max(self.width(), px(200)), self._scale)
        columns = max((self.width() - 2 * pad + gap) // (size.width() + gap), 1)
        count = self.model_rows()
        return GridShape(size, columns, count, gap, pad, px(2), self._foot)

    def model_rows(self) -> int:
        """How many cards there are; a view may be without a model."""
        model: QAbstractItemModel | None = self.model()
        return 0 if model is None else model.rowCount()

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
