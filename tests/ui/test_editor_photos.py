"""The photo board: brought in, ordered, turned, left out and taken off, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from closet_app.services.records import Photo
from closet_app.ui.editor.board import PhotoBoard
from closet_app.ui.editor.board_places import board_height, boxes, nearest, step
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.widgets.buttons import Button, IconButton
from tests.closets import add
from tests.ui.editor_stage import Stage, add_with_photos, pictures, stage

pytestmark = pytest.mark.usefixtures("keeper")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def stand(keeper: ThemeKeeper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with stage(tmp_path_factory.mktemp("editor") / "closet") as made:
        yield made


@pytest.fixture
def desk(stand: Stage, qtbot: QtBot) -> Iterator[Stage]:
    yield from stand.serve(qtbot)


@pytest.fixture
def board(desk: Stage, tmp_path: Path) -> PhotoBoard:
    desk.open(add_with_photos(desk.closet, tmp_path, 4))
    return desk.page.view.photos.board


def order(desk: Stage) -> list[int]:
    """The photos as they are stored, by the number in their file's name."""
    return [number(photo) for photo in desk.piece().photos]


def number(photo: Photo) -> int:
    return int(Path(photo.original_name).stem.rpartition("-")[2])


def focus(desk: Stage, board: PhotoBoard, place: int) -> QWidget:
    tile = board.tiles[place]
    tile.setFocus()
    desk.qtbot.waitUntil(tile.hasFocus)
    return tile


def drop(target: QWidget, data: QMimeData) -> None:
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    )
    target.dropEvent(event)


def run(desk: Stage, action: str) -> None:
    desk.desk.actions.action(action).trigger()
    desk.settle()


def test_photos_are_numbered_and_the_first_is_the_cover(desk: Stage, board: PhotoBoard) -> None:
    assert [tile.face.number for tile in board.tiles] == [1, 2, 3, 4]
    assert [tile.accessibleName() for tile in board.tiles][:2] == ["Photo 1, cover", "Photo 2"]
    cover, second = board.tiles[0], board.tiles[1]
    assert cover.width() == 2 * second.width() + 8
    desk.qtbot.waitUntil(lambda: all(tile.face.pixmap is not None for tile in board.tiles))


def test_photos_chosen_in_the_dialog_are_added(desk: Stage, tmp_path: Path) -> None:
    desk.open(add(desk.closet))
    assert desk.page.view.photos.board.isHidden()
    desk.answers.files = pictures(tmp_path, 2)
    desk.page.view.photos.choose()
    desk.settle()
    assert order(desk) == [0, 1]
    assert not desk.page.view.photos.board.isHidden()


def test_files_dropped_on_the_board_or_beside_it_are_added(desk: Stage, tmp_path: Path) -> None:
    desk.open(add(desk.closet))
    first, second = pictures(tmp_path, 2)
    for target, file in ((desk.page.view.photos, first), (desk.page.view, second)):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        drop(target, data)
        desk.settle()
    assert order(desk) == [0, 1]


def test_a_broken_file_is_named_and_the_others_are_added(desk: Stage, tmp_path: Path) -> None:
    desk.open(add(desk.closet))
    broken = tmp_path / "IMG_2231.jpg"
    broken.write_bytes(b"\xff\xd8\xff not a photo")
    desk.page.view.photos.commands.add_files([*pictures(tmp_path, 1), broken])
    desk.settle()
    assert order(desk) == [0]
    told = desk.window.toasts.shown
    assert told is not None
    assert "IMG_2231.jpg" in told.accessibleName()


def test_a_copied_picture_is_pasted_as_a_photo(desk: Stage) -> None:
    desk.open(add(desk.closet))
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(image)
    run(desk, "photos.paste")
    assert [(photo.width, photo.height) for photo in desk.piece().photos] == [(40, 30)]
    QGuiApplication.clipboard().setText("no picture")
    run(desk, "photos.paste")
    assert len(desk.piece().photos) == 1


def test_alt_and_an_arrow_move_a_photo_and_keep_the_keyboard_on_it(
    desk: Stage, board: PhotoBoard
) -> None:
    tile = focus(desk, board, 1)
    desk.qtbot.keyClick(tile, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    assert order(desk) == [0, 2, 1, 3]
    assert tile.hasFocus()
    desk.desk.undo()
    desk.settle()
    assert order(desk) == [0, 1, 2, 3]


def test_arrows_go_from_photo_to_photo_and_tab_reaches_one(desk: Stage, board: PhotoBoard) -> None:
    desk.qtbot.keyClick(focus(desk, board, 0), Qt.Key.Key_Right)
    assert board.current is not None
    assert number(board.current) == 1
    reached = [tile.focusPolicy() == Qt.FocusPolicy.StrongFocus for tile in board.tiles]
    assert reached == [False, True, False, False]


def test_dragging_opens_a_gap_and_dropping_moves_the_photo(desk: Stage, board: PhotoBoard) -> None:
    tile, target = board.tiles[3], board.tiles[1]
    start, end = QPoint(20, 40), target.geometry().center()
    QTest.mousePress(tile, LEFT, pos=start)
    QTest.mouseMove(tile, start + QPoint(30, 0))
    assert tile.is_lifted
    QTest.mouseMove(tile, tile.mapFromParent(end))
    assert board.standing_order().index(tile.photo.ref.id) == 1
    assert not board.grab().isNull()
    QTest.mouseRelease(tile, LEFT, pos=tile.mapFromParent(end))
    desk.settle()
    assert order(desk) == [0, 3, 1, 2]


def test_esc_lets_a_dragged_photo_go(desk: Stage, board: PhotoBoard) -> None:
    tile = board.tiles[3]
    tile.setFocus()
    QTest.mousePress(tile, LEFT, pos=QPoint(20, 40))
    QTest.mouseMove(tile, QPoint(60, 40))
    desk.qtbot.keyClick(tile, Qt.Key.Key_Escape)
    assert not tile.is_lifted
    QTest.mouseRelease(tile, LEFT, pos=QPoint(60, 40))
    desk.settle()
    assert order(desk) == [0, 1, 2, 3]


def test_keys_make_a_cover_turn_and_take_off(desk: Stage, board: PhotoBoard) -> None:
    focus(desk, board, 2)
    desk.qtbot.keyClick(board.tiles[2], Qt.Key.Key_C)
    desk.settle()
    assert order(desk) == [2, 0, 1, 3]
    run(desk, "photos.rotate")
    assert desk.piece().photos[0].ref.recipe.turns == 1
    run(desk, "photos.remove")
    assert order(desk) == [0, 1, 3]
    assert board.tiles[0].hasFocus()


def test_a_photo_left_out_stays_dimmed_and_can_be_taken_in_again(
    desk: Stage, board: PhotoBoard
) -> None:
    focus(desk, board, 1)
    desk.qtbot.keyClick(board.tiles[1], Qt.Key.Key_Delete)
    desk.settle()
    assert [photo.left_out for photo in desk.piece().photos] == [False, True, False, False]
    assert [tile.face.number for tile in board.tiles] == [1, 0, 2, 3]
    assert board.tiles[1].accessibleName() == "Photo left out"
    assert not board.grab().isNull()
    tile = board.tiles[1]
    again = [each for each in tile.findChildren(Button) if not each.isHidden()]
    assert len(again) == 1
    again[0].click()
    desk.settle()
    assert not any(photo.left_out for photo in desk.piece().photos)


def test_a_narrow_tile_offers_to_take_in_again_by_its_icon(desk: Stage, board: PhotoBoard) -> None:
    desk.page.view.photos.commands.leave_out(board.tiles[1].photo.ref.id, out=True)
    desk.settle()
    tile = board.tiles[1]
    tile.resize(60, 60)
    shown = [each for each in tile.findChildren(Button) if not each.isHidden()]
    assert [type(each) for each in shown] == [IconButton]
    assert shown[0].accessibleName() == "Take in again"


def test_the_count_says_how_many_the_marketplaces_take(desk: Stage, board: PhotoBoard) -> None:
    count = desk.page.view.photos.findChildren(
        QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    words = [getattr(each, "text", str)() for each in count]
    assert "4 of 24" in words


@given(st.integers(1, 40), st.integers(120, 900))
def test_photos_never_overlap_and_stay_on_the_board(count: int, width: int) -> None:
    placed = boxes(count, width, 8)
    assert all(box.left() >= 0 and box.right() < width for box in placed)
    assert board_height(count, width, 8) == max(box.bottom() for box in placed) + 1
    for at, box in enumerate(placed):
        assert nearest(box.center(), placed) == at
        assert not any(box.intersects(other) for other in placed[at + 1 :])


@given(st.integers(1, 40), st.data())
def test_arrows_stay_on_the_board_and_reach_every_photo(count: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, count - 1))
    key = data.draw(st.sampled_from(["left", "right", "up", "down"]))
    assert 0 <= step(at, count, key) < count
    assert step(at, count, "right") == min(at + 1, count - 1)
    assert step(at, count, "up") <= at <= step(at, count, "down")
