"""The Closet page selects: inspector, gallery and table, one piece or many."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from closet_app.ui.closet.browser import Found
from closet_app.ui.closet.head_line import GALLERY, TABLE
from closet_app.ui.widgets.text import PlainLabel
from tests.ui.closet_stage import Stage
from tests.ui.furnished_closet import Furnished, furnished_stage, texts

KEY, HELD = Qt.Key, Qt.KeyboardModifier
pytestmark = pytest.mark.usefixtures("keeper")


@pytest.fixture
def pieces(furnished: Furnished) -> dict[str, int]:
    return furnished.pieces


@pytest.fixture
def desk(furnished: Furnished, tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    with furnished_stage(furnished, tmp_path / "closet", qtbot) as made:
        yield made


def test_one_click_fills_the_inspector(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open()
    desk.click_card(pieces["tee"])
    view = page.inspector.piece
    said = texts(view)
    assert "Breton boatneck tee" in said
    assert "Madewell · M · cream" in said
    assert "What you keep at $34" in said
    assert [said[said.index(name) + 1] for name in ("Number", "Condition", "Listed", "Paid")] == [
        "JL-0001", "Very good", "12 days", "$6.00",
    ]  # fmt: skip
    assert said[said.index("floor") + 1] == "$22"
    assert "Note: tiny pull inside the left cuff" in said
    assert not page.pane.bar.isVisible()
    desk.click_card(pieces["draft"])
    assert "What you keep at $34" not in texts(view)


def test_what_each_marketplace_leaves_is_said_with_its_assumptions(
    desk: Stage, pieces: dict[str, int]
) -> None:
    page = desk.open()
    desk.click_card(pieces["tee"])
    table = page.inspector.piece.keep
    amounts = [words for words in texts(table) if words.startswith("$")]
    assert len(amounts) >= 5
    tips = [label.toolTip() for label in table.findChildren(PlainLabel) if label.toolTip()]
    assert any("Fee rule checked" in tip and "You keep" in tip for tip in tips)


def test_several_pieces_show_their_sums_and_what_they_share(
    desk: Stage, pieces: dict[str, int]
) -> None:
    page = desk.open()
    desk.pick(pieces["tee"], pieces["jacket"])
    said = texts(page.inspector.sums)
    assert said[0] == "2 selected"
    assert said[said.index("Asking") + 1] == "$182"
    assert said[said.index("Bin") + 1] == "B-04"
    assert "Brand" not in said
    assert texts(page.pane.bar)[:2] == ["2 selected", "$182 asking"]
    desk.pick()
    said = texts(page.inspector.sums)
    assert said[0] == "Your closet"
    assert said[said.index("Items") + 1] == "5"


def test_checks_and_control_add_and_escape_lets_go(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open()
    desk.click_card(pieces["tee"])
    desk.click_card(pieces["dress"], HELD.ControlModifier)
    assert page.pane.bar.isVisible()
    corner = page.pane.view.visualRect(page.model.index_of(pieces["coat"])).topLeft()
    desk.click_at(corner + QPoint(16, 16))
    assert page.pane.picks.count() == 3
    desk.key(KEY.Key_Escape)
    assert page.pane.picks.count() == 0
    assert not page.pane.bar.isVisible()
    desk.run("closet.select_all")
    assert page.pane.picks.count() == 5
    page.pane.bar.cleared.emit()
    assert page.pane.picks.count() == 0


def test_one_ticked_piece_brings_the_selection_bar(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open()
    desk.click_card(pieces["tee"])
    assert not page.pane.bar.isVisible()
    desk.key(KEY.Key_Space)
    desk.key(KEY.Key_Space)
    assert page.pane.bar.isVisible()


def test_the_selection_stays_while_the_search_shows_it(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open()
    desk.pick(pieces["tee"], pieces["jacket"])
    desk.search("brand:madewell")
    assert page.pane.picks.ids() == [pieces["tee"]]
    page.pane.head.sorted_by.emit("title")
    desk.search("")
    assert page.pane.picks.ids() == [pieces["tee"]]


def test_the_table_shows_the_same_pieces_and_selection(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open()
    desk.pick(pieces["tee"])
    desk.run("closet.table")
    table = page.pane.table
    assert table.isVisible()
    assert table.model() is page.model
    assert table.currentIndex().row() == page.model.row_of(pieces["tee"])
    check = table.visualRect(page.model.index_of(pieces["coat"])).topLeft() + QPoint(18, 20)
    desk.click_at(check)
    assert set(page.pane.picks.ids()) == {pieces["tee"], pieces["coat"]}
    desk.click_at(table.visualRect(page.model.index(0, 6)).center())
    assert page.pane.picks.rows() == [0]
    desk.key(KEY.Key_Down)
    assert page.pane.picks.rows() == [1]
    desk.key(KEY.Key_Home)
    assert page.pane.picks.rows() == [0]
    table.grab()
    desk.run("closet.gallery")
    assert page.pane.head.view.value() == GALLERY
    assert page.pane.grid.isVisible()


def test_chosen_columns_are_remembered(desk: Stage, pieces: dict[str, int]) -> None:
    page = desk.open()
    page.pane.show_view(TABLE)
    table = page.pane.table
    menu = table.column_menu()
    next(action for action in menu.actions() if action.text() == "Number").trigger()
    next(action for action in menu.actions() if action.text() == "Bin").trigger()
    kept = desk.choices.settings.columns["closet"]
    assert "number" in kept
    assert "bin" not in kept
    assert table.shown == kept
    page.pane.set_columns(("brand",))
    assert table.shown == ("piece", "brand")


def test_a_press_on_a_heading_sorts_and_a_second_one_turns_it_round(
    desk: Stage, pieces: dict[str, int]
) -> None:
    page = desk.open()
    page.pane.show_view(TABLE)
    heads = page.pane.table.horizontalHeader()
    heads.sectionClicked.emit(12)
    desk.settle()
    assert desk.titles()[0] == "Leather moto jacket"
    heads.sectionClicked.emit(12)
    desk.settle()
    assert desk.titles()[0] == "Breton boatneck tee"


def test_everything_selected_stays_selected_through_a_first_page(
    desk: Stage, pieces: dict[str, int]
) -> None:
    page = desk.open()
    desk.run("closet.select_all")
    ids = page.model.ids
    turned = ids[::-1]
    page.pane.show_found(Found(turned[:2], whole=False))
    assert page.pane.picks.ids() == turned[:2]
    page.pane.show_found(Found(turned, whole=True))
    assert page.pane.picks.ids() == turned
    page.pane.show_found(Found(ids[:2], whole=False))
    page.pane.picks.pick(ids[:1], ids[0])
    page.pane.show_found(Found(ids, whole=True))
    assert page.pane.picks.ids() == ids[:1]
