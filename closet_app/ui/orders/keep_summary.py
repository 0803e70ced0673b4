"""What a sale leaves while it is being typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from closet_app.domain.profit import StepKind
from closet_app.services.order_quotes import OrderQuote
from closet_app.ui.orders.money_words import (
    keep_parts,
    keep_sentence,
    rule_words,
    waterfall_steps,
)
from closet_app.ui.orders.speech import Speech
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.charts import KeepBar
from closet_app.ui.widgets.frames import Card, Note
from closet_app.ui.widgets.text import Divider, PlainLabel
from closet_app.ui.words import say

WIDTH = 264
_RIGHT = Qt.AlignmentFlag.AlignRight


class KeepSummary(Card):
    """“You keep”, its bar, every step, and on which rule the fee rests."""

    def __init__(self, speech: Speech) -> None:
        super().__init__(look="sunken")
        self._speech = speech
        self.keep = PlainLabel("", role="kpi", tone="ok")
        self._bar = KeepBar()
        self._steps = QWidget()
        self._grid = QGridLayout(self._steps)
        self.rule = PlainLabel("", role="small", tone="muted", wrap=True)
        self.doubt = Note("", "warn")
        self._build()

    def _build(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(0, 1)
        top = QVBoxLayout()
        top.setSpacing(px(2))
        top.addWidget(PlainLabel(say("You keep"), role="label", tone="ink2"))
        top.addWidget(self.keep)
        self.body.addLayout(top)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._steps)
        self.body.addWidget(Divider())
        self.body.addWidget(self.rule)
        self.body.addWidget(self.doubt)
        self.body.addStretch(1)
        self.doubt.hide()

    def show_quote(self, quote: OrderQuote, marketplace: str, *, charged: bool) -> None:
        """Show what these amounts leave; `charged` when the fee is known."""
        speech, totals = self._speech, quote.profit.totals
        self.keep.setText(speech.keep(totals.profit))
        self.keep.set_tone("bad" if totals.profit.minor < 0 else "ok")
        self._bar.show_parts(keep_parts(quote.profit), keep_sentence(totals, speech))
        self._show_steps(quote, marketplace)
        self._show_rule(quote, marketplace, charged=charged)

    def show_trouble(self, sentence: str) -> None:
        """Say why nothing can be worked out."""
        self.keep.setText("–")
        self.keep.set_tone("muted")
        self._clear()
        self.rule.setText(sentence)
        self.doubt.hide()

    def _show_steps(self, quote: OrderQuote, marketplace: str) -> None:
        self._clear()
        pieces = len(quote.profit.lines)
        steps = waterfall_steps(quote.steps, marketplace, pieces, self._speech)
        for row, step in enumerate(steps):
            is_keep = step.kind == StepKind.KEEP.value
            role, tone = ("body-strong", "ink") if is_keep else ("body", "ink2")
            self._grid.addWidget(PlainLabel(step.name, role=role, tone=tone), row, 0)
            amount = PlainLabel(step.words, role=role, tone=tone)
            self._grid.addWidget(amount, row, 1, _RIGHT)
        if not quote.profit.totals.cost_known:
            words = say("What you paid is not known, so it counts as nothing.")
            note = PlainLabel(words, role="small", tone="warn", wrap=True)
            self._grid.addWidget(note, len(steps), 0, 1, 2)

    def _show_rule(self, quote: OrderQuote, marketplace: str, *, charged: bool) -> None:
        speech, rule = self._speech, quote.fee.rule
        expected = say("Expected fee {amount}.", amount=speech.money(quote.fee.total))
        self.rule.setText(f"{expected} {rule_words(rule, marketplace, speech)}")
        self.doubt.say(say("This fee rests on facts that are not verified."))
        self.doubt.setVisible(rule.unverified and not charged)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
