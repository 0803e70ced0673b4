"""Flaws and lengths on the photo desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from closet_app.domain.boxes import Box
from closet_app.domain.units import Length
from closet_app.services import kit, pins
from closet_app.services.records import Pin, Recipe
from closet_app.ui.photo_desk.measure_tool import KNOWN, TAPE, MeasureTool
from closet_app.ui.photo_desk.pin_tool import PinTool
from closet_app.ui.photo_desk.ruler_layer import Shape
from tests.ui.photo_desk_stage import SIZE, DeskStage, add_garments, desk_stage


@pytest.fixture(scope="module")
def shared(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskStage]:
    with desk_stage(tmp_path_factory.mktemp("pins") / "closet") as made:
        yield made


@pytest.fixture
def desk(shared: DeskStage, qtbot: QtBot) -> Iterator[DeskStage]:
    for _ in shared.serve(qtbot):
        yield shared


@pytest.fixture
def item_id(desk: DeskStage, tmp_path: Path) -> int:
    return add_garments(desk.closet, tmp_path)


def pinned(desk: DeskStage, item_id: int) -> tuple[Pin, ...]:
    return pins.pins_of(desk.closet, item_id)


def test_a_click_places_a_pin_and_its_word_is_typed(desk: DeskStage, item_id: int) -> None:
    page = desk.put(item_id, tool="pins")
    tool = page.tool
    assert isinstance(tool, PinTool)
    desk.click(0.5, 0.25)
    (pin,) = pinned(desk, item_id)
    assert (pin.x, pin.y) == pytest.approx((0.5, 0.25), abs=0.01)
    field = tool.pin_rows[pin.id].field
    desk.qtbot.waitUntil(field.line.hasFocus)
    QTest.keyClicks(field.line, "small pull")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    desk.settle()
    assert pinned(desk, item_id)[0].words == "small pull"
    text = kit.kit(desk.closet, item_id, "ebay").text.description
    assert "Small pull, shown in photo 1." in text


def test_a_pin_is_dragged_and_deleted(desk: DeskStage, item_id: int) -> None:
    page = desk.put(item_id, tool="pins")
    desk.click(0.5, 0.25)
    desk.drag((0.5, 0.25), (0.4, 0.4), (0.3, 0.6))
    (pin,) = pinned(desk, item_id)
    assert (pin.x, pin.y) == pytest.approx((0.3, 0.6), abs=0.01)
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    desk.settle()
    assert pinned(desk, item_id) == ()
    desk.desk.undo()
    desk.settle()
    assert len(pinned(desk, item_id)) == 1


def test_a_pin_keeps_its_place_on_a_turned_and_cropped_photo(desk: DeskStage, item_id: int) -> None:
    page = desk.put(item_id, tool="pins")
    page.keeper.keep(desk.photo.ref.id, Recipe(turns=1, crop=Box(0.25, 0.25, 0.75, 0.75)))
    desk.settle()
    desk.click(0.25, 0.75)
    (pin,) = pinned(desk, item_id)
    assert (pin.x, pin.y) == pytest.approx((0.625, 1 - 0.375), abs=0.01)
    tool = page.tool
    assert isinstance(tool, PinTool)
    place = tool.layer.pins[0].place
    assert (place.x(), place.y()) == pytest.approx((0.25, 0.75), abs=0.01)


def test_the_board_shows_where_flaws_are(desk: DeskStage, item_id: int) -> None:
    desk.put(item_id, tool="pins")
    desk.click(0.5, 0.25)
    page = desk.open(item_id)
    dots = page.view.photos.board.tiles[0].face.dots
    assert dots[0] == pytest.approx((0.5, 0.25), abs=0.01)


def mm(length: Length) -> float:
    return float(length.to("mm"))


def measuring(desk: DeskStage, item_id: int, known: str) -> MeasureTool:
    page = desk.put(item_id, tool="measure")
    tool = page.tool
    assert isinstance(tool, MeasureTool)
    tool.units.set_value("cm")
    tool.known.set_value(known)
    tool.known.changed.emit(known)
    return tool


def test_a_tape_calibrates_and_a_drawn_line_is_kept(desk: DeskStage, item_id: int) -> None:
    tool = measuring(desk, item_id, TAPE)
    tool.tape.line.setText("20")
    tool.tape.edited.emit("20")
    assert tool.layer.drawing == KNOWN
    desk.drag((0.1, 0.1), (0.5, 0.1), (0.6, 0.1))
    first = next(iter(tool.measure_rows))
    assert tool.layer.drawing == first
    desk.drag((0.1, 0.5), (0.2, 0.5), (0.85, 0.5))
    row = tool.measure_rows[first]
    assert row.length.text() in ("29.9 cm", "30 cm", "30.1 cm")
    row.use.click()
    desk.settle()
    (measured,) = desk.lamp.on_desk.piece.facts.measurements  # type: ignore[union-attr]  # it lies there
    assert measured.name == first
    assert mm(measured.length) == pytest.approx(300, rel=0.01)


def test_a_sheet_is_measured_by_its_corners(desk: DeskStage, item_id: int) -> None:
    tool = measuring(desk, item_id, "a4")
    wide, high = 105 / SIZE[0], 148.5 / SIZE[1]
    corners = ((0.1, 0.1), (0.1 + wide, 0.1), (0.1 + wide, 0.1 + high), (0.1, 0.1 + high))
    points = tuple(QPointF(*corner) for corner in corners)
    tool.layer.show_shape(KNOWN, Shape(points, is_known=True))
    first = next(iter(tool.measure_rows))
    desk.drag((0.05, 0.9), (0.3, 0.9), (0.55, 0.9))
    assert len(tool.layer.shapes[KNOWN].points) == 4, "a line beside the sheet is a measure"
    assert mm(tool.lengths()[first]) == pytest.approx(300, rel=0.02)
    tool.units.changed.emit("in")


def test_nothing_is_measured_until_the_known_length_is_drawn(desk: DeskStage, item_id: int) -> None:
    tool = measuring(desk, item_id, "us_quarter")
    first = next(iter(tool.measure_rows))
    tool.measure_rows[first].choose.click()
    desk.drag((0.1, 0.5), (0.5, 0.5))
    assert tool.measure_rows[first].length.text() == "–"
    assert not tool.use_all.isEnabled()
    tool.layer.drawing = KNOWN
    desk.drag((0.1, 0.1), (0.2, 0.1))
    across = mm(tool.lengths()[first])
    assert across == pytest.approx(24.26 * 4, rel=0.04)
    tool.use_all.click()
    desk.settle()
    assert mm(desk.piece().facts.measurements[0].length) == pytest.approx(across, abs=1)


def test_another_photo_is_measured_anew(desk: DeskStage, item_id: int) -> None:
    tool = measuring(desk, item_id, "us_quarter")
    desk.drag((0.1, 0.1), (0.2, 0.1))
    assert tool.plane() is not None
    desk.desk.actions.action("desk.next").trigger()
    desk.settle()
    assert tool.plane() is None
    desk.desk.actions.action("desk.previous").trigger()
    desk.settle()
    assert tool.plane() is not None, "its lines wait there"


def test_lines_stay_on_the_garment_however_the_photo_is_turned(
    desk: DeskStage, item_id: int
) -> None:
    tool = measuring(desk, item_id, "us_quarter")
    desk.drag((0.1, 0.1), (0.2, 0.1))
    desk.drag((0.2, 0.5), (0.7, 0.5))
    known, lengths = tool.plane(), tool.lengths()
    edit = Recipe(turns=1, straighten=5, crop=Box(0.1, 0.1, 0.9, 0.8))
    desk.lamp.keeper.keep(desk.photo.ref.id, edit)
    desk.settle()
    assert desk.lamp.on_desk is not None
    shown = QPointF(*desk.lamp.on_desk.framing.to_shown(0.2, 0.5))
    line = tool.layer.shapes[next(iter(lengths))]
    assert (line.points[0] - shown).manhattanLength() < 0.02
    assert known is not None
    assert {key: mm(each) for key, each in tool.lengths().items()} == pytest.approx(
        {key: mm(each) for key, each in lengths.items()}, abs=0.1
    )


def test_a_line_of_no_length_is_taken_back(desk: DeskStage, item_id: int) -> None:
    tool = measuring(desk, item_id, "us_quarter")
    desk.click(0.5, 0.5)
    assert KNOWN not in tool.layer.shapes
