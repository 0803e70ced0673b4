"""Who bought: name, handle, address and what to remember."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from closet_app.services import buyers
from closet_app.services.card_text_book import languages, suggested_language
from closet_app.services.card_texts import language_of
from closet_app.services.changed import Changed
from closet_app.services.order_views import order
from closet_app.services.records import OrderView
from closet_app.services.shop import shop
from closet_app.ui.desk import Desk
from closet_app.ui.orders.address_fields import AddressFields
from closet_app.ui.orders.command_form import CommandForm
from closet_app.ui.orders.speech import Speech, speech_of
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text_fields import ComboField, LineField, MultiLineField
from closet_app.ui.words import say


class BuyerDialog(CommandForm):
    """Corrects the buyer of an order, or names one where there was none."""

    def __init__(self, desk: Desk, view: OrderView, speech: Speech) -> None:
        title = say("Edit buyer") if view.buyer else say("Add buyer")
        act = say("Save") if view.buyer else say("Add buyer")
        super().__init__(desk, title, act=act, keep=say("Leave as is"), width=480)
        self._order_id = view.id
        self._buyer = view.buyer
        self.name = LineField(say("Name"))
        self.handle = LineField(say("Handle"))
        self.address = AddressFields(speech.home)
        self.language = ComboField(say("Language of the cards"), self._languages())
        self.notes = MultiLineField(say("Notes"), lines=2, empty=say("What to remember"))
        names = QHBoxLayout()
        names.setSpacing(px(10))
        names.addWidget(self.name, 3)
        names.addWidget(self.handle, 2)
        self.body.addLayout(names)
        self.body.addWidget(self.address)
        more = QHBoxLayout()
        more.setSpacing(px(10))
        more.addWidget(self.notes, 3)
        more.addWidget(self.language, 2, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(more)
        self._show()
        self._suggest_language()
        self.address.country.changed.connect(lambda _country: self._suggest_language())
        self.address.edited.connect(self._suggest_language)
        self.language.changed.connect(lambda _language: self.language.suggest(""))

    def _show(self) -> None:
        if self._buyer is not None:
            self.name.set_text(self._buyer.name)
            self.handle.set_text(self._buyer.handle)
            self.address.show_address(self._buyer.address)
            self.notes.set_text(self._buyer.notes)
        self.language.set_value(self._buyer.language if self._buyer is not None else "")
        self.name.line.setFocus()

    def _languages(self) -> list[tuple[object, str]]:
        return [("", say("The shop’s own")), *languages(self.desk.closet)]

    def _suggest_language(self) -> None:
        """Offer what most of the country reads; it counts only once it is taken."""
        closet, names = self.desk.closet, dict(languages(self.desk.closet))
        guessed = suggested_language(self.address.parts()["country"])
        if self.language.value():
            return
        is_other = guessed in names and guessed != language_of(shop(closet))
        self.language.set_value(None if is_other else "")
        self.language.suggest(names[guessed] if is_other else "")

    def check(self) -> str:
        self.address.fill()
        if not (self.name.text.strip() or self.handle.text.strip()):
            return say("Type a name or a handle.")
        return ""

    def work(self) -> Callable[[], Changed]:
        closet, order_id = self.desk.closet, self._order_id
        fields = {
            "name": self.name.text,
            "handle": self.handle.text.strip().removeprefix("@"),
            "notes": self.notes.text,
            "language": str(self.language.value() or ""),
            **self.address.parts(),
        }
        if self._buyer is None:
            return lambda: buyers.add_buyer(closet, order_id, **fields)
        buyer_id = self._buyer.id
        return lambda: buyers.edit_buyer(closet, buyer_id, **fields)


def open_buyer(desk: Desk, order_id: int, over: QWidget) -> BuyerDialog:
    """Edit the buyer of an order above another dialog."""
    dialog = BuyerDialog(desk, order(desk.closet, order_id), speech_of(desk.closet))
    dialog.setParent(over, dialog.windowFlags())
    dialog.open()
    return dialog
