"""Where the money of an order went."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.domain.status import LineState
from closet_app.services.records import OrderView
from closet_app.ui.orders.money_words import share_words, waterfall_steps
from closet_app.ui.orders.speech import Speech
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.charts import WaterfallChart
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.text import ElidedLabel, PlainLabel
from closet_app.ui.words import say


class MoneySection(QWidget):
    """Heading, share, waterfall, and what the numbers still lack."""

    def __init__(self, edit: Callable[[], object]) -> None:
        super().__init__()
        self.share = ElidedLabel("", tone="muted")
        self.chart = WaterfallChart()
        self.note = Note("", "warn")
        self.edit_button = Button(say("Edit amounts"), "link", pressed=edit)
        self._nothing = PlainLabel(say("The order was cancelled, so no money moved."), tone="muted")
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(PlainLabel(say("Where the money went"), role="section"))
        row.addWidget(self.share, 1)
        row.addWidget(self.edit_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(6))
        rows.addLayout(row)
        rows.addWidget(self._nothing)
        rows.addWidget(self.chart)
        rows.addWidget(self.note)

    def show_order(self, view: OrderView, speech: Speech) -> None:
        """Show another order's money."""
        is_off = view.status is LineState.CANCELLED
        self._nothing.setVisible(is_off)
        self.chart.setVisible(not is_off)
        self.edit_button.setVisible(not is_off)
        pieces = len(view.lines)
        self.share.setText(share_words(view, speech))
        self.chart.show_steps(waterfall_steps(view.steps, view.marketplace, pieces, speech))
        doubts = doubts_of(view)
        self.note.say(doubts)
        self.note.setVisible(bool(doubts))


def doubts_of(view: OrderView) -> str:
    """What keeps the number from being certain; empty when nothing does."""
    sentences = []
    if view.fee_charged is None and view.fee_unverified and not view.cancelled_on:
        words = say("The fee is expected by a rule that is not verified.")
        sentences.append(words)
    unknown = [line.sku for line in view.lines if not line.cost_known]
    if unknown:
        named = ", ".join(unknown)
        sentences.append(say("What you paid is not known for {numbers}.", numbers=named))
    return " ".join(sentences)
