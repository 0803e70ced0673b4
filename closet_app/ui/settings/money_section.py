"""Country, money and units."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from closet_app.domain.progress import Progress
from closet_app.services.shop import shop
from closet_app.ui.desk import Desk
from closet_app.ui.settings.section import Section
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import ComboField, LineField
from closet_app.ui.words import mark, say
from closet_app.wording import (
    country_choices,
    locale_of,
    say_country_money,
    say_currency,
    say_currency_sign,
)

UNITS = {
    "imperial": mark("Inches, pounds and ounces"),
    "metric": mark("Centimetres and kilograms"),
    "mixed": mark("Inches and kilograms"),
}


class MoneySection(Section):
    """The currency is fixed; country and units can change."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, say("Money and units"))
        own = shop(desk.closet)
        self.country = ComboField(
            say("Country"), [(own.country, say_country_money(own.country))],
            hint=say("address form and dates"),
        )  # fmt: skip
        self.units = ComboField(say("Units"), [(key, say(words)) for key, words in UNITS.items()])
        self.currency = LineField(say("Currency"))
        self.currency.line.setReadOnly(True)
        self.currency.line.setEnabled(False)
        self.grid((self.country, 6), (self.units, 6))
        self.grid((self.currency, 6), (QWidget(), 6))
        why = say(
            "The currency stays as it is: every price, cost and fee of this closet is counted "
            "in it. For another currency, start another closet."
        )
        self.body.addWidget(PlainLabel(why, role="small", tone="muted", wrap=True))
        self.country.changed.connect(self._on_country)
        self.units.changed.connect(lambda units: self.save(self.units, units=units))
        desk.jobs.run(_choices, owner=self, done=self.country.set_options)
        self.reload()

    def reload(self) -> None:
        own = shop(self.desk.closet)
        _show(self.country, own.country)
        _show(self.units, own.units)
        sign, name = say_currency_sign(own.currency), say_currency(own.currency)
        self.currency.set_text(f"{name}, {sign}")

    def _on_country(self, country: object) -> None:
        code = str(country)
        self.save(self.country, country=code, locale=locale_of(code))


def _show(field: ComboField, value: object) -> None:
    if not field.editor.hasFocus() or field.value() != value:
        field.set_value(value)


def _choices(_progress: Progress) -> tuple[tuple[str, str], ...]:
    return country_choices()
