"""The one model behind gallery and table, and the selection over it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Qt
from pytestqt.modeltest import ModelTester

from closet_app.services.records import Card
from closet_app.ui.closet.columns import COLUMNS, DEFAULT, PLACE, shown_columns
from closet_app.ui.closet.faces import Speech
from closet_app.ui.closet.model import ID_ROLE, CardModel
from closet_app.ui.closet.pages import KEPT, PAGE
from closet_app.ui.closet.picks import Picks, spans
from tests.closets import TODAY
from tests.ui.closet_stage import SPEECH, card

ROLE = Qt.ItemDataRole


class Shelf:
    """Reads cards and notes which were asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.gone: set[int] = set()

    def read(self, ids: Sequence[int]) -> list[Card]:
        self.asked.append(list(ids))
        return [card(each) for each in ids if each not in self.gone]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def model(shelf: Shelf, qapp: QObject) -> CardModel:
    return CardModel(shelf.read, SPEECH)


def test_the_model_keeps_qts_rules(model: CardModel, qtmodeltester: ModelTester) -> None:
    model.show_ids(list(range(1, 30)))
    qtmodeltester.check(model, force_py=True)
    model.show_ids(list(range(1, 60)))
    model.show_ids([5, 3, 8])


def test_a_page_is_read_when_its_first_row_is_looked_at(model: CardModel, shelf: Shelf) -> None:
    model.show_ids(list(range(1, 1001)))
    assert shelf.asked == []
    assert model.card(300) == card(301)
    assert model.card(400) == card(401)
    assert shelf.asked == [list(range(PAGE + 1, 2 * PAGE + 1))]


def test_pages_looked_at_long_ago_are_let_go(model: CardModel, shelf: Shelf) -> None:
    model.show_ids(list(range(1, PAGE * (KEPT + 2))))
    for page in range(KEPT + 1):
        model.card(page * PAGE)
    model.card(0)
    assert len(shelf.asked) == KEPT + 2


def test_a_changed_piece_is_read_again_with_its_page_alone(model: CardModel, shelf: Shelf) -> None:
    model.show_ids(list(range(1, 1001)))
    model.card(0)
    model.card(300)
    model.forget([302, 99_999])
    model.card(0)
    model.card(300)
    assert [asked[0] for asked in shelf.asked] == [1, PAGE + 1, PAGE + 1]


def test_the_rest_of_a_search_is_added_below_the_first_page(model: CardModel) -> None:
    added: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: added.append((first, last)))
    assert model.show_ids([9, 8, 7])
    assert not model.show_ids([9, 8, 7, 6, 5])
    assert not model.show_ids([9, 8, 7, 6, 5])
    assert added == [(3, 4)]
    assert model.row_of(5) == 4
    assert model.row_of(1) is None


def test_another_order_replaces_the_rows(model: CardModel) -> None:
    model.show_ids([9, 8, 7])
    assert model.show_ids([7, 8, 9])
    assert model.card(0) == card(7)


def test_a_piece_that_is_gone_has_no_card_and_says_nothing(model: CardModel, shelf: Shelf) -> None:
    shelf.gone = {8}
    model.show_ids([9, 8])
    assert model.card(1) is None
    assert model.face(1) is None
    assert model.data(model.index(1, 0)) is None
    assert model.data(model.index(1, 0), ID_ROLE) == 8


def test_a_screen_reader_hears_the_whole_card(model: CardModel, qapp: QObject) -> None:
    model.show_ids([1])
    picks = Picks(model, model)
    said = model.data(model.index(0, 0), ROLE.AccessibleTextRole)
    assert said == (
        "Piece 1, Madewell, M, $34, listed 12 days on Poshmark, eBay and Mercari, keep $20.30"
    )
    picks.toggle_row(0)
    said = model.data(model.index(0, 0), ROLE.AccessibleTextRole)
    assert str(said).endswith("keep $20.30, selected")


def test_every_column_says_its_heading_and_its_cells(model: CardModel) -> None:
    model.show_ids([1])
    said = {
        column.id: model.data(model.index(0, PLACE[column.id]), ROLE.DisplayRole)
        for column in COLUMNS
    }
    assert said == {
        "piece": "Piece 1", "number": "JL-0001", "brand": "Madewell", "size": "M",
        "category": "Tops", "condition": "Very good", "status": "Listed 12 d",
        "listed_on": "Poshmark, eBay, Mercari", "age": "12 days", "bin": "B-04", "quantity": "1",
        "paid": "$6.00", "asking": "$34.00", "keep": "$20.30",
    }  # fmt: skip
    headings = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(len(COLUMNS))]
    assert headings == [column.words for column in COLUMNS]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_tooltips_show_markup_letter_by_letter(shelf: Shelf, qapp: QObject) -> None:
    model = CardModel(lambda _ids: [card(1, title="<b>Bold</b>")], SPEECH)
    model.show_ids([1])
    assert model.data(model.index(0, 0), ROLE.ToolTipRole) == "<span>&lt;b&gt;Bold&lt;/b&gt;</span>"


def test_chosen_columns_stand_in_the_tables_order_with_the_piece_first() -> None:
    assert shown_columns(("keep", "bin", "nonsense")) == ("piece", "bin", "keep")
    assert shown_columns(()) == DEFAULT
    assert shown_columns(("nonsense",)) == DEFAULT


def test_the_selection_stays_with_its_pieces_in_another_order(model: CardModel) -> None:
    model.show_ids([1, 2, 3, 4, 5])
    picks = Picks(model, model)
    picks.pick([2, 4, 99], current=4)
    held = picks.hold()
    model.show_ids([5, 4, 3, 1])
    picks.restore(held)
    assert picks.ids() == [4]
    assert picks.current_id() == 4
    assert picks.count() == 1


def test_whole_rows_are_selected_whichever_cell_was_pressed(model: CardModel) -> None:
    model.show_ids([1, 2, 3])
    picks = Picks(model, model)
    picks.select(model.index(1, 4), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert picks.is_row_selected(1)
    assert picks.ids() == [2]
    assert not picks.is_ticked
    picks.toggle_row(2)
    assert picks.ids() == [2, 3]
    assert picks.is_ticked


def test_one_change_of_the_selection_is_told_once(model: CardModel) -> None:
    model.show_ids([1, 2, 3])
    picks = Picks(model, model)
    told: list[int] = []
    picks.picked.connect(lambda: told.append(picks.count()))
    picks.pick([1, 3], current=1)
    assert told == [2]


@given(st.sets(st.integers(0, 60)))
def test_runs_of_rows_cover_exactly_the_rows(rows: set[int]) -> None:
    found = list(spans(sorted(rows)))
    assert {row for first, last in found for row in range(first, last + 1)} == rows
    assert all(later[0] > earlier[1] + 1 for earlier, later in pairwise(found))


def test_another_way_of_speaking_reaches_every_face(model: CardModel) -> None:
    model.show_ids([1])
    face = model.face(0)
    assert face is not None
    assert face.price_text == "$34"
    assert model.face(0) is face
    model.set_speech(Speech("de_DE", TODAY, {}))
    face = model.face(0)
    assert face is not None
    assert face.price_text == "34\xa0$"


def test_the_root_alone_has_rows(model: CardModel) -> None:
    model.show_ids([1])
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
