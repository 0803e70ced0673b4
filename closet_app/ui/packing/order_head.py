"""Whose parcel it is, by when it leaves, and what to mind."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.services.records.packing import PackOrder, PullStop
from closet_app.ui.orders.faces import pill_of
from closet_app.ui.orders.speech import Speech
from closet_app.ui.packing.faces import is_due
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.badges import MarketplaceBadge, StatusPill
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.text import ElidedLabel, PlainLabel
from closet_app.ui.words import say, say_many


class OrderHead(QWidget):
    """`opened` asks for the order's own page, `address_wanted` for the buyer's address."""

    opened = Signal()
    address_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = ElidedLabel("", role="page")
        self.day = PlainLabel("", role="body-strong", tone="ink2")
        self._badge = MarketplaceBadge("", "", side=18)
        self._facts = ElidedLabel("", tone="muted")
        self._pill = StatusPill()
        self.open_button = Button(say("Open the order"), "link", pressed=self.opened.emit)
        self.address = Note(
            say("There is no address to send it to."),
            "warn",
            icon="map-pin",
            action=say("Add address"),
        )
        self.refund = Note(
            say("All of the money was given back, and the order is not cancelled."),
            "bad",
            icon="undo-2",
            action=say("Open the order"),
        )
        self.gift = Note(say("A gift: no prices on the slip."), "accent", icon="gift")
        self.wish = Note("", "accent", icon="message-circle")
        self.note = Note("", "info", icon="sticky-note")
        self._build()
        self.refund.acted.connect(self.opened)
        self.address.acted.connect(self.address_wanted)

    def _build(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(px(12))
        first.addWidget(self.name, 1)
        first.addWidget(self.day)
        second = QHBoxLayout()
        second.setSpacing(px(8))
        for part in (self._badge, self._facts, self._pill, self.open_button):
            second.addWidget(part, int(part is self._facts))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(6))
        rows.addLayout(first)
        rows.addLayout(second)
        for note in (self.refund, self.address, self.gift, self.wish, self.note):
            rows.addWidget(note)

    def show_order(self, order: PackOrder, speech: Speech) -> None:
        """Show another order."""
        self.name.setText(order.buyer)
        due = is_due(order, speech)
        self.day.setText(_ship_by(order, speech))
        self.day.set_tone("warn" if due else "ink2")
        place = speech.name(order.marketplace)
        self._badge.show_marketplace(order.marketplace, place)
        self._facts.setText(say("Order {number} on {place}", number=order.number, place=place))
        self._pill.show_status(*pill_of(order.status))
        self.refund.setVisible(order.refunded)
        self.address.setVisible(order.address_missing)
        self.gift.setVisible(order.gift)
        self.gift.say(_gift(order))
        self._say(self.wish, order.buyer_notes, say("What you know of the buyer"))
        self._say(self.note, order.note, say("Your note on the card"))

    def _say(self, note: Note, words: str, title: str) -> None:
        note.setVisible(bool(words))
        note.say(words, title=title)


class StopHead(QWidget):
    """Where to go, and how many pieces are taken there."""

    def __init__(self) -> None:
        super().__init__()
        self.place = ElidedLabel("", role="kpi")
        self.words = PlainLabel("", tone="muted")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(2))
        rows.addWidget(self.place)
        rows.addWidget(self.words)

    def show_stop(self, stop: PullStop, at: int, count: int) -> None:
        """Show the bin that is number `at` of `count`."""
        self.place.setText(stop.bin or say("No bin"))
        left = sum(not each.piece.checked for each in stop.pieces)
        pieces = say_many("{count} piece to pull", "{count} pieces to pull", left)
        pieces = pieces if left else say("All in hand")
        way = say("bin {at} of {count}", at=at, count=count)
        self.words.setText(f"{pieces} · {way}")


def _gift(order: PackOrder) -> str:
    words = say("A gift: no prices on the slip.")
    return f"{words} “{order.gift_message}”" if order.gift_message else words


def _ship_by(order: PackOrder, speech: Speech) -> str:
    if order.ship_by is None:
        return ""
    if order.ship_by == speech.today:
        return say("Ship today")
    day = speech.day(order.ship_by)
    if order.ship_by < speech.today:
        return say("Late: ship by {day}", day=day)
    return say("Ship by {day}", day=day)
