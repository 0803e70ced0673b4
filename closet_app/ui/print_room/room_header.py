"""Above the pages: whose order it is, its note, and the way to the next one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.print_room.room import Room
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.fonts import text_width
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.text import ElidedLabel, PlainLabel
from closet_app.ui.words import say, say_many


class RoomHeader(QWidget):
    """Buyer and order at the left; *Edit note* and steps at the right."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self.title = ElidedLabel(role="section")
        self.facts = ElidedLabel(tone="muted")
        self.edit = Button(say("Edit note"), icon="pencil")
        self.previous = _step("arrow-left", say("Previous order"), "room.previous")
        self.next = _step("arrow-right", say("Next order"), "room.next")
        self.place = PlainLabel(tone="ink2")
        self._build()
        room.read.connect(self.show_order)
        room.turned.connect(self.show_order)

    def _build(self) -> None:
        self.setProperty("ground", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        fix(self, height=56)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), 0, px(20), 0)
        row.setSpacing(px(8))
        row.addWidget(self.title)
        row.addWidget(self.facts, 1)
        row.addWidget(self.edit)
        row.addSpacing(px(14))
        for step in (self.previous, self.place, self.next):
            row.addWidget(step)
        self.previous.clicked.connect(lambda _checked=False: self._room.step(-1))
        self.next.clicked.connect(lambda _checked=False: self._room.step(1))

    def show_order(self) -> None:
        """Name the order that is shown."""
        order, total, place = self._room.order, len(self._room.orders), self._room.place
        if order is None:
            return
        self.title.setText(order.buyer)
        words = say_many(
            "order {number}, {count} item",
            "order {number}, {count} items",
            len(order.pieces),
            number=order.number,
        )
        self.facts.setText(say("{facts}, gift", facts=words) if order.gift else words)
        self.place.setText(say("{number} of {total}", number=place + 1, total=total))
        self.previous.setEnabled(place > 0)
        self.next.setEnabled(place < total - 1)
        for step in (self.previous, self.place, self.next):
            step.setVisible(total > 1)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """A long name is cut before the buttons are; the order's number gives way first."""
        wanted = text_width(self.title.text(), "section") + px(2)
        taken = sum(
            each.sizeHint().width() + px(8)
            for each in (self.edit, self.previous, self.place, self.next)
            if not each.isHidden()
        )
        room = max(px(60), self.width() - taken - px(54))
        self.title.setFixedWidth(min(wanted, room))


def _step(icon: str, name: str, action_id: str) -> IconButton:
    keys = say_keys(find_action(action_id).keys[0])
    return IconButton(icon, name, kind="secondary", keys=keys)
