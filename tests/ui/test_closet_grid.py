"""The gallery's view: where cards lie, and how mouse and keyboard go over them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from pytestqt.qtbot import QtBot

from closet_app.ui.closet.card_layout import SCALES
from closet_app.ui.closet.grid_shape import GridShape
from closet_app.ui.closet.grid_view import GridView
from closet_app.ui.closet.model import CardModel, Index
from closet_app.ui.closet.picks import Picks
from closet_app.ui.closet.row_delegate import check_box
from closet_app.ui.widgets.item_card import check_rect, find_rect
from tests.ui.closet_stage import SPEECH, card

KEY, HELD = Qt.Key, Qt.KeyboardModifier
BESIDE_CARDS = QPoint(2, 2)
"""Where the mouse of an earlier test hovers over no card."""
pytestmark = pytest.mark.usefixtures("keeper")


class _Noting(QStyledItemDelegate):
    """Notes which cards are painted."""

    def __init__(self, asked: list[int], parent: GridView) -> None:
        super().__init__(parent)
        self._asked = asked

    def paint(self, _painter: QPainter, _option: QStyleOptionViewItem, index: Index) -> None:
        self._asked.append(index.row())


_SHAPES = st.builds(
    lambda width, height, columns, count, gap: GridShape(
        QSize(width, height), columns, count, gap, 16, 2, 16
    ),
    st.integers(20, 300),
    st.integers(20, 400),
    st.integers(1, 7),
    st.integers(1, 400),
    st.integers(1, 20),
)


@given(_SHAPES, st.data())
def test_a_card_is_found_where_it_lies(shape: GridShape, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, shape.count - 1))
    rect = shape.rect(place)
    assert shape.place_at(rect.center()) == place
    assert shape.place_at(rect.topLeft() - QPoint(1, 1)) != place
    assert rect.bottom() < shape.height


@given(_SHAPES, st.data())
def test_an_area_touches_the_cards_that_meet_it_and_no_others(
    shape: GridShape, data: st.DataObject
) -> None:
    corner = QPoint(data.draw(st.integers(-50, 900)), data.draw(st.integers(-50, 3_000)))
    area = QRect(corner, QSize(data.draw(st.integers(1, 700)), data.draw(st.integers(1, 700))))
    found = {place for run in shape.places_in(area) for place in run}
    assert found == {place for place in range(shape.count) if shape.rect(place).intersects(area)}


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[GridView]:
    made = GridView()
    qtbot.addWidget(made)
    model = CardModel(lambda ids: [card(each) for each in ids], SPEECH, made)
    made.setModel(model)
    made.setSelectionModel(Picks(model, made))
    made.resize(820, 600)
    made.show()
    model.show_ids(list(range(1, 101)))
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    qtbot.mouseMove(made.viewport(), BESIDE_CARDS)
    QApplication.processEvents()
    yield made
    made.hide()


def picks(view: GridView) -> Picks:
    found = view.selectionModel()
    assert isinstance(found, Picks)
    return found


def spot(view: GridView, row: int) -> QPoint:
    rect = view.visualRect(view.model().index(row, 0))
    return QPoint(rect.center().x(), rect.bottom() - 30)


def click(
    qtbot: QtBot, view: GridView, row: int, held: Qt.KeyboardModifier = HELD.NoModifier
) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, spot(view, row))


def test_cards_fill_the_width_at_the_designed_size(view: GridView) -> None:
    shape = view.shape
    assert (shape.columns, shape.count) == (4, 100)
    assert 180 <= shape.card.width() <= 190
    last = shape.rect(3)
    assert 820 - 20 <= last.right() <= 820 - 10


def test_arrows_walk_over_the_cards_and_select(view: GridView, qtbot: QtBot) -> None:
    click(qtbot, view, 0)
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_Left):
        qtbot.keyClick(view, key)
    assert picks(view).rows() == [4]
    qtbot.keyClick(view, KEY.Key_Up, HELD.ShiftModifier)
    assert picks(view).rows() == [0, 1, 2, 3, 4]
    qtbot.keyClick(view, KEY.Key_End)
    assert picks(view).rows() == [99]
    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum()
    qtbot.keyClick(view, KEY.Key_PageUp)
    assert picks(view).rows()[0] < 99
    qtbot.keyClick(view, KEY.Key_Home)
    assert picks(view).rows() == [0]
    assert bar.value() <= view.shape.card.height()


def test_the_first_arrow_selects_the_piece_that_has_the_focus(view: GridView, qtbot: QtBot) -> None:
    view.setCurrentIndex(view.model().index(0, 0))
    view.selectionModel().clearSelection()
    qtbot.keyClick(view, KEY.Key_Right)
    assert picks(view).rows() == [0]
    qtbot.keyClick(view, KEY.Key_Right)
    assert picks(view).rows() == [1]


def test_control_arrows_go_on_and_space_adds_what_they_reach(view: GridView, qtbot: QtBot) -> None:
    click(qtbot, view, 0)
    qtbot.keyClick(view, KEY.Key_Right, HELD.ControlModifier)
    qtbot.keyClick(view, KEY.Key_Right, HELD.ControlModifier)
    pressed: list[int] = []
    view.check_pressed.connect(pressed.append)
    qtbot.keyClick(view, KEY.Key_Space)
    assert pressed == [2]
    assert picks(view).rows() == [0]


def test_control_adds_and_shift_takes_all_between(view: GridView, qtbot: QtBot) -> None:
    click(qtbot, view, 1)
    click(qtbot, view, 6, HELD.ControlModifier)
    assert picks(view).rows() == [1, 6]
    click(qtbot, view, 1)
    click(qtbot, view, 6, HELD.ShiftModifier)
    assert picks(view).rows() == [1, 2, 3, 4, 5, 6]


def test_a_press_between_the_cards_selects_nothing(view: GridView, qtbot: QtBot) -> None:
    click(qtbot, view, 1)
    gap = view.visualRect(view.model().index(0, 0)).topRight() + QPoint(6, 60)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, HELD.NoModifier, gap)
    assert picks(view).rows() == []


def test_the_check_adds_without_letting_go_of_the_rest(view: GridView, qtbot: QtBot) -> None:
    pressed: list[int] = []
    view.check_pressed.connect(pressed.append)
    click(qtbot, view, 1)
    box = check_rect(view.visualRect(view.model().index(2, 0))).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, HELD.NoModifier, box)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, HELD.NoModifier, box)
    assert set(pressed) == {2}
    assert picks(view).rows() == [1]


def test_a_press_where_a_photo_would_be_found_is_told(view: GridView, qtbot: QtBot) -> None:
    found: list[int] = []
    view.find_pressed.connect(found.append)
    spot_of = find_rect(view.visualRect(view.model().index(5, 0))).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, HELD.NoModifier, spot_of)
    assert found == [5]
    assert picks(view).rows() == [5]


def test_a_rubber_band_takes_the_cards_it_touches(view: GridView, qtbot: QtBot) -> None:
    first = view.visualRect(view.model().index(0, 0))
    start = first.topRight() + QPoint(6, 100)
    end = view.visualRect(view.model().index(6, 0)).center()
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(port, left, HELD.NoModifier, start)
    qtbot.mouseMove(port, start + QPoint(30, 30))
    qtbot.mouseMove(port, end)
    assert view.state() == QAbstractItemView.State.DragSelectingState
    view.grab()
    qtbot.mouseRelease(port, left, HELD.NoModifier, end)
    assert picks(view).rows() == [1, 2, 5, 6]


def test_a_double_click_opens(view: GridView, qtbot: QtBot) -> None:
    click(qtbot, view, 3)
    with qtbot.waitSignal(view.doubleClicked) as opened:
        qtbot.mouseDClick(
            view.viewport(), Qt.MouseButton.LeftButton, HELD.NoModifier, spot(view, 3)
        )
    assert opened.args is not None
    assert opened.args[0].row() == 3


def test_letters_are_left_to_the_commands(view: GridView, qtbot: QtBot) -> None:
    click(qtbot, view, 3)
    qtbot.keyClick(view, KEY.Key_P)
    assert picks(view).rows() == [3]


def test_cards_grow_in_steps_and_the_current_one_stays_in_sight(
    view: GridView, qtbot: QtBot
) -> None:
    click(qtbot, view, 7)
    widths = []
    for _ in SCALES:
        view.step_scale(1)
        widths.append(view.shape.card.width())
    assert widths == sorted(widths)
    assert view.scale == SCALES[-1]
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
    view.set_scale(90)
    assert view.scale == 85


def test_the_foot_lets_the_last_card_out_from_under_the_bar(view: GridView) -> None:
    view.set_foot(76)
    view.scrollToBottom()
    last = view.visualRect(view.model().index(99, 0))
    assert view.viewport().height() - last.bottom() >= 70


def test_scrolling_to_a_card_moves_no_more_than_it_must(view: GridView) -> None:
    view.scrollTo(view.model().index(1, 0))
    assert view.verticalScrollBar().value() == 0
    hint = QAbstractItemView.ScrollHint
    view.scrollTo(view.model().index(50, 0), hint.PositionAtTop)
    assert 0 <= view.visualRect(view.model().index(50, 0)).top() <= 20
    view.scrollTo(view.model().index(50, 0), hint.PositionAtCenter)
    middle = view.visualRect(view.model().index(50, 0)).center().y()
    assert abs(middle - view.viewport().height() // 2) <= 2
    assert 50 in view.rows_in_sight()


def test_only_exposed_cards_are_painted_again(view: GridView, qtbot: QtBot) -> None:
    view.grab()
    asked: list[int] = []
    model = view.model()
    assert isinstance(model, CardModel)
    view.setItemDelegate(_Noting(asked, view))
    QApplication.processEvents()
    asked.clear()
    view.viewport().update()
    QApplication.processEvents()
    assert asked == list(view.rows_in_sight())
    asked.clear()
    view.update(model.index(5, 0))
    QApplication.processEvents()
    assert asked == [5]
    asked.clear()
    view.verticalScrollBar().setValue(60)
    QApplication.processEvents()
    assert asked
    assert min(asked) >= 8


def test_a_narrow_view_still_shows_one_column(view: GridView) -> None:
    view.resize(150, 400)
    assert view.shape.columns == 1
    assert view.shape.rect(0).width() > 100


def test_the_check_of_a_row_lies_in_its_cell() -> None:
    cell = QRect(40, 80, 200, 40)
    assert cell.contains(check_box(cell))


def test_a_right_press_chooses_the_card_under_it(view: GridView, qtbot: QtBot) -> None:
    asked: list[QPoint] = []
    view.customContextMenuRequested.connect(asked.append)
    place, right = spot(view, 2), Qt.MouseButton.RightButton
    qtbot.mousePress(view.viewport(), right, HELD.NoModifier, place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    qtbot.mouseRelease(view.viewport(), right, HELD.NoModifier, place)
    assert picks(view).rows() == [2]
    assert asked == [place]
