"""Labels and photos of a parcel at the pack station."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from closet_app.services import history
from closet_app.ui.parcels.file_box import FilePicture
from closet_app.ui.parcels.label_dialog import LabelDialog
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.widgets.buttons import Button, IconButton
from tests.ui.closet_stage import photo
from tests.ui.packing_stage import LABELS, Stage, stage

pytestmark = pytest.mark.usefixtures("keeper")


@pytest.fixture(scope="module")
def stand(keeper: ThemeKeeper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with stage(tmp_path_factory.mktemp("packing-files") / "closet") as made:
        yield made


@pytest.fixture
def desk(stand: Stage, qtbot: QtBot) -> Iterator[Stage]:
    yield from stand.serve(qtbot)


def kept(desk: Stage, order_id: int) -> list[str]:
    """The names of an order's files, labels first."""
    order = desk.waiting(order_id)
    return [file.name for file in (*order.labels, *order.parcel_photos)]


def test_labels_and_photos_are_kept_shown_and_taken_out(desk: Stage) -> None:
    order_id = desk.sold("A-01")
    page = desk.go()
    desk.files.chosen = [LABELS / "four-by-six.pdf", LABELS / "a4-with-receipt.pdf"]
    desk.desk.actions.action("packing.label").trigger()
    desk.rest()
    picture = photo("dress-03")
    assert page.take_photos([picture])
    desk.rest()
    names = ["four-by-six.pdf", "a4-with-receipt.pdf", picture.name]
    assert kept(desk, order_id) == names
    shown = page.files.findChildren(FilePicture)
    assert sorted(each.file.name for each in shown) == sorted(names)
    first = next(each for each in shown if each.file.name == names[0])
    first.findChildren(IconButton)[0].click()
    desk.rest()
    assert kept(desk, order_id) == names[1:]
    history.undo(desk.closet)
    assert sorted(kept(desk, order_id)) == sorted(names)


def test_a_file_that_is_no_label_is_refused_by_sentence(desk: Stage, tmp_path: Path) -> None:
    order_id = desk.sold("A-01")
    desk.go()
    broken = tmp_path / "label.pdf"
    broken.write_bytes(b"%PDF-1.7 and then nothing")
    desk.files.chosen = [broken]
    desk.desk.actions.action("packing.label").trigger()
    desk.rest()
    assert kept(desk, order_id) == []
    assert "This PDF is damaged and cannot be printed." in desk.toast()


def test_labels_are_kept_in_the_order_they_came_and_a_broken_one_holds_up_none(
    desk: Stage, tmp_path: Path
) -> None:
    order_id = desk.sold("A-01")
    page = desk.go()
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and then nothing")
    slow, quick = tmp_path / "slow.pdf", tmp_path / "quick.png"
    slow.write_bytes((LABELS / "four-by-six.pdf").read_bytes() + b"\n%")
    Image.new("L", (400, 600), "white").save(quick)
    page.files.labels.dropped.emit([slow, broken])
    page.files.labels.dropped.emit([quick])
    desk.rest()
    assert kept(desk, order_id) == ["slow.pdf", "quick.png"]


def test_labels_of_several_orders_are_asked_about_with_what_their_words_tell(
    desk: Stage, tmp_path: Path
) -> None:
    hollis = desk.sold("A-01", days=2, buyer_name="Hollis Tran")
    renata = desk.sold("B-01")
    page = desk.go(hollis)
    plain = tmp_path / "scan.png"
    Image.new("L", (400, 600), "white").save(plain)
    page.files.labels.dropped.emit([LABELS / "four-by-six.pdf", plain])
    desk.settle()
    dialog = desk.dialog(LabelDialog)
    assert [field.value() for field in dialog.fields] == [renata, 0]
    assert dialog.act_button.text() == "Attach 1 label"
    box = dialog.fields[1].box
    box.setCurrentIndex(box.findText("Hollis Tran, order 1001"))
    box.activated.emit(box.currentIndex())
    assert dialog.act_button.text() == "Attach 2 labels"
    dialog.submit()
    desk.rest()
    assert (kept(desk, renata), kept(desk, hollis)) == (["four-by-six.pdf"], ["scan.png"])
    history.undo(desk.closet)
    assert (kept(desk, renata), kept(desk, hollis)) == ([], [])


def test_a_label_that_tells_of_another_order_is_not_kept_unasked(desk: Stage) -> None:
    hollis = desk.sold("A-01", days=2, buyer_name="Hollis Tran")
    renata = desk.sold("B-01")
    page = desk.go(hollis)
    page.files.labels.dropped.emit([LABELS / "four-by-six.pdf"])
    desk.settle()
    dialog = desk.dialog(LabelDialog)
    assert (
        dialog.words.text() == "Its words tell of Renata Okafor, order 1002, which is not in hand."
    )
    dialog.reject()
    desk.rest()
    assert kept(desk, renata) == kept(desk, hollis) == []


def test_stopping_the_look_at_a_label_stops_those_behind_it_and_no_later_ones(
    desk: Stage, tmp_path: Path
) -> None:
    order_id = desk.sold("A-01")
    page = desk.go()
    slow, quick = tmp_path / "slow.pdf", tmp_path / "quick.png"
    slow.write_bytes((LABELS / "four-by-six.pdf").read_bytes() + b"\n% twice")
    Image.new("L", (400, 600), "white").save(quick)
    page.files.labels.dropped.emit([slow, quick])
    buttons = desk.window.status.findChildren(Button)
    next(each for each in buttons if each.text() == "Stop").click()
    desk.rest()
    assert kept(desk, order_id) == []
    page.files.labels.dropped.emit([quick])
    desk.rest()
    assert kept(desk, order_id) == ["quick.png"]
