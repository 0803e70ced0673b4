"""The rows of an intake: a list with a caret among its photos, worked by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QWidget

from closet_app.services.records import PhotoRef
from closet_app.ui.intake.caret import Caret
from closet_app.ui.intake.hits import Hit, hit_at
from closet_app.ui.intake.model import GroupModel
from closet_app.ui.intake.row_delegate import RowDelegate
from closet_app.ui.intake.speech import say_photo
from closet_app.ui.intake.strip import Strip
from closet_app.ui.words import say

_EXTEND = Qt.KeyboardModifier.ShiftModifier
PAGE = 5
"""Rows that PgDn goes down."""


class IntakeBoard(QListView):
    """`placed` when rows stand elsewhere; `field_pressed` carries the key of a painted field.

    `pointed` carries what the mouse rests on; `dropped` the end of a drag; `peeked` asks for
    the current photo in large. `over` paints above the rows while photos are carried, which
    `escaped` ends.
    """

    placed = Signal()
    field_pressed = Signal(str)
    pointed = Signal(object)
    dropped = Signal(object)
    peeked = Signal()
    escaped = Signal()

    def __init__(
        self,
        model: GroupModel,
        caret: Caret,
        pixmaps: Callable[[PhotoRef, int], QPixmap | None],
        is_missing: Callable[[PhotoRef], bool],
    ) -> None:
        super().__init__()
        self.groups, self.caret = model, caret
        self.delegate = RowDelegate(model, caret, pixmaps, is_missing, self)
        self.over: Callable[[QPainter], object] | None = None
        self._row = -1
        self._told = QTimer(self, singleShot=True, interval=0)
        self._told.timeout.connect(self.placed)
        self._build()
        caret.moved.connect(self._follow)

    def _build(self) -> None:
        self.setModel(self.groups)
        self.setItemDelegate(self.delegate)
        self.setProperty("ground", "canvas")
        self.setAccessibleName(say("Items of this intake"))
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    def row_box(self, row: int) -> QRect:
        """Where a row stands in the view."""
        return self.visualRect(self.groups.index(row))

    def strip(self, row: int) -> Strip:
        """The photos of a row, within the row."""
        return self.delegate.strip(row, self.viewport().width())

    def widen(self, *, more: bool | None = None, sentence: str | None = None) -> None:
        """Open the current row for further fields, or for a sentence under them."""
        wide = self.delegate.wide
        before = (wide.more, bool(wide.sentence))
        wide.more = wide.more if more is None else more
        wide.sentence = wide.sentence if sentence is None else sentence
        if before != (wide.more, bool(wide.sentence)):
            self.lay_out_again()
            self.show_row()

    def lay_out_again(self) -> None:
        """Give every row its height anew, without scrolling."""
        kept = self.verticalScrollBar().value()
        self.doItemsLayout()
        self.verticalScrollBar().setValue(kept)
        self._tell()

    def show_row(self) -> None:
        """Scroll until the current row is seen whole."""
        index = self.groups.index(self.caret.row)
        if index.isValid():
            self.scrollTo(index)

    def _follow(self) -> None:
        """The caret moved: its row is as high as it is open, and seen."""
        if self.caret.row != self._row:
            self._row = self.caret.row
            self.delegate.wide.sentence = ""
            self.setCurrentIndex(self.groups.index(self._row))
            self.lay_out_again()
        self.show_row()
        group = self.caret.group
        if group is not None and group.photos:
            self.setAccessibleDescription(say_photo(group, self.caret.place))
        self.viewport().update()
        self._tell()

    def _tell(self) -> None:
        self._told.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        extends = bool(event.modifiers() & _EXTEND)
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = 1 if key == Qt.Key.Key_Right else -1
            if extends:
                self.caret.extend(self.caret.place + by)
            else:
                self.caret.step(by)
        elif key in _ROWS:
            self.caret.go(self.caret.row + _ROWS[key], self.caret.place)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.caret.go(0 if key == Qt.Key.Key_Home else len(self.groups.groups) - 1)
        elif key == Qt.Key.Key_Space:
            self.peeked.emit()
        elif key == Qt.Key.Key_Escape and (self.over is not None or self.caret.picked):
            self.escaped.emit()
            self.caret.go(self.caret.row, self.caret.place)
        else:
            event.ignore()

    def hit(self, point: QPoint) -> Hit | None:
        """What stands under a point of the view."""
        index = self.indexAt(point)
        if not index.isValid():
            return None
        box = self.visualRect(index)
        return hit_at(index.row(), self.strip(index.row()), box, point)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.over is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.over(painter)
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus(has_focus=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus(has_focus=False)

    def _show_focus(self, *, has_focus: bool) -> None:
        self.delegate.wide.has_focus = has_focus
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.placed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def keyboardSearch(self, _search: str) -> None:
        """Letters are commands here, not the beginnings of rows."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        return QWidget.focusNextPrevChild(self, forward)


_ROWS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -PAGE,
    Qt.Key.Key_PageDown: PAGE,
}
