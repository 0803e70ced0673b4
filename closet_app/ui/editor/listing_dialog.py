"""Where a piece is offered on one marketplace: its link, price and day."""

from __future__ import annotations

from datetime import date

from closet_app.domain.money import Money
from closet_app.errors import ClosetError, InvalidValueError
from closet_app.services import listings
from closet_app.ui.desk import Desk
from closet_app.ui.editor.controls import Talk
from closet_app.ui.editor.sheet import Place, Sheet
from closet_app.ui.widgets.dialogs import FormDialog
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.widgets.value_fields import DateField, MoneyField
from closet_app.ui.words import say
from closet_app.wording import parse_date, parse_money, say_date, say_money


class ListingDialog(FormDialog):
    """One listing; closes once it is written, else says why not."""

    def __init__(self, desk: Desk, talk: Talk, sheet: Sheet, place: Place) -> None:
        name = place.name
        title = say("Listing on {marketplace}", marketplace=name)
        act = say("Save") if place.is_live else say("Mark listed")
        super().__init__(title, act=act, parent=desk.window)
        self._desk, self._sheet, self._place = desk, sheet, place
        manner = talk.manner
        self.link = LineField(say("Link"), empty=say("Paste the link of the listing"))
        self.price: MoneyField[Money] = MoneyField(
            say("Price there"),
            lambda text: parse_money(text, manner.currency, manner.locale),
            lambda amount: say_money(amount, cents="auto", locale=manner.locale),
        )
        self.since = DateField(
            say("Listed since"),
            lambda text: parse_date(
                text, manner.today, day_first=manner.day_first, locale=manner.locale
            ),
            lambda day: say_date(day, manner.today, locale=manner.locale),
        )
        for field in (self.link, self.price, self.since):
            self.body.addWidget(field)
        self._fill(manner.today)

    def _fill(self, today: date) -> None:
        listing = self._place.listing
        live = self._place.is_live
        self.link.set_text(listing.url if listing else "")
        asking = self._sheet.piece.facts.asking
        self.price.set_value(listing.price if listing and live else asking)
        self.since.set_value(listing.since if listing and live else today)

    def submit(self) -> None:
        """Write it; the dialog stays open with a sentence when it cannot be."""
        if not all([self.price.take(), self.since.take()]):
            return
        closet, item_id, place = self._desk.closet, self._sheet.piece.id, self._place.id
        url, price, since = self.link.text, self.price.value(), self.since.value()
        self.show_problem("")
        self._desk.command(
            lambda: listings.set_listing(closet, item_id, place, url=url, price=price, since=since),
            then=lambda _changed: self.accept(),
            failed=self._refuse,
        )

    def _refuse(self, why: ClosetError) -> None:
        if isinstance(why, InvalidValueError) and why.field == "url":
            self.link.set_error(str(why))
        else:
            self.show_problem(str(why))
