"""Cards in rows that fill the width, laid out by arithmetic.

Qt's own icon mode lays out every row anew for each new order and width: 140 ms for 100,000
cards, measured; this view needs none of it. It stays a QListView for screen readers.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from closet_app.ui.closet.grid_shape import GridShape
from closet_app.ui.closet.model import Index
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.item_card import card_size

SCALES = (70, 85, 100, 120, 145, 175)
"""Percent of the designed card that Ctrl + and Ctrl − step through."""
REST = 16
"""Room under the last row while no bar lies over it."""


class CardLayoutView(QListView):
    """Knows where the cards of the model's first column lie, and scrolls over them.

    `shown_changed` tells that other cards may be in sight.
    """

    shown_changed = Signal()

    # Qt asks for the layout while it still makes the view; an override that raised then would
    # lose a reference to itself (PySide 6.11.3) and be gone later.
    _shape = GridShape(QSize(1, 1), 1, 0, 0, 0, 0, 0)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setUniformItemSizes(True)
        # Qt moves the pixels of a scroll only where the widget paints all of itself.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._scale = 100
        self._foot = REST
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
        """Leave so much room, as designed, under the last row for the selection bar."""
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
        bottom = box.bottom() + 1 + self._shape.bottom
        wanted = {
            QAbstractItemView.ScrollHint.PositionAtTop: box.top() - self._shape.gap,
            QAbstractItemView.ScrollHint.PositionAtCenter: box.center().y() - height // 2,
        }.get(hint, max(top, bottom - height))
        bar.setValue(wanted)

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)
        self.shown_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)
        self.doItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.doItemsLayout()

    def _measure(self) -> GridShape:
        pad, gap = px(16), px(12)
        size = card_size(max(self.width(), px(200)), self._scale)
        columns = max((self.width() - 2 * pad + gap) // (size.width() + gap), 1)
        count = self._model_rows()
        return GridShape(size, columns, count, gap, pad, px(2), px(self._foot))

    def _model_rows(self) -> int:
        model: QAbstractItemModel | None = self.model()
        return 0 if model is None else model.rowCount()
