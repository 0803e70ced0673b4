"""The amounts of a sale as a form: discount, shipping, whose label, costs, tax, fee."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from closet_app.domain.money import Money
from closet_app.errors import UserError
from closet_app.ui.orders.speech import Speech
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.value_fields import MoneyField
from closet_app.ui.words import mark, say

Amount = Money | None
AMOUNTS = {
    "discount": mark("Discount"),
    "shipping": mark("Shipping charged"),
    "postage": mark("Postage"),
    "supplies": mark("Supplies"),
    "tax": mark("Tax the buyer paid"),
    "fee_charged": mark("Fee charged"),
}
"""Every amount of an order but the prices, in the order of the form."""
FOLLOWING = ("shipping", "postage", "supplies", "tax")
"""Amounts that follow the marketplace's defaults until the seller types her own."""
PLATFORM = mark(
    "The marketplace sends the label. "
    "What the buyer paid for shipping goes to the carrier, not to you."
)
OWN = mark(
    "You buy the label. "
    "What the buyer paid for shipping is paid out to you, and postage is yours to pay."
)


class AmountFields(QWidget):
    """`edited` on each letter; `values` answers what can be read of it."""

    edited = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self.fields: dict[str, MoneyField[Money]] = {
            key: MoneyField(say(words), speech.read_amount, speech.money)
            for key, words in AMOUNTS.items()
        }
        self.touched: set[str] = set()
        self.platform_label = QRadioButton(say("The marketplace’s label"))
        self.own_label = QRadioButton(say("My own label"))
        self._label_note = PlainLabel("", role="small", tone="muted", wrap=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.fields["fee_charged"].line.setPlaceholderText(say("not known yet"))
        group = QButtonGroup(self)
        labels = QVBoxLayout()
        labels.setSpacing(0)
        labels.addWidget(PlainLabel(say("Whose shipping label"), role="label", tone="ink2"))
        for button in (self.platform_label, self.own_label):
            group.addButton(button)
            labels.addWidget(button)
        labels.addWidget(self._label_note)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(10))
        places = {
            "discount": 0,
            "shipping": 0,
            "postage": 2,
            "supplies": 2,
            "tax": 3,
            "fee_charged": 3,
        }
        for at, (key, row) in enumerate(places.items()):
            grid.addWidget(self.fields[key], row, at % 2)
        grid.addLayout(labels, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        for key, field in self.fields.items():
            field.edited.connect(lambda _text, key=key: self._on_edited(key))
        self.own_label.toggled.connect(lambda _on: self._on_label())
        self.own_label.clicked.connect(lambda: self.touched.add("own_label"))
        self.platform_label.clicked.connect(lambda: self.touched.add("own_label"))

    def show_amounts(self, amounts: Mapping[str, Amount], *, own_label: bool) -> None:
        """Show amounts by key; keys that are missing stay as they are."""
        for key, amount in amounts.items():
            is_nothing = amount is None or (not amount and key != "fee_charged")
            self.fields[key].set_value(None if is_nothing else amount)
        chosen = self.own_label if own_label else self.platform_label
        chosen.setChecked(True)
        self._say_label()

    def values(self) -> dict[str, Amount]:
        """Every amount as it stands, the last right one where a field cannot be read."""
        currency = self._speech.manner.currency
        found = {key: typed(field, self._speech) for key, field in self.fields.items()}
        return {
            key: amount if key == "fee_charged" else amount or Money.zero(currency)
            for key, amount in found.items()
        }

    @property
    def is_own_label(self) -> bool:
        """Whether the seller buys the label."""
        return self.own_label.isChecked()

    def _on_edited(self, key: str) -> None:
        self.touched.add(key)
        self.edited.emit()

    def _on_label(self) -> None:
        self._say_label()
        self.edited.emit()

    def _say_label(self) -> None:
        self._label_note.setText(say(OWN if self.is_own_label else PLATFORM))


def typed(field: MoneyField[Money], speech: Speech) -> Amount:
    """What is being typed into a field, its last right value while it cannot be read."""
    text = field.text.strip()
    if not text:
        return None
    try:
        return speech.read_amount(text)
    except UserError:
        return field.value()
