"""This run: what will come out, what it takes, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from closet_app.services.print_runs import RunPlan, RunRow
from closet_app.ui.orders.speech import Speech
from closet_app.ui.printing.remarks import RemarkRow, Remarks
from closet_app.ui.printing.words import say_count, say_stock
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.frames import Card
from closet_app.ui.widgets.text import Divider, PlainLabel
from closet_app.ui.words import say

Words = tuple[str, str]


class RunBlock(QWidget):
    """One row a kind: “8 packing slips”, “Letter”; below them notes. `grown` asks for room."""

    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "sunken")
        self.rows: list[Words] = []
        self.heading = PlainLabel(say("This run"), role="label-strong")
        self.card = Card(pad=14)
        self.card.body.setSpacing(px(8))
        self.remarks = Remarks()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(9))
        column.addWidget(self.heading)
        column.addWidget(self.card)
        column.addWidget(self.remarks)
        column.addStretch(1)

    def show_plan(self, plan: RunPlan | None, speech: Speech) -> None:
        """Say what `plan` brings; nothing where there is none yet."""
        rows = [] if plan is None else plan_words(plan, speech)
        if rows == self.rows:
            return
        self.rows = rows
        body = self.card.body
        while (item := body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, words in enumerate(rows):
            if place:
                body.addWidget(Divider())
            body.addWidget(_row(*words))
        self.card.setVisible(bool(rows))
        self.grown.emit()

    def say(self, rows: Sequence[RemarkRow]) -> None:
        """Say what is left out, not as meant, or stopped."""
        before = self.remarks.words
        self.remarks.say(rows)
        if self.remarks.words != before:
            self.grown.emit()


def plan_words(plan: RunPlan, speech: Speech) -> list[Words]:
    """Every row of the card as its two sides."""
    rows = [(say_count(row.kind, row.pieces), _stock(row)) for row in plan.rows if row.pieces]
    if not rows:
        return [(say("Nothing to print."), "")]
    about = say("about {amount}", amount=speech.money(plan.cost))
    return [*rows, (say("Ink and paper"), about)]


def _stock(row: RunRow) -> str:
    return say_stock(row.stock, pages=row.pages, sides=row.sides, short=True)


def _row(left: str, right: str) -> QWidget:
    whole = QWidget()
    whole.setProperty("ground", "")
    count = PlainLabel(left)
    count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    stock = PlainLabel(right, tone="muted", wrap=True)
    stock.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(8))
    row.addWidget(count)
    row.addWidget(stock, 1)
    return whole
