"""Every fact of a piece in the editor: shown, typed, saved, refused and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from closet_app.domain.fields import FIELDS
from closet_app.domain.item import Condition, Measurement, Ownership
from closet_app.domain.units import Length, Weight
from closet_app.services import items, pieces
from closet_app.ui.editor.color_field import ColorField
from closet_app.ui.editor.form_table import ABOUT, ORIGIN
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.widgets.text_fields import ComboField
from tests.closets import add, usd
from tests.ui.editor_stage import Stage, line_of, stage

pytestmark = pytest.mark.usefixtures("keeper")


TYPED = (
    ("title", "  Breton tee ", "Breton tee"),
    ("brand", "정유나 컬렉션", "정유나 컬렉션"),
    ("material", "100% cotton", "100% cotton"),
    ("style_words", "striped, nautical; casual", ("striped", "nautical", "casual")),
    ("description", "Soft and <b>plain</b>", "Soft and <b>plain</b>"),
    ("acquired_on", "Nov 8", date(2026, 11, 8)),
    ("cost_price", "6.50", usd("6.50")),
    ("cost_tax", "$1", usd(1)),
    ("cost_inbound", "2", usd(2)),
    ("cost_cleaning", "3.25", usd("3.25")),
    ("bin", "B-04", "B-04"),
    ("sku", "JL-0999", "JL-0999"),
    ("quantity", "3", 3),
    ("original_price", "88", usd(88)),
    ("flaws", "Tiny pull inside the left cuff", "Tiny pull inside the left cuff"),
    ("tags", "spring, bundle", ("spring", "bundle")),
    ("notes", "From the blue box", "From the blue box"),
    ("weight", "2 lb 3 oz", Weight.of(35, "oz")),
    ("source", "Goodwill, Alder St", "Goodwill, Alder St"),
    ("asking", "36", usd(36)),
    ("floor", "24.50", usd("24.50")),
    ("keep_at_least", "10", usd(10)),
)
"""What is typed into each field, and what is kept."""


@pytest.fixture(scope="module")
def stand(keeper: ThemeKeeper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with stage(tmp_path_factory.mktemp("editor") / "closet") as made:
        yield made


@pytest.fixture
def desk(stand: Stage, qtbot: QtBot) -> Iterator[Stage]:
    yield from stand.serve(qtbot)


@pytest.fixture
def tee(desk: Stage) -> int:
    item_id = add(desk.closet, brand="Madewell", size="M", colors=("Cream",), floor=usd(22))
    desk.open(item_id)
    return item_id


def combo(desk: Stage, key: str) -> ComboField:
    field = desk.page.view.form.input(key)
    assert field is not None
    assert isinstance(field.box, ComboField)
    return field.box


def offered(desk: Stage, key: str) -> list[str]:
    box = combo(desk, key).box
    return [box.itemText(row) for row in range(box.count())]


def test_every_field_of_a_piece_has_a_control(desk: Stage, tee: int) -> None:
    shown = {field.key for field in desk.page.view.inputs} | {"measurements"}
    assert {field.key for field in FIELDS} - {"other_colors"} <= shown
    assert all(1 <= cell.span <= 12 for cell in (*ABOUT, *ORIGIN))


def test_each_field_is_saved_when_it_is_left(desk: Stage, tee: int) -> None:
    for key, typed, kept in TYPED:
        desk.type(key, typed)
        assert getattr(desk.facts(), key) == kept
        assert desk.page.view.saver.state == "saved"


def test_a_field_is_saved_after_a_pause_without_touching_the_text(desk: Stage, tee: int) -> None:
    desk.type("title", "Breton tee ", leave=False)
    field = desk.page.view.form.input("title")
    assert field is not None
    field.save_quietly()
    desk.settle()
    assert desk.facts().title == "Breton tee"
    assert desk.text("title") == "Breton tee "


def test_typing_starts_the_pause(desk: Stage, tee: int) -> None:
    field = desk.page.view.form.input("brand")
    assert field is not None
    pause = field.findChild(QTimer)
    assert pause is not None
    pause.setInterval(1)
    with desk.qtbot.waitSignal(field.committed) as told:
        desk.type("brand", "Sezane", leave=False)
    assert told.args == ["brand", "Sezane"]


def test_one_field_is_one_step_back(desk: Stage, tee: int) -> None:
    desk.type("bin", "B-04")
    desk.type("material", "Linen")
    desk.desk.undo()
    desk.settle()
    assert (desk.text("material"), desk.text("bin")) == ("", "B-04")
    desk.desk.redo()
    desk.settle()
    assert desk.text("material") == "Linen"


def test_what_is_being_typed_is_not_overwritten(desk: Stage, tee: int) -> None:
    desk.type("title", "Half a ti", leave=False)
    desk.desk.command(lambda: items.edit(desk.closet, [tee], {"title": "Other", "bin": "C-01"}))
    desk.settle()
    assert desk.text("title") == "Half a ti"
    assert desk.text("bin") == "C-01"


def test_a_wrong_amount_is_said_in_place_and_the_text_stays(desk: Stage, tee: int) -> None:
    desk.type("asking", "3x4")
    assert "3x4" in desk.error("asking")
    assert desk.text("asking") == "3x4"
    assert desk.facts().asking == usd(34)
    assert desk.page.view.saver.state == "refused"
    desk.type("asking", "35")
    assert desk.error("asking") == ""
    assert desk.facts().asking == usd(35)


def test_a_number_that_is_taken_is_refused_in_place(desk: Stage, tee: int) -> None:
    other = add(desk.closet, "Other")
    taken = pieces.piece(desk.closet, other).facts.sku
    desk.type("sku", taken)
    assert taken in desk.error("sku")
    assert desk.text("sku") == taken
    assert desk.facts().sku != taken


def test_an_amount_is_shown_as_the_shop_writes_it(desk: Stage, tee: int) -> None:
    assert desk.text("asking") == "$34"
    assert desk.text("cost_price") == "$6.00"
    desk.type("cost_price", "6")
    assert desk.text("cost_price") == "$6.00"


def test_the_cost_adds_up(desk: Stage, tee: int) -> None:
    desk.type("cost_cleaning", "3.50")
    assert desk.text("cost_total") == "$9.50"


def test_the_lists_follow_department_and_category(desk: Stage, tee: int) -> None:
    assert "Tees - Long Sleeve" in offered(desk, "subcategory")
    desk.type("category", "Shoes")
    assert "Sneakers" in "".join(offered(desk, "subcategory"))
    desk.type("department", "mens")
    assert desk.facts().department == "Men"
    assert "Dresses" not in offered(desk, "category")


def test_a_size_brings_its_system_and_any_size_may_be_typed(desk: Stage, tee: int) -> None:
    assert "XS" in offered(desk, "size")
    desk.type("size", "xl")
    assert (desk.facts().size, bool(desk.facts().size_system)) == ("XL", True)
    desk.type("size", "Tiny 3½")
    assert desk.facts().size == "Tiny 3½"


def test_condition_and_ownership_are_chosen(desk: Stage, tee: int) -> None:
    condition = combo(desk, "condition")
    condition.box.setCurrentIndex(condition.box.findData(Condition.VERY_GOOD))
    condition.box.activated.emit(condition.box.currentIndex())
    ownership = combo(desk, "ownership")
    ownership.box.setCurrentIndex(ownership.box.findData(Ownership.PERSONAL))
    ownership.box.activated.emit(ownership.box.currentIndex())
    desk.settle()
    facts = desk.facts()
    assert (facts.condition, facts.ownership) == (Condition.VERY_GOOD, Ownership.PERSONAL)


def test_two_listed_colors_are_kept_and_others_are_free(desk: Stage, tee: int) -> None:
    field = desk.page.view.form.input("colors")
    assert field is not None
    assert isinstance(field.box, ColorField)
    line = line_of(field.box.editor)
    for words in ("red", "Blue", "oxblood stripe"):
        desk.qtbot.keyClicks(line, words)
        desk.qtbot.keyClick(line, Qt.Key.Key_Return)
        desk.settle()
    facts = desk.facts()
    assert facts.colors == ("Cream", "Red")
    assert set(facts.other_colors) == {"Blue", "oxblood stripe"}
    field.box.frame.chips[0].click()
    desk.settle()
    assert desk.facts().colors == ("Red", "Blue")


def test_measures_follow_the_category_and_light_their_line(desk: Stage, tee: int) -> None:
    panel = desk.page.view.form.measures
    assert [field.key for field in panel.inputs][:3] == ["pit_to_pit", "length", "sleeve"]
    desk.type("pit_to_pit", "20 1/2")
    desk.type("length", "25")
    assert desk.facts().measurements == (
        Measurement("pit_to_pit", Length.of("20.5", "in")),
        Measurement("length", Length.of(25, "in")),
    )
    assert panel.drawing.lit == "length"
    desk.type("category", "Shoes")
    keys = [field.key for field in panel.inputs]
    assert keys[0] == "insole"
    assert {"pit_to_pit", "length"} < set(keys)


def test_inches_and_centimetres_show_the_same_length(desk: Stage, tee: int) -> None:
    desk.type("length", "25")
    panel = desk.page.view.form.measures
    panel.units.changed.emit("cm")
    assert desk.text("length") == "63.5"
    desk.type("length", "60")
    assert desk.facts().measurements == (Measurement("length", Length.of(60, "cm")),)


def test_a_rounded_length_is_not_changed_by_passing_through(desk: Stage, tee: int) -> None:
    exact = (Measurement("length", Length.of("63.1", "cm")),)
    items.edit(desk.closet, [tee], {"measurements": exact})
    desk.page.enter(tee)
    field = desk.page.view.form.input("length")
    assert field is not None
    field.box.editor.setFocus()
    desk.page.bar.back.setFocus()
    desk.settle()
    assert desk.facts().measurements == exact


def test_brands_of_the_closet_complete_what_is_typed(desk: Stage, tee: int) -> None:
    field = desk.page.view.form.input("brand")
    assert field is not None
    line = line_of(field.box.editor)
    desk.type("brand", "made", leave=False)
    desk.settle()
    completer = line.completer()  # type: ignore[union-attr]  # a line, not an area
    assert completer is not None
    assert completer.model().index(0, 0).data() == "Madewell"


def test_the_title_counts_its_letters(desk: Stage, tee: int) -> None:
    desk.type("title", "x" * 90, leave=False)
    field = desk.page.view.form.input("title")
    assert field is not None
    words = [label.text() for label in field.box.findChildren(QLabel)]
    assert "90 of 80" in words
