"""Prices on packing slips."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.ui.printing.plan import Part
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.choices import Segment, Segmented
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say

AS_ORDERED, PRICES, GIFT = "ordered", "prices", "gift"
_GIFT = {AS_ORDERED: None, PRICES: False, GIFT: True}


class SlipOptions(QWidget):
    """Prices on the slip, or none for a gift."""

    changed = Signal(str, object)

    def __init__(self, part: Part) -> None:
        super().__init__()
        segments = [
            Segment(PRICES, say("With prices")),
            Segment(GIFT, say("As a gift")),
        ]
        self._several = len(part.request.ids) > 1
        if self._several:
            segments.insert(0, Segment(AS_ORDERED, say("As each order says")))
        self.prices = Segmented(segments, name=say("Prices on the slip"))
        self._explain = PlainLabel("", role="small", tone="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(PlainLabel(say("Prices"), role="section"))
        column.addWidget(self.prices)
        column.addWidget(self._explain)
        self.prices.changed.connect(self._on_chosen)
        self._say(self.prices.value())

    def show_gift(self, gift: bool | None) -> None:
        """Show what a single order says."""
        found = {wish: value for value, wish in _GIFT.items()}.get(gift, PRICES)
        self.prices.set_value(found if self._several or found != AS_ORDERED else PRICES)
        self._say(self.prices.value())

    def _on_chosen(self, value: str) -> None:
        self._say(value)
        self.changed.emit("gift", _GIFT[value])

    def _say(self, value: str) -> None:
        words = {
            AS_ORDERED: say("Slips of gifts show no prices."),
            PRICES: "",
            GIFT: say("No prices and no totals."),
        }[value]
        self._explain.setText(words)
        self._explain.setVisible(bool(words))
