"""A layout of twelve columns that flows on to the next row, and to fewer columns when narrow."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from closet_app.ui.theme.shades import px

COLUMNS = 12
GAP, ROW_GAP = 12, 12
LEAST = 160
NARROW = 400
"""Below this width the cells of the form stand in pairs."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where one cell stands: its first column, how many, and its row."""

    column: int
    span: int
    row: int


def place(spans: list[int], *, narrow: bool) -> list[Placed]:
    """The cells in reading order; narrow, they stand in pairs, and what stands alone is whole."""
    found: list[Placed] = []
    column = row = 0
    for span in spans:
        wide = _narrow_span(span) if narrow else span
        if column + wide > COLUMNS:
            column, row = 0, row + 1
        found.append(Placed(column, wide, row))
        column += wide
    return [_filled(each, found) for each in found] if narrow else found


def _narrow_span(span: int) -> int:
    return COLUMNS // 2 if span * 2 <= COLUMNS else COLUMNS


def _filled(each: Placed, cells: list[Placed]) -> Placed:
    last = max(cell.column for cell in cells if cell.row == each.row) == each.column
    return replace(each, span=COLUMNS - each.column) if last else each


class SpanLayout(QLayout):
    """Cells of one row share its top; a row is as high as its highest cell."""

    def __init__(self, parent: QWidget | None = None, *, narrow: int = NARROW) -> None:
        super().__init__(parent)
        self._narrow = narrow
        self._items: list[QLayoutItem] = []
        self._spans: list[int] = []
        self._heights: dict[tuple[int, int], int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, span: int) -> None:
        """Put `widget` after the others, `span` columns wide."""
        self.addChildWidget(widget)
        self._items.append(QWidgetItem(widget))
        self._spans.append(span)
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._spans.append(COLUMNS)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self._spans.pop(index)
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """Asked for some ten times while a page is laid out: worked out once until cells change."""
        key = (width, px(COLUMNS * GAP))
        if key not in self._heights:
            self._heights[key] = self._arrange(QRect(0, 0, width, 0), apply=False)
        return self._heights[key]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, apply=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        return QSize(px(LEAST), self.heightForWidth(px(max(self._narrow, LEAST))))

    def _arrange(self, rect: QRect, *, apply: bool) -> int:
        shown = [at for at, item in enumerate(self._items) if not item.isEmpty()]
        places = place([self._spans[at] for at in shown], narrow=rect.width() < px(self._narrow))
        boxes = [self._across(rect, each) for each in places]
        tops, bottom = self._rows(shown, places, boxes)
        if apply:
            for at, box, each in zip(shown, boxes, places, strict=True):
                height = _height(self._items[at], box.width())
                top = rect.top() + tops[each.row]
                _put(self._items[at], QRect(box.left(), top, box.width(), height))
        return bottom

    def _across(self, rect: QRect, each: Placed) -> QRect:
        gap = px(GAP)
        unit = (rect.width() + gap) / COLUMNS
        left = round(each.column * unit)
        right = round((each.column + each.span) * unit) - gap
        return QRect(rect.left() + left, rect.top(), right - left, 0)

    def _rows(
        self, shown: list[int], places: list[Placed], boxes: list[QRect]
    ) -> tuple[list[int], int]:
        heights = [0] * (places[-1].row + 1 if places else 0)
        for at, each, box in zip(shown, places, boxes, strict=True):
            heights[each.row] = max(heights[each.row], _height(self._items[at], box.width()))
        tops, top = [], 0
        for height in heights:
            tops.append(top)
            top += height + px(ROW_GAP)
        return tops, max(top - px(ROW_GAP), 0)


def _put(item: QLayoutItem, box: QRect) -> None:
    """An item would keep its widget to its hint, which knows nothing of wrapped words."""
    widget = item.widget()
    if widget is not None:
        widget.setGeometry(box)
    else:
        item.setGeometry(box)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
