"""What is used up while packing: a card for each supply."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout

from closet_app.services.supplies import supplies
from closet_app.ui.desk import Desk
from closet_app.ui.orders.speech import speech_of
from closet_app.ui.settings.section import Section
from closet_app.ui.settings.supply_card import SupplyCard
from closet_app.ui.settings.supply_dialogs import NewSupplyDialog
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.choices import SwitchField
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say


class SuppliesSection(Section):
    """Archived supplies are shown when asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            say("Supplies"),
            say("Tissue, mailers, ribbon: packing steps count them down from what you bought, "
                "and every order pays what its own cost."),
        )  # fmt: skip
        self.cards: dict[int, SupplyCard] = {}
        self.dialog: QDialog | None = None
        self.nothing = PlainLabel(
            say("No supplies yet. Without them, packing steps cost what you typed there."),
            tone="muted",
            wrap=True,
        )
        self.archived = SwitchField(say("Show archived supplies"))
        self._column = QVBoxLayout()
        self._column.setSpacing(px(12))
        self.side_by_side(Button(say("Add a supply"), icon="plus", pressed=self.add))
        self.body.addWidget(self.nothing)
        self.body.addLayout(self._column)
        self.body.addWidget(self.archived)
        self.archived.changed.connect(lambda _on: self.reload())
        self.reload()

    def reload(self) -> None:
        closet, speech = self.desk.closet, speech_of(self.desk.closet)
        known = supplies(closet, archived=True)
        shown = [each for each in known if self.archived.value() or not each.archived]
        self.nothing.setVisible(not known)
        self.archived.setVisible(any(each.archived for each in known))
        for number in self.cards.keys() - {each.id for each in shown}:
            card = self.cards.pop(number)
            card.hide()
            card.deleteLater()
        for place, supply in enumerate(shown):
            if supply.id not in self.cards:
                self.cards[supply.id] = SupplyCard(self.desk, speech, supply)
                self._column.insertWidget(place, self.cards[supply.id])
            else:
                self.cards[supply.id].show_supply(supply, speech)

    def add(self) -> None:
        """Ask for a new supply."""
        self.dialog = NewSupplyDialog(self.desk)
        self.dialog.open()
