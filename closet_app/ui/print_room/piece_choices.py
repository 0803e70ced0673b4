"""What slips and item labels alone ask: prices, the invoice, what stands on a label."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.services.prints import PieceKind
from closet_app.ui.print_room.choices import Choice
from closet_app.ui.print_room.room import Room
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.choices import CheckRow, Segment, Segmented
from closet_app.ui.words import say

ORDERED, PRICES, GIFT = "ordered", "prices", "gift"
WISHES: dict[str, bool | None] = {ORDERED: None, PRICES: False, GIFT: True}


class SlipChoices(QWidget):
    """Prices on the slips, or none for gifts; an invoice with its tax lines."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        segments = (
            Segment(ORDERED, say("By order")),
            Segment(PRICES, say("With prices")),
            Segment(GIFT, say("As gifts")),
        )
        self.prices = Segmented(segments, name=say("Prices on the slip"))
        self.invoice = CheckRow(say("Invoice with tax lines"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.prices)
        column.addWidget(self.invoice)
        self.prices.changed.connect(lambda value: room.change(PieceKind.SLIP, gift=WISHES[value]))
        self.invoice.toggled.connect(lambda on: room.change(PieceKind.SLIP, invoice=on))

    def show_choice(self, choice: Choice) -> None:
        """Show what is chosen; only for slips."""
        self.setVisible(choice.kind is PieceKind.SLIP)
        if choice.kind is PieceKind.SLIP:
            value = next(name for name, wish in WISHES.items() if wish is choice.gift)
            self.prices.set_value(value)
            self.invoice.set_checked(choice.invoice)


class LabelChoices(QWidget):
    """What stands on an item label."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.price = CheckRow(say("Asking price"))
        self.bin = CheckRow(say("Bin"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addWidget(self.price)
        column.addWidget(self.bin)
        self.price.toggled.connect(lambda on: room.change(PieceKind.LABEL, with_price=on))
        self.bin.toggled.connect(lambda on: room.change(PieceKind.LABEL, with_bin=on))

    def show_choice(self, choice: Choice) -> None:
        """Show what is chosen; only for item labels."""
        self.setVisible(choice.kind is PieceKind.LABEL)
        self.price.set_checked(choice.with_price)
        self.bin.set_checked(choice.with_bin)
