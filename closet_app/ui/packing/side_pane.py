"""The pane at the right: what goes in, what is printed, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from closet_app.domain.status import LineState
from closet_app.services.records.packing import PackOrder
from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.orders.column_scroll import ColumnScroll
from closet_app.ui.orders.speech import Speech
from closet_app.ui.packing.print_card import PrintCard
from closet_app.ui.packing.steps_card import StepsCard
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.frames import Note
from closet_app.ui.words import say

WIDTH = 336


class Foot(QWidget):
    """*Mark packed*, or *Mark shipped* once it is, as the primary button."""

    packed = Signal()
    shipped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pack_button = self._button("packing.packed", say("Mark packed"), self.packed)
        self.ship_button = self._button("packing.shipped", say("Mark shipped"), self.shipped)
        row = QVBoxLayout(self)
        row.setContentsMargins(px(16), px(12), px(16), px(16))
        row.setSpacing(px(8))
        row.addWidget(self.ship_button)
        row.addWidget(self.pack_button)

    def _button(self, action: str, words: str, pressed: SignalInstance) -> Button:
        keys = say_keys(find_action(action).keys[0])
        return Button(words, size="large", keys=keys, pressed=pressed.emit).widen()

    def show_order(self, order: PackOrder) -> None:
        """Offer what comes next for another order."""
        is_packed = order.status is LineState.PACKED
        self.pack_button.setVisible(not is_packed)
        self.pack_button.set_kind("primary")
        self.ship_button.set_kind("primary" if is_packed else "secondary")


class SidePane(QFrame):
    """Cards in a scrolling column with the foot below them."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "canvas")
        self.steps, self.prints, self.foot = StepsCard(), PrintCard(), Foot()
        self.low = Note("", "warn", icon="package-minus", action=say("Supplies"), below=True)
        self.low.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        inside = QWidget()
        inside.setProperty("ground", "")
        column = QVBoxLayout(inside)
        column.setSpacing(px(12))
        column.addWidget(self.steps)
        column.addWidget(self.prints)
        column.addWidget(self.low)
        column.addStretch(1)
        scroll = ColumnScroll()
        scroll.setAccessibleName(say("What goes into the parcel"))
        scroll.hold(inside, QMargins(16, 16, 16, 16))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(scroll, 1)
        rows.addWidget(self.foot)

    def show_low(self, sentences: Sequence[str]) -> None:
        """Name the supplies that should be bought."""
        self.low.say("\n".join(sentences))
        self.low.setVisible(bool(sentences))

    def show_order(self, order: PackOrder, speech: Speech) -> None:
        """Show another order."""
        self.steps.show_order(order, speech)
        self.prints.show_order(order, speech)
        self.foot.show_order(order)
