"""The rows of Intake by mouse: caret, picking, carrying, fields; and how they are laid out."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from closet_app.services import intake
from closet_app.ui.intake.field_table import FURTHER, USUAL
from closet_app.ui.intake.row_shape import RowShape
from closet_app.ui.intake.strip import GAP, OPEN_GAP, lay_out
from closet_app.ui.theme.keeper import ThemeKeeper
from tests.ui.intake_stage import HELD, KEY, Stage, stage

pytestmark = pytest.mark.usefixtures("keeper")

ROWS = (("a1", "a2", "a3"), ("b1", "b2"), tuple(f"c{n}" for n in range(9)))


@pytest.fixture(scope="module")
def shared(keeper: ThemeKeeper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with stage(tmp_path_factory.mktemp("intake") / "closet") as made:
        yield made


@pytest.fixture
def opened(shared: Stage, qtbot: QtBot) -> Iterator[Stage]:
    yield from shared.serve(qtbot, ROWS)


def at(desk: Stage) -> tuple[int, int]:
    caret = desk.page.rows.caret
    return caret.row, caret.place


def names(desk: Stage) -> list[str]:
    ids = desk.page.rows.caret.chosen()
    photos = {photo.ref.id: photo for group in desk.view().groups for photo in group.photos}
    return [photos[each].original_name.removesuffix(".jpg") for each in ids]


def test_a_click_puts_the_caret_on_the_photo(opened: Stage) -> None:
    opened.click(1, 1)

    assert at(opened) == (1, 1)
    assert opened.page.rows.board.hasFocus()


def test_ctrl_and_shift_pick_photos(opened: Stage) -> None:
    opened.click(0, 0)
    opened.click(0, 2, HELD.ShiftModifier)
    assert names(opened) == ["a1", "a2", "a3"]
    opened.click(0, 1, HELD.ControlModifier)
    opened.click(1, 0, HELD.ControlModifier)
    assert names(opened) == ["a1", "a3", "b1"]

    opened.key(KEY.Key_Escape)
    assert names(opened) == ["b1"]


def test_a_click_on_a_painted_field_goes_there(opened: Stage) -> None:
    board = opened.page.rows.board
    box = board.row_box(1)
    shape = RowShape(box.width())
    point = box.topLeft() + shape.field(USUAL[2]).center()
    opened.qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=point)
    opened.settle()

    assert at(opened)[0] == 1
    assert opened.page.rows.live.focused == "size"


def test_a_photo_is_carried_to_another_place_of_its_row(opened: Stage) -> None:
    box = opened.photo_box(0, 2)
    opened.drag(0, 0, QPoint(box.right() + 20, box.center().y()))

    assert opened.laid()[0] == "a2 a3 a1"


def test_a_photo_is_carried_to_another_row(opened: Stage) -> None:
    box = opened.photo_box(1, 1)
    opened.drag(0, 1, QPoint(box.left() - 3, box.center().y()))

    assert opened.laid()[:2] == ["a1 a3", "b1 a2 b2"]
    opened.key(KEY.Key_Z, HELD.ControlModifier)


def test_a_photo_let_go_between_two_rows_is_a_piece_of_its_own(opened: Stage) -> None:
    line = opened.page.rows.board.row_box(1).bottom()
    opened.drag(0, 1, QPoint(300, line))

    assert opened.laid()[:3] == ["a1 a3", "b1 b2", "a2"]


def test_a_photo_let_go_above_all_rows_begins_the_list(opened: Stage) -> None:
    opened.drag(1, 1, QPoint(300, 2))

    assert opened.laid()[:3] == ["b2", "a1 a2 a3", "b1"]


def test_a_photo_put_back_where_it_lay_changes_nothing(opened: Stage) -> None:
    before = opened.view()
    opened.drag(0, 1, opened.photo_box(0, 1).center() + QPoint(20, 4))

    assert opened.view() == before


def test_escape_ends_a_drag(opened: Stage) -> None:
    port = opened.page.rows.board.viewport()
    start = opened.photo_box(0, 1).center()
    opened.qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    opened.carry(port, start + QPoint(60, 90))
    assert opened.page.rows.mouse.drag.is_on
    opened.page.rows.board.grab()
    opened.key(KEY.Key_Escape)
    opened.qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 90))
    opened.settle()

    assert opened.laid()[0] == "a1 a2 a3"


def test_hidden_photos_are_reached_by_keys_and_by_their_tile(opened: Stage) -> None:
    board = opened.page.rows.board
    strip = board.strip(2)
    assert strip.hidden_after == 9 - len(strip.boxes)
    assert strip.after is not None
    point = strip.after.center() + board.row_box(2).topLeft()
    opened.qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=point)
    opened.settle()

    place = at(opened)[1]
    assert place == len(strip.boxes)
    assert place in board.strip(2).boxes
    opened.key(KEY.Key_End)
    assert at(opened) == (2, 0)


def test_space_shows_the_photo_in_large_until_the_next_space(opened: Stage) -> None:
    opened.key(KEY.Key_Space)
    peek = opened.page.rows.large
    assert peek.isVisible()
    assert peek.accessibleDescription() == "Photo 1 of 3, cover, item 1"

    opened.key(KEY.Key_Right)
    assert at(opened) == (0, 1)
    opened.key(KEY.Key_Space)
    assert not peek.isVisible()
    assert opened.page.rows.board.hasFocus()


def test_tooltips_tell_the_file_and_the_state(opened: Stage) -> None:
    board = opened.page.rows.board
    photo = board.hit(opened.photo_box(0, 1).center())
    ring = board.hit(board.row_box(0).topLeft() + RowShape(board.row_box(0).width()).ring.center())
    assert photo is not None
    assert ring is not None

    assert photo.words(board.groups) == "a2.jpg"
    assert ring.words(board.groups).startswith("Item 1, not ready yet")


@pytest.mark.parametrize(
    ("width", "text_size"), [(1440, 100), (1100, 100), (1440, 130), (1100, 130)]
)
def test_fields_and_photos_never_overlap(
    opened: Stage, keeper: ThemeKeeper, width: int, text_size: int
) -> None:
    keeper.set_text_size(text_size)
    opened.window.resize(width, 868)
    opened.settle()
    shape = RowShape(opened.page.rows.board.viewport().width())
    boxes = [shape.field(place) for place in (*USUAL, *FURTHER)]

    assert shape.strip.right() < shape.fields.left()
    strip = opened.page.rows.board.strip(opened.page.rows.caret.row)
    assert all(box.right() <= shape.strip.right() for box in strip.boxes.values())
    assert opened.page.rows.geometry().right() < opened.page.side.geometry().left()
    assert all(shape.fields.left() <= box.left() and box.right() <= shape.width for box in boxes)
    assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)
    live = opened.page.rows.live
    for place in USUAL:
        at_row = live.fields[place.key].line.mapTo(opened.page.rows.board.viewport(), QPoint())
        painted = shape.field(place).topLeft() + opened.page.rows.board.row_box(0).topLeft()
        assert abs(at_row.x() - painted.x()) <= 1
        assert abs(at_row.y() - painted.y()) <= 2


@given(st.integers(1, 40), st.integers(150, 1200), st.integers(0, 39), st.booleans())
def test_the_photo_at_the_caret_is_always_shown(
    count: int, width: int, caret: int, opened: bool
) -> None:
    place = min(caret, count - 1)
    room = QRect(58, 12, width, 100)

    strip = lay_out(count, room, place, opened=opened and place < count - 1)

    assert place in strip.boxes
    assert strip.hidden_before + len(strip.boxes) + strip.hidden_after == count
    lefts = [box.left() for box in strip.boxes.values()]
    gaps = {right - left - 76 for left, right in itertools.pairwise(lefts)}
    assert gaps <= {GAP, OPEN_GAP}
    last = strip.after or list(strip.boxes.values())[-1]
    assert len(strip.boxes) == 1 or last.right() <= room.right()


def test_an_intake_looks_right_in_dark(opened: Stage, keeper: ThemeKeeper) -> None:
    light = opened.page.rows.board.grab().toImage()
    keeper.wear("dark")
    opened.settle()
    dark = opened.page.rows.board.grab().toImage()

    corner = QPoint(4, light.height() - 4)
    assert light.pixelColor(corner).lightness() > 200
    assert dark.pixelColor(corner).lightness() < 60
    inside = opened.photo_box(1, 0).center()
    assert light.pixelColor(inside) == dark.pixelColor(inside)
    assert intake.unfinished(opened.closet)
