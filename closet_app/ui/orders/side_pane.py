"""The pane at the right: buyer, packing, take-downs, parcel, and the next thing to do."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.domain.status import LineState
from closet_app.services.records import OrderView
from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.orders.buyer_card import BuyerCard
from closet_app.ui.orders.column_scroll import ColumnScroll
from closet_app.ui.orders.doors import OrderDoors
from closet_app.ui.orders.packing_card import PackingCard
from closet_app.ui.orders.side_cards import ParcelCard, TakeDownCard
from closet_app.ui.orders.work import OrderWork
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.words import mark, say

WIDTH = 336
NEXT = {
    LineState.SOLD: mark("Mark packed"),
    LineState.PACKED: mark("Mark shipped"),
    LineState.SHIPPED: mark("Mark delivered"),
}
"""What comes next in each state, on the primary button."""


class SideCards(QWidget):
    """The cards one below the other."""

    def __init__(self, work: OrderWork, doors: OrderDoors) -> None:
        super().__init__()
        self.setProperty("ground", "")
        self.buyer = BuyerCard(doors)
        self.packing = PackingCard()
        self.take_downs = TakeDownCard(work)
        self.parcel = ParcelCard(work)
        self._across = QHBoxLayout(self)
        self._columns = (QVBoxLayout(), QVBoxLayout())
        for column in self._columns:
            column.setSpacing(px(12))
            column.addStretch(1)
            self._across.addLayout(column, 1)
        self._beside: bool | None = None
        self.arrange(beside=False)
        self.packing.ticked.connect(work.tick)
        self.packing.printed.connect(doors.print_piece)
        self._work = work

    def arrange(self, *, beside: bool) -> None:
        """One column, or the packing list beside the others."""
        if beside is self._beside:
            return
        self._beside = beside
        cards = (self.buyer, self.packing, self.take_downs, self.parcel)
        others = tuple(card for card in cards if card is not self.packing)
        shares = (others, (self.packing,)) if beside else (cards, ())
        self._across.setSpacing(px(12) if beside else 0)
        self._across.setStretch(1, int(beside))
        for column, share in zip(self._columns, shares, strict=True):
            for place, card in enumerate(share):
                # Taken out by the layout itself: an item that Python keeps alive would go on
                # answering for the card, and its new size would never be asked for.
                for each in self._columns:
                    each.removeWidget(card)
                column.insertWidget(place, card)

    def show_order(self, view: OrderView) -> None:
        """Show another order."""
        speech = self._work.speech
        self.buyer.show_order(view, speech)
        self.packing.show_order(view, speech)
        self.packing.set_open(self._work.can_pack)
        for card in (self.packing, self.parcel):
            card.setVisible(view.cancelled_on is None)
        self.take_downs.show_order(view, speech)
        self.parcel.show_order(view, speech)


class Foot(QWidget):
    """*Print all*, and the next step of the order as the primary button."""

    def __init__(self, doors: OrderDoors) -> None:
        super().__init__()
        keys = say_keys(find_action("orders.mark_packed").keys[0])
        self.print_button = Button(
            say("Print all"), size="large", icon="printer", pressed=doors.print_all
        )
        self.next_button = Button("", "primary", size="large", keys=keys, pressed=doors.advance)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(12), px(16), px(16))
        row.setSpacing(px(8))
        row.addWidget(self.print_button, 10)
        row.addWidget(self.next_button, 14)
        self.print_button.widen()
        self.next_button.widen()

    def show_order(self, view: OrderView) -> None:
        """Offer what comes next for another order."""
        words = NEXT.get(view.status, "")
        self.setVisible(view.cancelled_on is None)
        self.next_button.setVisible(bool(words))
        self.next_button.setText(say(words) if words else "")


class SidePane(QFrame):
    """The cards in a scrolling column with the foot below them."""

    def __init__(self, cards: SideCards, foot: Foot) -> None:
        super().__init__()
        self.setProperty("ground", "canvas")
        self._scroll = ColumnScroll()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(self._scroll, 1)
        self.cards, self.foot = cards, foot
        self.take()

    def take(self) -> None:
        """Show the cards here."""
        self._scroll.hold(self.cards, QMargins(16, 16, 16, 16))
        self._rows.addWidget(self.foot)

    def give(self) -> None:
        """Let the cards be shown elsewhere."""
        self._scroll.takeWidget()
