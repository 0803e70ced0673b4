"""An address in parts, in the order and words of its country, or pasted as it came."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.domain.addresses import Address, address_from_text, address_lines
from closet_app.domain.countries import COUNTRIES, country_code
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text_fields import ComboField, LineField, MultiLineField
from closet_app.ui.words import mark, say

REGIONS = {
    **dict.fromkeys(("US", "AU", "BR", "IN", "MX", "MY", "NG"), mark("State")),
    **dict.fromkeys(
        ("CA", "IT", "ES", "CN", "KR", "NL", "AR", "TH", "BE", "ZA", "TR"), mark("Province")
    ),
    **dict.fromkeys(("GB", "IE", "HU", "NO", "SE", "HR"), mark("County")),
    "JP": mark("Prefecture"),
    "AE": mark("Emirate"),
    "CH": mark("Canton"),
    "HK": mark("Territory"),
}  # fmt: skip
"""What a country calls the part between town and country, where it is written."""
CODES = {
    **dict.fromkeys(("US", "PR", "PH"), mark("ZIP code")),
    **dict.fromkeys(("GB", "AU", "NZ", "ZA", "NL"), mark("Postcode")),
    "IE": mark("Eircode"),
    "IN": mark("PIN code"),
    "BR": mark("CEP"),
}
CODE_FIRST = frozenset({
    "DE", "AT", "CH", "LI", "FR", "MC", "BE", "LU", "NL", "DK", "NO", "SE", "FI", "IS", "PT", "PL",
    "CZ", "SK", "SI", "HR", "GR", "EE", "LT", "RO", "BG", "RS", "IT", "ES", "TR", "MX",
})  # fmt: skip
"""Countries that write the postal code before the town."""
PARTS = ("line1", "line2", "city", "region", "postal_code", "country")


class AddressFields(QWidget):
    """Street, town, region, code and country; `edited` on each letter."""

    edited = Signal()

    def __init__(self, home: str) -> None:
        super().__init__()
        self._home = home
        self.pasted = MultiLineField(
            say("Paste an address"), lines=3, empty=say("All lines as they came, without the name")
        )
        self.fill_button = Button(say("Fill in the fields"), size="small", pressed=self.fill)
        self.country = ComboField(say("Country"), _countries(), editable=True)
        self.line1 = LineField(say("Street and number"))
        self.line2 = LineField(say("Apartment, floor, care of"))
        self.city = LineField(say("Town"))
        self.region = LineField("")
        self.postal_code = LineField("")
        self._town = QHBoxLayout()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._town.setSpacing(px(10))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(10))
        rows.addWidget(self.pasted)
        rows.addWidget(self.fill_button)
        for field in (self.country, self.line1, self.line2):
            rows.addWidget(field)
        rows.addLayout(self._town)
        self._arrange()

    def _connect(self) -> None:
        self.country.changed.connect(lambda _value: self._arrange())
        for field in (self.line1, self.line2, self.city, self.region, self.postal_code):
            field.edited.connect(lambda _text: self.edited.emit())

    def show_address(self, address: Address) -> None:
        """Show another address."""
        code = country_code(address.country) or address.country or self._home
        self.country.set_value(code)
        for name in PARTS[:-1]:
            getattr(self, name).set_text(getattr(address, name))
        self._arrange()

    def fill(self) -> None:
        """Put the pasted lines into the fields."""
        text = self.pasted.text.strip()
        if text:
            self.show_address(address_from_text(text, self._country() or self._home))
            self.pasted.set_text("")
            self.edited.emit()

    def parts(self) -> dict[str, str]:
        """The address by part, the country as its code where it is known."""
        texts = {name: getattr(self, name).text for name in PARTS[:-1]}
        return {**texts, "country": self._country()}

    def _country(self) -> str:
        typed = str(self.country.value() or "").strip()
        return country_code(typed) or typed

    def _arrange(self) -> None:
        """Order and name the fields of the town as the country does."""
        code = self._country()
        town = [self.city, self.region, self.postal_code]
        if code in CODE_FIRST:
            town = [self.postal_code, self.city, self.region]
        for field in (self.city, self.region, self.postal_code):
            self._town.removeWidget(field)
        for field in town:
            self._town.addWidget(field, 3 if field is self.city else 2)
        self.region.set_label(say(REGIONS.get(code, mark("Region"))))
        self.postal_code.set_label(say(CODES.get(code, mark("Postal code"))))
        for before, after in pairwise(town):
            self.setTabOrder(before.line, after.line)


def written(address: Address, home: str) -> str:
    """An address as lines without the name, so that it can be typed over."""
    return "\n".join(address_lines(Address(**_nameless(address)), home))


def _nameless(address: Address) -> dict[str, str]:
    return {name: getattr(address, name) for name in PARTS}


def _countries() -> list[tuple[object, str]]:
    return sorted(((code, name) for code, name in COUNTRIES.items()), key=lambda pair: pair[1])
