from __future__ import annotations

from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from closet_app.domain.item import ItemFacts
from closet_app.services import gallery, items, stock
from closet_app.services.clock import Clock
from closet_app.services.closet import Closet
from closet_app.ui.trash.page import TrashPage
from closet_app.ui.trash.rows import TrashModel, fate_of, name_of
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.dialogs import ConfirmDialog
from closet_app.ui.widgets.frames import EmptyState
from tests.closets import PHOTOS, TODAY, add, new_closet, sell
from tests.ui.program_stage import Stage, stage

__all__ = ["stage"]


@pytest.fixture
def trash(stage: Stage, tmp_path: Path) -> TrashPage:
    """The page on a closet with two deleted pieces, one of them with a photo."""
    closet = new_closet(tmp_path / "closet")
    kept = add(closet, "Kept tee")
    photographed = items.add_item(
        closet, ItemFacts(title="<b>Tunic</b>"), [PHOTOS / "dress-01.jpg"]
    )[0]
    stock.trash(closet, [add(closet, "Linen shirt", brand="Uniqlo", size="M"), photographed])
    assert kept
    closet.close()
    stage.start(closet.folder, "closet")
    stage.desk.navigator.go("trash")
    stage.settle()
    return stage.page(TrashPage)


def select(page: TrashPage, *rows: int) -> None:
    page.list.selectionModel().clear()
    for row in rows:
        flag = QItemSelectionModel.SelectionFlag.Select
        page.list.selectionModel().select(page.model.index(row), flag)


def names(page: TrashPage) -> list[str]:
    return [name_of(piece) for piece in page.model.pieces]


def shown(closet: Closet) -> int:
    return gallery.counts(closet).items


def test_deleted_pieces_are_listed_with_the_days_they_have(trash: TrashPage) -> None:
    assert sorted(names(trash)) == ["<b>Tunic</b>", "Linen shirt"]
    row = names(trash).index("Linen shirt")
    said = trash.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == ("Linen shirt, Number JL-0003 · Uniqlo · M, Deleted Sun, Nov 22, 30 days left")
    tip = trash.model.index(names(trash).index("<b>Tunic</b>")).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip


def test_rows_are_painted_with_photo_and_words(trash: TrashPage, stage: Stage) -> None:
    stage.settle()
    select(trash, 0)
    image = trash.list.viewport().grab().toImage()
    assert image.pixel(40, 30) != image.pixel(image.width() // 2, 30)


def test_nothing_can_be_done_while_nothing_is_chosen(trash: TrashPage, stage: Stage) -> None:
    trash.restore()
    trash.delete()
    stage.settle()
    assert len(trash.model.pieces) == 2
    assert not trash.chosen()


def test_a_restored_piece_is_back_and_can_be_undone(trash: TrashPage, stage: Stage) -> None:
    closet = stage.desk.closet
    select(trash, 0)
    stage.desk.actions.action("trash.restore").trigger()
    stage.qtbot.waitUntil(lambda: len(trash.model.pieces) == 1)
    assert shown(closet) == 2
    assert stage.toast() == "Restored 1 item"
    stage.desk.undo()
    stage.qtbot.waitUntil(lambda: len(trash.model.pieces) == 2)


def test_the_selection_stays_on_its_pieces(trash: TrashPage, stage: Stage) -> None:
    select(trash, 1)
    chosen = trash.chosen()[0].id
    other = next(piece.id for piece in trash.model.pieces if piece.id != chosen)
    stage.desk.command(lambda: stock.restore(stage.desk.closet, [other]))
    stage.qtbot.waitUntil(lambda: len(trash.model.pieces) == 1)
    assert [piece.id for piece in trash.chosen()] == [chosen]


def test_deleting_for_good_asks_first(trash: TrashPage, stage: Stage) -> None:
    select(trash, names(trash).index("Linen shirt"))
    trash.delete()
    question = stage.dialog(ConfirmDialog)
    assert question.windowTitle() == "Delete “Linen shirt” for good?"
    stage.qtbot.waitUntil(question.keep_button.hasFocus)
    question.reject()
    stage.settle()
    assert len(trash.model.pieces) == 2
    trash.delete()
    stage.dialog(ConfirmDialog).accept()
    stage.qtbot.waitUntil(lambda: names(trash) == ["<b>Tunic</b>"])
    assert stage.toast() == "Deleted 1 item for good"


def test_the_whole_trash_can_be_emptied(trash: TrashPage, stage: Stage) -> None:
    trash.empty()
    question = stage.dialog(ConfirmDialog)
    assert question.windowTitle() == "Delete 2 items for good?"
    question.accept()
    stage.qtbot.waitUntil(lambda: not trash.model.pieces)
    empty = trash.findChild(EmptyState)
    assert isinstance(empty, EmptyState)
    assert empty.isVisible()
    trash.empty()
    assert not trash.list.isVisible()


def test_a_sold_piece_stays_for_its_order(stage: Stage, tmp_path: Path) -> None:
    closet = new_closet(tmp_path / "closet")
    item_id = add(closet)
    sell(closet, [item_id], ["34"])
    stock.trash(closet, [item_id])
    closet.close()
    stage.start(closet.folder, "closet")
    stage.desk.navigator.go("trash")
    stage.settle()
    page = stage.page(TrashPage)
    assert [fate_of(piece) for piece in page.model.pieces] == ["Kept for its order"]


def test_old_trash_is_emptied_on_opening(qtbot: QtBot, stage: Stage, tmp_path: Path) -> None:
    closet = new_closet(tmp_path / "closet", Clock(lambda: moment(31)))
    stock.trash(closet, [add(closet)])
    closet.close()
    stage.start(closet.folder, "closet")
    assert gallery.counts(stage.desk.closet).trash == 0


def moment(days_ago: int) -> datetime:
    return datetime.combine(TODAY, time(14, 32)).astimezone() - timedelta(days=days_ago)


def test_the_last_day_is_told_as_the_last(stage: Stage, tmp_path: Path) -> None:
    closet = new_closet(tmp_path / "closet", Clock(lambda: moment(30)))
    stock.trash(closet, [add(closet)])
    closet.close()
    stage.start(closet.folder, "closet")
    stage.desk.navigator.go("trash")
    stage.settle()
    assert [fate_of(piece) for piece in stage.page(TrashPage).model.pieces] == [
        "Gone for good tomorrow"
    ]


def test_the_model_keeps_to_the_rules_of_models(trash: TrashPage) -> None:
    model = TrashModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(trash.model.pieces, trash.model.days)
    model.show((), ())
    assert model.rowCount() == 0
    assert tester.model() is model


def test_the_way_to_trash_stands_under_the_filters(stage: Stage, tmp_path: Path) -> None:
    new_closet(tmp_path / "closet").close()
    stage.program.window.resize(1440, 900)
    stage.start(tmp_path / "closet", "closet")
    link = next(
        each
        for each in stage.program.window.findChildren(Button)
        if each.text() == "Trash" and each.isVisible()
    )
    link.click()
    stage.wait_for("trash")
