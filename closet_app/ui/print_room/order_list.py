"""The orders to print at the left: a tick for each, sorted as the seller walks the shelves."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from closet_app.ui.parcels.trouble import say_trouble
from closet_app.ui.print_room.order_rows import RowDelegate, RowModel
from closet_app.ui.print_room.room import Room
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.kept_rows import choose_row
from closet_app.ui.widgets.list_rows import dress_list
from closet_app.ui.widgets.text import Divider, ElidedLabel, PlainLabel
from closet_app.ui.words import say

HEAD = 51


class OrderView(QListView):
    """A list where Space and a click on the tick print an order or leave it out."""

    def __init__(self, room: Room, model: RowModel, thumbs: Thumbs) -> None:
        super().__init__()
        self._room = room
        self._rows = model
        self._delegate = RowDelegate(model, thumbs, self)
        dress_list(self, say("Orders to print"), model, self._delegate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) is Qt.Key.Key_Space:
            self._turn(self.currentIndex())
        elif Qt.Key(event.key()) in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and self._delegate.tick_area(self.visualRect(index)).contains(at):
            self._turn(index)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def _turn(self, index: QModelIndex) -> None:
        order = self._rows.row(index.row())
        if order is not None:
            self._room.tick([order.id], on=not self._room.is_ticked(order.id))


class OrderList(QWidget):
    """Head with the tick of all, the rows, and a word on how they are sorted."""

    def __init__(self, room: Room, thumbs: Thumbs) -> None:
        super().__init__()
        self._room = room
        self._silent = False
        self.setProperty("ground", "canvas")
        self.all = QCheckBox()
        self.title = ElidedLabel(role="section")
        self.count = PlainLabel(role="small", tone="muted")
        self.model = RowModel(room, self)
        self.view = OrderView(room, self.model, thumbs)
        self.foot = PlainLabel(role="small", tone="muted", wrap=True)
        self._build()
        self._connect(thumbs)

    def _build(self) -> None:
        self.all.setAccessibleName(say("Print all orders"))
        head = QWidget()
        head.setProperty("ground", "")
        head.setFixedHeight(px(HEAD))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(14), 0, px(14), 0)
        row.setSpacing(px(8))
        fix(self.all, width=16)
        row.addWidget(self.all)
        row.addWidget(self.title, 1)
        row.addWidget(self.count)
        self.foot.setContentsMargins(px(14), px(10), px(14), px(14))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head)
        rows.addWidget(Divider())
        rows.addWidget(self.view, 1)
        rows.addWidget(self.foot)

    def _connect(self, thumbs: Thumbs) -> None:
        self.all.clicked.connect(self._turn_all)
        self._room.read.connect(self._on_read)
        self._room.turned.connect(self._on_turned)
        self._room.ticked.connect(self._on_ticked)
        thumbs.arrived.connect(self.view.viewport().update)
        self.view.selectionModel().currentChanged.connect(self._on_current)

    def _turn_all(self) -> None:
        every = [each.id for each in self._room.orders]
        self._room.tick(every, on=len(self._room.printed) < len(every))
        self._show_all()

    def _on_read(self) -> None:
        self._silent = True
        self.model.read()
        self._silent = False
        self._show_words()
        self._on_turned()

    def _show_words(self) -> None:
        room = self._room
        is_all = not room.visit.order_ids
        self.title.setText(say("To pack today") if is_all else say("To print"))
        total = len(room.orders)
        self.count.setText(say("{ready} of {total} ready", ready=_ready(room), total=total))
        self.count.setVisible(total > 0)
        self.foot.setText(say("Sorted by ship date, then by bin, so you walk the shelves once."))
        self.foot.setVisible(is_all and total > 1)
        self.all.setVisible(total > 1)
        self._show_all()

    def _show_all(self) -> None:
        """All, none or a dash: for some of them, also where one cannot come out whole."""
        room = self._room
        printed = room.printed
        whole = len(printed) == len(room.orders) and _ready(room) == len(room.orders)
        state = Qt.CheckState.Checked if whole else Qt.CheckState.PartiallyChecked
        self.all.setTristate(True)
        self.all.setCheckState(state if printed else Qt.CheckState.Unchecked)

    def _on_ticked(self) -> None:
        self.model.repaint()
        self._show_all()

    def _on_turned(self) -> None:
        order = self._room.order
        place = self._room.place if order is not None else -1
        self._silent = True
        choose_row(self.view, place)
        self._silent = False

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        order = self.model.row(current.row())
        if order is not None and not self._silent:
            self._room.show(order.id)


def _ready(room: Room) -> int:
    """How many orders nothing speaks against."""
    return sum(not say_trouble(each) for each in room.orders)
