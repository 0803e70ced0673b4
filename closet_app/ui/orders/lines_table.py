"""The table of an order's pieces."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from closet_app.services.records import OrderLine, OrderView
from closet_app.ui.orders.faces import pieces_heading
from closet_app.ui.orders.lines_model import COLUMNS, Cell, Index, LinesModel
from closet_app.ui.orders.speech import Speech
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import color, px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.table_row import paint_photo, paint_row_ring, paint_text
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say

ROW, SUM_ROW, HEAD = 54, 40, 28
ROOMY, BIN = 480, 1
"""Below this width bins are read from the packing list alone."""
TEXT = 56
"""Where words begin beside the photo."""
PHOTO = (44, 46)
Flag = QStyle.StateFlag


class LinesDelegate(QStyledItemDelegate):
    """Two lines in the first two cells, amounts at the right in the others."""

    def __init__(self, model: LinesModel, thumbs: Thumbs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._thumbs = thumbs

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.line(index.row())
        rect = option.rect
        if line is not None:
            _paint_ground(painter, rect, hover=bool(option.state & Flag.State_MouseOver))
        cell, column = self._model.cell(index.row(), index.column()), COLUMNS[index.column()]
        room = rect.adjusted(px(TEXT), 0, -px(8), 0) if index.column() == 0 else rect
        if line is not None and index.column() == 0:
            self._paint_photo(painter, rect, line)
        _paint_cell(painter, room, cell, right=column.right)
        if line is not None and option.state & Flag.State_HasFocus:
            last = len(COLUMNS) - 1
            paint_row_ring(painter, rect, first=index.column() == 0, last=index.column() == last)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        height = ROW if self._model.line(index.row()) is not None else SUM_ROW
        return QSize(px(COLUMNS[index.column()].width), px(height))

    def _paint_photo(self, painter: QPainter, rect: QRect, line: OrderLine) -> None:
        width, height = px(PHOTO[0]), px(PHOTO[1])
        box = QRect(rect.left(), rect.top() + (rect.height() - height) // 2, width, height)
        pixmap: QPixmap | None = None
        if line.photo is not None:
            ratio = painter.device().devicePixelRatioF()
            pixmap = self._thumbs.get(line.photo, round(height * ratio))
        paint_photo(painter, box, pixmap, radius=px(5))


def _paint_ground(painter: QPainter, rect: QRect, *, hover: bool) -> None:
    if hover:
        painter.fillRect(rect, color("hover"))
    painter.setPen(QPen(color("line"), 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _paint_cell(painter: QPainter, rect: QRect, cell: Cell, *, right: bool) -> None:
    if not cell.below:
        paint_text(painter, rect, cell.words, cell.role, cell.ink, right=right)
        return
    line = px(18)
    upper = QRect(rect.left(), rect.center().y() - line + 1, rect.width(), line)
    paint_text(painter, upper, cell.words, cell.role, cell.ink, right=right)
    paint_text(painter, upper.translated(0, px(17)), cell.below, "small", "muted", right=right)


class _Head(QHeaderView):
    """Headings over the words of their columns."""

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        column = COLUMNS[logicalIndex]
        _paint_ground(painter, rect, hover=False)
        room = rect.adjusted(px(TEXT), 0, 0, 0) if logicalIndex == 0 else rect
        paint_text(painter, room, say(column.heading), "small", "muted", right=column.right)
        painter.restore()


class _Table(QTableView):
    """As high as its rows: the page scrolls, not the table."""

    def sizeHint(self) -> QSize:
        rows = sum(self.rowHeight(row) for row in range(self.model().rowCount()))
        return QSize(px(480), px(HEAD) + rows + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(300), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit()

    def fit(self) -> None:
        """Give the first column what the others leave, and each row its height."""
        narrow = self.viewport().width() < px(ROOMY)
        self.setColumnHidden(BIN, narrow)
        for place, column in enumerate(COLUMNS[1:], 1):
            self.setColumnWidth(place, px(column.width))
        shown = [column for place, column in enumerate(COLUMNS) if place != BIN or not narrow]
        taken = sum(px(column.width) for column in shown)
        self.setColumnWidth(0, max(self.viewport().width() - taken, px(120)))
        self.resizeRowsToContents()
        self.updateGeometry()


class LinesSection(QWidget):
    """Heading, *Add item*, table; `opened` carries the piece to open."""

    opened = Signal(int)

    def __init__(self, thumbs: Thumbs, speech: Speech, add: Callable[[], object]) -> None:
        super().__init__()
        self._thumbs = thumbs
        self._heading = PlainLabel("", role="section")
        self.add_button = Button(say("Add item"), "ghost", size="small", icon="plus", pressed=add)
        self.model = LinesModel(speech, self)
        self.table = _Table()
        self._build()
        self._connect()

    def _build(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(LinesDelegate(self.model, self._thumbs, table))
        table.setAccessibleName(say("Pieces of the order"))
        table.setShowGrid(False)
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        head = _Head(Qt.Orientation.Horizontal)
        table.setHorizontalHeader(head)
        fix(head, height=HEAD)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(px(40))
        head.setHighlightSections(False)
        row = QHBoxLayout()
        row.addWidget(self._heading, 1)
        row.addWidget(self.add_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(4))
        rows.addLayout(row)
        rows.addWidget(table)

    def _connect(self) -> None:
        self._thumbs.arrived.connect(self.table.viewport().update)
        self.table.activated.connect(lambda index: self._open(index.row()))

    def show_order(self, view: OrderView, speech: Speech) -> None:
        """Show another order's pieces."""
        self._heading.setText(pieces_heading(view))
        self.model.show_order(view, speech)
        self.table.fit()
        is_open = view.shipped_on is None and view.cancelled_on is None
        self.add_button.setVisible(is_open)

    def _open(self, row: int) -> None:
        line = self.model.line(row)
        if line is not None and line.item_id is not None:
            self.opened.emit(line.item_id)
