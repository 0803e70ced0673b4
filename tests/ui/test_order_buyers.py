"""The buyer of an order: corrected, named from a pasted address, asked as her country says it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from closet_app.ui.orders.address_fields import AddressFields
from closet_app.ui.orders.buyer_dialog import BuyerDialog
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.widgets.text_fields import LineField
from tests.closets import add, sell
from tests.ui.orders_stage import Stage, stage

pytestmark = pytest.mark.usefixtures("keeper")


@pytest.fixture(scope="module")
def stand(keeper: ThemeKeeper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with stage(tmp_path_factory.mktemp("orders") / "closet") as made:
        yield made


@pytest.fixture
def desk(stand: Stage, qtbot: QtBot) -> Iterator[Stage]:
    yield from stand.serve(qtbot)


def retype(field: LineField, text: str) -> None:
    """Type over a field letter by letter, without leaving it."""
    field.line.setText(text)
    field.edited.emit(text)


def test_a_buyer_is_corrected_where_she_is_shown(desk: Stage) -> None:
    order_id = desk.sell_bundle()
    page = desk.open(order_id)
    page.cards.buyer.edit_button.click()
    dialog = desk.dialog(BuyerDialog)
    assert dialog.address.line1.text == "221 Alder Court"
    dialog.name.line.setText("Renata Okafor-Díaz")
    dialog.address.line2.line.setText("Apt 4")
    dialog.notes.area.setPlainText("Loves kraft ribbon.")
    desk.press("Save", dialog)
    buyer = desk.order(order_id).buyer
    assert buyer is not None
    assert (buyer.name, buyer.address.line2, buyer.notes) == (
        "Renata Okafor-Díaz", "Apt 4", "Loves kraft ribbon.",
    )  # fmt: skip
    assert page.cards.buyer.name.text() == "Renata Okafor-Díaz"


def test_a_buyer_is_named_from_a_pasted_address(desk: Stage) -> None:
    order_id = sell(desk.closet, [add(desk.closet)], ["34"])
    page = desk.open(order_id)
    assert page.cards.buyer.edit_button.text() == "Add buyer"
    page.doors.edit_buyer()
    dialog = desk.dialog(BuyerDialog)
    desk.press("Add buyer", dialog)
    assert dialog.isVisible()
    dialog.handle.line.setText("@hollis")
    dialog.address.pasted.area.setPlainText("Mühlgasse 7\n80331 München\nGermany")
    desk.press("Add buyer", dialog)
    buyer = desk.order(order_id).buyer
    assert buyer is not None
    assert (buyer.handle, buyer.name) == ("hollis", "")
    assert (buyer.address.postal_code, buyer.address.city, buyer.address.country) == (
        "80331", "München", "DE",
    )  # fmt: skip
    assert page.cards.buyer.address.text() == "Mühlgasse 7\n80331 München\nGERMANY"


def test_an_address_is_asked_in_the_words_and_order_of_its_country(desk: Stage) -> None:
    fields = AddressFields("US")
    desk.qtbot.addWidget(fields)
    fields.show()
    desk.qtbot.waitExposed(fields)
    asked = {
        "US": ("State", "ZIP code"),
        "GB": ("County", "Postcode"),
        "JP": ("Prefecture", "Postal code"),
    }
    for country, words in asked.items():
        fields.country.set_value(country)
        fields.country.changed.emit(country)
        assert (fields.region.label, fields.postal_code.label) == words
    desk.qtbot.waitUntil(lambda: fields.city.x() < fields.postal_code.x())
    fields.country.set_value("FR")
    fields.country.changed.emit("FR")
    desk.qtbot.waitUntil(lambda: fields.postal_code.x() < fields.city.x())
    assert fields.parts()["country"] == "FR"
    fields.country.set_value("Atlantis")
    assert fields.parts()["country"] == "Atlantis"
