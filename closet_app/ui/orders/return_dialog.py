"""Pieces that came back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout

from closet_app.services import order_steps
from closet_app.services.changed import Changed
from closet_app.services.records import OrderView
from closet_app.ui.desk import Desk
from closet_app.ui.orders.command_form import CommandForm
from closet_app.ui.orders.speech import Speech
from closet_app.ui.orders.ways import returnable
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.choices import CheckRow
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say


class ReturnDialog(CommandForm):
    """Which pieces, and whether they can be sold again."""

    def __init__(self, desk: Desk, view: OrderView, speech: Speech) -> None:
        title = say("What came back of order {number}?", number=view.number)
        super().__init__(desk, title, act=say("Record the return"), keep=say("Leave as is"))
        self._order_id = view.id
        self.checks = {
            line.id: CheckRow(line.title or line.sku, speech.money(line.profit.price))
            for line in returnable(view)
        }
        for row in self.checks.values():
            row.set_checked(True)
            self.body.addWidget(row)
        self.to_stock = QRadioButton(say("Back to stock"))
        self.keep_apart = QRadioButton(say("Keep as returned"))
        self._add_choice()

    def _add_choice(self) -> None:
        group = QButtonGroup(self)
        notes = (
            (self.to_stock, say("It can be sold again; what you paid for it is yours again.")),
            (self.keep_apart, say("It stays in the closet, apart from what you sell.")),
        )
        for button, words in notes:
            group.addButton(button)
            button.setAccessibleDescription(words)
            note = PlainLabel(words, role="small", tone="muted", wrap=True)
            note.setContentsMargins(px(24), 0, 0, 0)
            rows = QVBoxLayout()
            rows.setSpacing(0)
            rows.addWidget(button)
            rows.addWidget(note)
            self.body.addLayout(rows)
        self.to_stock.setChecked(True)

    def chosen(self) -> list[int]:
        """The lines of the pieces that came back."""
        return [line_id for line_id, row in self.checks.items() if row.is_checked()]

    def check(self) -> str:
        return "" if self.chosen() else say("Tick what came back.")

    def work(self) -> Callable[[], Changed]:
        closet, order_id, lines = self.desk.closet, self._order_id, self.chosen()
        to_stock = self.to_stock.isChecked()
        return lambda: order_steps.return_lines(closet, order_id, lines, to_stock=to_stock)
