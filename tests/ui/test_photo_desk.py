"""The photo desk: every tool works on the photo, each edit is one undoable step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from closet_app.domain.boxes import Box
from closet_app.services import history, photo_desk, photos, pieces
from closet_app.services.records import Recipe
from closet_app.ui.photo_desk.background_tool import BackgroundTool
from closet_app.ui.photo_desk.comparing import GLANCE
from closet_app.ui.photo_desk.frame_tool import FrameTool
from closet_app.ui.photo_desk.light_tool import LightTool
from closet_app.ui.photo_desk.previews import Previews, Wish
from tests.closets import PHOTOS, add
from tests.ui.photo_desk_stage import DeskStage, add_garments, desk_stage, garment


@pytest.fixture(scope="module")
def shared(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskStage]:
    with desk_stage(tmp_path_factory.mktemp("desk") / "closet") as made:
        yield made


@pytest.fixture
def desk(shared: DeskStage, qtbot: QtBot) -> Iterator[DeskStage]:
    for _ in shared.serve(qtbot):
        yield shared


@pytest.fixture
def item_id(desk: DeskStage, tmp_path: Path) -> int:
    return add_garments(desk.closet, tmp_path)


def run(desk: DeskStage, action: str) -> None:
    desk.desk.actions.action(action).trigger()
    desk.settle()


def undo(desk: DeskStage) -> None:
    desk.desk.undo()
    desk.settle()


def test_a_photo_of_the_board_opens_on_the_desk(desk: DeskStage, item_id: int) -> None:
    page = desk.open(item_id)
    page.view.photos.board.tiles[1].opened.emit()
    desk.settle()
    assert desk.desk.navigator.place == "desk"
    assert desk.lamp.on_desk is not None
    assert desk.lamp.on_desk.photo.position == 1
    assert desk.lamp.bar.place.text() == "Photo 2 of 2"
    run(desk, "desk.back")
    assert desk.desk.navigator.place == "editor"


def test_crop_on_the_board_opens_the_desk_with_its_frame(desk: DeskStage, item_id: int) -> None:
    page = desk.open(item_id)
    page.view.photos.board.tiles[0].setFocus()
    run(desk, "photos.crop")
    assert isinstance(desk.lamp.tool, FrameTool)


def test_arrows_go_through_the_photos(desk: DeskStage, item_id: int) -> None:
    desk.put(item_id)
    QTest.keyClick(desk.lamp.view, Qt.Key.Key_Right)
    desk.settle()
    assert desk.photo.position == 1
    QTest.keyClick(desk.lamp.view, Qt.Key.Key_Right)
    desk.settle()
    assert desk.photo.position == 1
    run(desk, "desk.previous")
    assert desk.photo.position == 0


def test_turning_is_a_step_and_undo_turns_back(desk: DeskStage, item_id: int) -> None:
    desk.put(item_id)
    run(desk, "desk.turn")
    assert desk.recipe == Recipe(turns=1)
    assert history.undo_words(desk.closet) == "Turned 1 photo"
    shown = desk.lamp.view.box()
    assert shown.width() > shown.height()
    undo(desk)
    assert desk.recipe == Recipe()
    assert desk.lamp.view.box().width() < desk.lamp.view.box().height()


def test_keys_choose_tools_and_turn(desk: DeskStage, item_id: int) -> None:
    view = desk.put(item_id).view
    for key, name in ((Qt.Key.Key_L, "light"), (Qt.Key.Key_M, "measure"), (Qt.Key.Key_X, "frame")):
        QTest.keyClick(view, key)
        desk.settle()
        assert desk.lamp.tool is desk.lamp.tools[name]
    QTest.keyClick(view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.recipe == Recipe(turns=1)


def test_a_corner_of_the_frame_is_pulled(desk: DeskStage, item_id: int) -> None:
    desk.put(item_id)
    desk.drag((0, 0), (0.1, 0.2), (0.25, 0.5))
    crop = desk.recipe.crop
    assert crop is not None
    assert (crop.left, crop.top) == pytest.approx((0.25, 0.5), abs=0.01)
    assert (crop.right, crop.bottom) == (1, 1)
    assert desk.photo.ref.recipe.crop == crop
    run(desk, "desk.light")
    box = desk.lamp.view.box()
    assert box.width() / box.height() == pytest.approx(0.75 * 300 / (0.5 * 400), rel=0.02)


def test_one_drag_is_one_step(desk: DeskStage, item_id: int) -> None:
    desk.put(item_id)
    desk.drag((1, 1), (0.9, 0.9), (0.8, 0.8), (0.7, 0.7))
    undo(desk)
    assert desk.recipe == Recipe()


def test_a_shape_is_put_about_the_garment_and_kept(desk: DeskStage, item_id: int) -> None:
    page = desk.put(item_id)
    tool = page.tool
    assert isinstance(tool, FrameTool)
    tool.shape.set_value("1:1")
    tool.shape.changed.emit("1:1")
    desk.settle()
    crop = desk.recipe.crop
    assert crop is not None
    assert crop.width * 300 == pytest.approx(crop.height * 400, rel=0.01)
    desk.drag((crop.right, crop.bottom), (0.7, 0.7))
    crop = desk.recipe.crop
    assert crop is not None
    assert crop.width * 300 == pytest.approx(crop.height * 400, rel=0.01)


def test_straightening_shows_a_grid_and_double_click_puts_it_back(
    desk: DeskStage, item_id: int
) -> None:
    page = desk.put(item_id)
    tool = page.tool
    assert isinstance(tool, FrameTool)
    slider = tool.straighten.slider
    for value in (10, 25, 40):
        slider.moved.emit(value)
    assert page.on_desk is not None
    assert page.on_desk.recipe.straighten == 4
    assert desk.recipe == Recipe()
    slider.settled.emit(40)
    desk.settle()
    assert desk.recipe == Recipe(straighten=4)
    QTest.mouseDClick(slider, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.recipe == Recipe()


def test_keys_of_a_slider_are_not_those_of_the_page(desk: DeskStage, item_id: int) -> None:
    page = desk.put(item_id, tool="light")
    tool = page.tool
    assert isinstance(tool, LightTool)
    tool.light.slider.setFocus()
    for _ in range(3):
        QTest.keyClick(tool.light.slider, Qt.Key.Key_Right)
    desk.settle()
    assert desk.photo.position == 0
    assert desk.recipe.light == 3


def test_light_fits_by_itself_and_is_one_step(desk: DeskStage, item_id: int) -> None:
    page = desk.put(item_id, tool="light")
    tool = page.tool
    assert isinstance(tool, LightTool)
    tool.auto.click()
    desk.settle()
    assert desk.recipe.light == photo_desk.fitting_light(desk.closet, desk.photo.ref.sha256)
    assert tool.light.slider.value == desk.recipe.light


def test_white_is_taken_from_a_click_on_something_gray(desk: DeskStage, item_id: int) -> None:
    desk.put(item_id, tool="light")
    desk.click(0.1, 0.08)
    balance = desk.recipe.balance
    assert balance is not None
    red, _green, blue = balance
    assert red > 1 > blue
    tool = desk.lamp.tool
    assert isinstance(tool, LightTool)
    tool.unbalance.click()
    desk.settle()
    assert desk.recipe.balance is None


def test_a_close_up_stays_as_it_is_on_any_background_and_says_so(desk: DeskStage) -> None:
    shown = add(desk.closet)
    names = ("pxl-20251122-182806977.jpg", "img-2063.jpg")
    photos.add_photos(desk.closet, shown, [PHOTOS / name for name in names])
    page = desk.put(shown, tool="background")
    tool = page.tools["background"]
    assert isinstance(tool, BackgroundTool)
    assert tool.filled.isHidden()
    tool.background.changed.emit("white")
    desk.settle()
    assert tool.filled.isVisible()
    run(desk, "desk.copy")
    run(desk, "desk.next")
    assert desk.recipe.background == "white"
    assert tool.filled.isHidden()
    run(desk, "desk.previous")
    assert tool.filled.isVisible()
    run(desk, "desk.reset")
    assert tool.filled.isHidden()


def test_a_background_is_chosen_and_the_brush_repairs_it(desk: DeskStage, item_id: int) -> None:
    page = desk.put(item_id, tool="background")
    tool = page.tool
    assert isinstance(tool, BackgroundTool)
    desk.drag((0.2, 0.2), (0.3, 0.3))
    assert desk.recipe == Recipe()
    tool.background.changed.emit("white")
    desk.settle()
    shines = [tool.layer.wants_before]
    tool.brush.changed.emit("add")
    assert [*shines, tool.layer.wants_before] == [False, True]
    run(desk, "desk.larger")
    desk.drag((0.2, 0.2), (0.3, 0.3), (0.4, 0.3))
    (stroke,) = desk.recipe.strokes
    assert stroke.adds
    assert stroke.points[0] == pytest.approx((0.2, 0.2), abs=0.01)
    assert stroke.radius == pytest.approx(tool.layer.radius, abs=0.001)
    assert history.undo_words(desk.closet) == "Repaired the outline of 1 photo"
    undo(desk)
    assert desk.recipe == Recipe(background="white")


def test_strokes_over_a_turned_and_cropped_photo_lie_where_they_were_painted(
    desk: DeskStage, item_id: int
) -> None:
    page = desk.put(item_id)
    edit = Recipe(turns=1, crop=Box(0.2, 0.2, 0.8, 0.8), background="white")
    page.keeper.keep(desk.photo.ref.id, edit)
    desk.settle()
    run(desk, "desk.background")
    desk.drag((0.5, 0.5), (0.5, 0.75))
    (stroke,) = desk.recipe.strokes
    assert page.on_desk is not None
    shown = page.on_desk.framing.to_shown(*stroke.points[-1])
    assert shown == pytest.approx((0.5, 0.75), abs=0.02)


def test_what_is_held_is_dropped_when_another_photo_comes(desk: DeskStage, item_id: int) -> None:
    desk.put(item_id)
    QTest.mousePress(desk.lamp.view, Qt.MouseButton.LeftButton, pos=desk.point(1, 1))
    desk.move_held(desk.point(0.7, 0.7))
    run(desk, "desk.next")
    desk.move_held(desk.point(0.5, 0.5))
    QTest.mouseRelease(desk.lamp.view, Qt.MouseButton.LeftButton, pos=desk.point(0.5, 0.5))
    desk.settle()
    assert [each.ref.recipe for each in desk.piece().photos] == [Recipe(), Recipe()]


def test_the_shop_color_is_remembered(desk: DeskStage, item_id: int) -> None:
    page = desk.put(item_id, tool="background")
    tool = page.tool
    assert isinstance(tool, BackgroundTool)
    tool.use_shop_color("#aabbcc")
    desk.settle()
    assert desk.recipe.background == "#aabbcc"
    assert desk.kept.changed == {"shop_color": "#aabbcc"}
    assert tool.background.value() == "shop"


def test_space_shows_the_photo_as_it_was_while_it_is_held(desk: DeskStage, item_id: int) -> None:
    page = desk.put(item_id, tool="light")
    page.keeper.keep(desk.photo.ref.id, Recipe(light=80))
    desk.settle()
    page.view.setFocus()
    edited = page.view.grab().toImage().pixelColor(page.view.rect().center()).lightness()
    QTest.keyPress(page.view, Qt.Key.Key_Space)
    before = page.view.grab().toImage().pixelColor(page.view.rect().center()).lightness()
    QTest.keyRelease(page.view, Qt.Key.Key_Space)
    again = page.view.grab().toImage().pixelColor(page.view.rect().center()).lightness()
    assert before < edited == again


def test_before_stays_in_view_by_a_key_or_a_click_until_the_photo_is_edited(
    desk: DeskStage, item_id: int
) -> None:
    page = desk.put(item_id, tool="light")
    page.keeper.keep(desk.photo.ref.id, Recipe(light=80))
    desk.settle()

    def lightness() -> int:
        return page.view.grab().toImage().pixelColor(page.view.rect().center()).lightness()

    edited = lightness()
    run(desk, "desk.keep_before")
    before = lightness()
    assert before < edited
    assert page.bar.compare.isChecked()
    QTest.keyPress(page.view, Qt.Key.Key_Space)
    assert lightness() == edited, "held, it shows the other one"
    QTest.keyRelease(page.view, Qt.Key.Key_Space)
    assert lightness() == before
    run(desk, "desk.keep_before")
    assert lightness() == edited
    assert not page.bar.compare.isChecked()

    page.bar.compare.click()
    assert lightness() == before
    run(desk, "desk.turn")
    assert not page.bar.compare.isChecked()
    assert not page.view.stays_before


def test_before_is_a_glance_while_the_button_is_held(desk: DeskStage, item_id: int) -> None:
    page = desk.put(item_id, tool="light")
    QTest.mousePress(page.bar.compare, Qt.MouseButton.LeftButton)
    QTest.qWait(int(GLANCE * 1_000) + 50)
    QTest.mouseRelease(page.bar.compare, Qt.MouseButton.LeftButton)
    assert not page.view.stays_before
    assert not page.bar.compare.isChecked()


def test_an_edit_is_copied_to_the_others_and_taken_back(desk: DeskStage, item_id: int) -> None:
    page = desk.put(item_id)
    assert not page.bar.copy.isEnabled()
    page.keeper.keep(desk.photo.ref.id, Recipe(light=30))
    desk.settle()
    run(desk, "desk.copy")
    run(desk, "desk.next")
    assert desk.recipe == Recipe(light=30)
    run(desk, "desk.reset")
    assert desk.recipe == Recipe()
    assert not page.bar.reset.isEnabled()


def test_a_photo_that_is_gone_says_so(desk: DeskStage, tmp_path: Path) -> None:
    lost = add(desk.closet)
    photos.add_photos(desk.closet, lost, [garment(tmp_path / "lost.png", (9, 90, 9))])
    ref = pieces.piece(desk.closet, lost).photos[0].ref
    desk.closet.photos.path_of(ref.sha256).unlink()
    page = desk.put(lost)
    assert page.view.box().isEmpty()
    assert "cannot be opened" in page.view.accessibleDescription()


def test_only_the_newest_wish_is_made(desk: DeskStage, item_id: int) -> None:
    desk.open(item_id)
    sha256 = desk.piece().photos[0].ref.sha256
    previews, made = Previews(desk.closet, desk.jobs, desk.window), []
    previews.arrived.connect(lambda wish, _image: made.append(wish.recipe.light))
    for light in range(1, 30):
        previews.ask(Wish(sha256, Recipe(light=light), 200))
    desk.settle()
    assert made == [1, 29]
    assert previews.is_idle


def test_the_wheel_comes_closer_about_the_mouse(desk: DeskStage, item_id: int) -> None:
    view = desk.put(item_id).view
    place = QPointF(0.3, 0.4)
    point = view.point_at(place)
    view.zoom_by(2, point)
    assert view.zoom == 2
    assert (view.point_at(place) - point).manhattanLength() < 2
    run(desk, "desk.closer")
    assert view.zoom == pytest.approx(2.5)
    run(desk, "desk.farther")
    assert view.zoom == pytest.approx(2)
    run(desk, "desk.whole")
    assert view.zoom == 1
