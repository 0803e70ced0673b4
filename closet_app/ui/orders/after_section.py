"""What came after the sale: money given back, pieces come back, and everything that happened."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.services.records import HistoryLine, OrderView, Refund
from closet_app.ui.orders.doors import OrderDoors
from closet_app.ui.orders.speech import Speech
from closet_app.ui.orders.ways import ways_back
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.flow import FlowLayout
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.timeline import HistoryList, HistoryRow
from closet_app.ui.words import say


class AfterSection(QWidget):
    """Refunds with the ways to undo a sale, then the history."""

    def __init__(self, doors: OrderDoors) -> None:
        super().__init__()
        self.refund_button = Button(
            say("Refund…"), size="small", icon="undo-2", pressed=doors.refund
        )
        self.return_button = Button(
            say("Return…"), size="small", icon="package-open", pressed=doors.take_back
        )
        self.cancel_button = Button(
            say("Cancel the order…"), "danger", size="small", icon="x", pressed=doors.cancel
        )
        self._refunds = QVBoxLayout()
        self.history = HistoryList()
        self._build()

    def _build(self) -> None:
        self._refunds.setSpacing(0)
        buttons = FlowLayout(gap=px(8))
        for button in (self.refund_button, self.return_button, self.cancel_button):
            buttons.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(8))
        rows.addWidget(PlainLabel(say("Refunds and returns"), role="section"))
        rows.addLayout(self._refunds)
        rows.addLayout(buttons)
        rows.addSpacing(px(12))
        rows.addWidget(PlainLabel(say("History"), role="section"))
        rows.addWidget(self.history)

    def show_order(self, view: OrderView, history: tuple[HistoryLine, ...], speech: Speech) -> None:
        """Show another order's aftermath."""
        self._show_refunds(view.refunds, speech)
        ways = ways_back(view)
        self.refund_button.setVisible(ways.refund)
        self.return_button.setVisible(ways.take_back)
        self.cancel_button.setVisible(ways.cancel)
        self.history.show_rows(history_rows(history, speech))

    def _show_refunds(self, refunds: tuple[Refund, ...], speech: Speech) -> None:
        while (item := self._refunds.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not refunds:
            words = say("Nothing was given back.")
            self._refunds.addWidget(PlainLabel(words, role="small", tone="muted"))
        for refund in refunds:
            self._refunds.addWidget(_RefundRow(refund, speech))


class _RefundRow(QWidget):
    def __init__(self, refund: Refund, speech: Speech) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(4), 0, px(4))
        row.setSpacing(px(12))
        row.addWidget(PlainLabel(speech.short_day(refund.given_on), tone="muted"))
        row.addWidget(PlainLabel(refund.reason or say("No reason noted"), wrap=True), 1)
        row.addWidget(PlainLabel(speech.signed(-refund.amount), role="body-strong"))


def history_rows(lines: tuple[HistoryLine, ...], speech: Speech) -> list[HistoryRow]:
    """One row for each thing; the same thing done several times in a row is said once."""
    rows = []
    for words, group in groupby(lines, key=lambda line: line.words):
        same = list(group)
        times = say(" ({count} times)", count=len(same)) if len(same) > 1 else ""
        rows.append(HistoryRow(words + times, speech.when(same[0].at)))
    return rows
