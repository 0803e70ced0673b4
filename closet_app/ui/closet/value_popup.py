"""All values of a filter, with a line that narrows them down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from closet_app.domain.text import fold
from closet_app.ui.closet.model import Index
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.popups import paint_popup, round_corners
from closet_app.ui.widgets.table_row import paint_text
from closet_app.ui.words import say

VALUE, COUNT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class _CountDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        room = option.rect.adjusted(0, 0, -px(10), 0)
        paint_text(painter, room, str(index.data(COUNT)), "small", "muted", right=True)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(200), px(28))


class ValuePopup(QFrame):
    """Ticks values one by one; `toggled` carries the value pressed. Esc closes."""

    toggled = Signal(str)

    def __init__(
        self,
        title: str,
        values: Sequence[tuple[str, str, int]],
        chosen: Iterable[str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        round_corners(self, 10)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.line = QLineEdit()
        self.line.setPlaceholderText(say("Find in {what}", what=title.lower()))
        self.line.setAccessibleName(self.line.placeholderText())
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(_CountDelegate(self.list))
        self._fill(values, {fold(value) for value in chosen})
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(8), px(8), px(8), px(8))
        rows.addWidget(self.line)
        rows.addWidget(self.list)
        self.resize(px(280), px(360))
        self.line.textEdited.connect(self._narrow)
        self.list.itemClicked.connect(self._flip)
        self.list.itemActivated.connect(self._flip)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_popup(self)

    def open_at(self, point: QPoint) -> None:
        """Show it with the line ready to type into."""
        self.move(point)
        self.show()
        self.line.setFocus()

    def _fill(self, values: Sequence[tuple[str, str, int]], chosen: set[str]) -> None:
        for value, words, count in values:
            item = QListWidgetItem(words)
            item.setData(VALUE, value)
            item.setData(COUNT, count)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            ticked = fold(value) in chosen
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)

    def _narrow(self, typed: str) -> None:
        wanted = fold(typed)
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in fold(item.text()))

    def _flip(self, item: QListWidgetItem) -> None:
        was_on = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if was_on else Qt.CheckState.Checked)
        self.toggled.emit(str(item.data(VALUE)))
