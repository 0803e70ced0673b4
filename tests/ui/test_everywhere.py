from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from closet_app.domain.item import ItemFacts
from closet_app.services import gallery, history, intake, items, pieces
from closet_app.ui.shell.adding import offer_files
from closet_app.ui.shell.check_dialog import CheckDialog
from closet_app.ui.shell.exporting import ExportDialog
from closet_app.ui.widgets.buttons import Button
from tests.closets import PHOTOS, add, sell
from tests.ui.program_stage import Stage, folder, open_stage, stage, status_words

__all__ = ["folder", "open_stage", "stage"]


def test_undo_says_what_it_would_take_back(open_stage: Stage) -> None:
    desk = open_stage.desk
    item_id = gallery.find(desk.closet)[0]
    desk.command(lambda: items.move_to_bin(desk.closet, [item_id], "B <i>05</i>"))
    open_stage.settle()
    action = desk.actions.action("undo")
    assert history.undo_words(desk.closet) in action.text()
    assert "<i>" not in action.toolTip().removeprefix("<span>")
    assert "Saved 2:32 PM" in status_words(open_stage)
    action.trigger()
    open_stage.settle()
    assert open_stage.toast().startswith("Undone")
    assert desk.actions.action("redo").isEnabled()


def test_a_new_item_is_a_draft_that_opens(open_stage: Stage) -> None:
    desk = open_stage.desk
    desk.actions.action("new_item").trigger()
    open_stage.settle()
    assert gallery.counts(desk.closet).items == 2
    if desk.navigator.knows("editor"):
        open_stage.wait_for("editor")


def test_one_dropped_photo_becomes_a_piece(open_stage: Stage) -> None:
    open_stage.program.window.files_dropped.emit([PHOTOS / "dress-01.jpg"])
    open_stage.wait_for("editor")

    assert gallery.counts(open_stage.desk.closet).items == 2


def test_photos_dropped_on_an_open_piece_are_its_own(open_stage: Stage) -> None:
    (item_id,) = gallery.find(open_stage.desk.closet)
    open_stage.desk.navigator.go("editor", item_id)
    open_stage.wait_for("editor")
    open_stage.program.window.files_dropped.emit([PHOTOS / "dress-01.jpg", PHOTOS / "hat-01.jpg"])
    open_stage.settle()

    assert gallery.counts(open_stage.desk.closet).items == 1
    assert len(pieces.piece(open_stage.desk.closet, item_id).photos) == 2


def test_several_dropped_photos_and_folders_go_to_intake(open_stage: Stage, tmp_path: Path) -> None:
    shots = tmp_path / "shots"
    shots.mkdir()
    (shots / "a.jpg").write_bytes((PHOTOS / "dress-01.jpg").read_bytes())
    (shots / "notes.txt").write_text("no photo")
    offer_files(open_stage.desk, [shots])
    open_stage.wait_for("intake")
    open_stage.desk.navigator.go("closet")
    photos = [PHOTOS / "hat-01.jpg", PHOTOS / "hat-02.jpg"]
    open_stage.program.window.files_dropped.emit(photos)
    open_stage.wait_for("intake")

    kept = intake.unfinished(open_stage.desk.closet)
    assert kept is not None
    assert intake.view(open_stage.desk.closet, kept).photo_count == 3
    assert gallery.counts(open_stage.desk.closet).items == 1


def test_a_backup_is_made_verified_and_opened_again(open_stage: Stage, tmp_path: Path) -> None:
    file, home = tmp_path / "all.zip", tmp_path / "restored"
    open_stage.answers.target = file
    open_stage.desk.actions.action("backup").trigger()
    open_stage.settle()
    assert open_stage.toast() == "Backup made and verified: all.zip"
    open_stage.answers.files, open_stage.answers.folders = [file], [home]
    first = open_stage.program.window
    open_stage.desk.actions.action("open_backup").trigger()
    open_stage.qtbot.waitUntil(lambda: open_stage.program.window is not first)
    open_stage.wait_for("closet")
    assert open_stage.desk.closet.folder == home
    assert gallery.counts(open_stage.desk.closet).items == 1


def test_a_broken_backup_is_refused_in_a_sentence(open_stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "all.zip"
    file.write_bytes(b"PK no backup")
    open_stage.answers.files, open_stage.answers.folders = [file], [tmp_path / "home"]
    open_stage.desk.actions.action("open_backup").trigger()
    open_stage.settle()
    assert open_stage.toast()
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("what", "ending"), [("items", "csv"), ("sales", "xlsx"), ("summary", "csv")]
)
def test_exports_are_written_where_the_seller_said(
    open_stage: Stage, tmp_path: Path, what: str, ending: str
) -> None:
    closet = open_stage.desk.closet
    sell(closet, [add(closet)], ["34"])
    target = tmp_path / f"out.{ending}"
    open_stage.answers.target = target
    open_stage.desk.actions.action("export").trigger()
    dialog = open_stage.dialog(ExportDialog)
    dialog.what.set_value(what)
    dialog.form.set_value(ending)
    dialog.submit()
    open_stage.qtbot.waitUntil(lambda: open_stage.toast() == f"Exported {target.name}")
    assert target.stat().st_size > 0
    shown = open_stage.program.window.toasts.shown
    assert shown is not None
    shown.findChildren(Button)[0].click()
    assert open_stage.answers.shown == [target]


def test_sales_of_a_shop_without_any_cannot_be_exported(open_stage: Stage) -> None:
    open_stage.desk.actions.action("export").trigger()
    dialog = open_stage.dialog(ExportDialog)
    dialog.what.set_value("sales")
    assert dialog.check() == "Nothing was sold yet."
    dialog.reject()


def test_a_check_says_that_everything_is_right(open_stage: Stage) -> None:
    open_stage.desk.actions.action("check_closet").trigger()
    dialog = open_stage.dialog(CheckDialog)
    assert dialog.windowTitle() == "Everything is right."
    dialog.accept()


def test_a_check_lists_what_is_wrong(open_stage: Stage, folder: Path) -> None:
    closet = open_stage.desk.closet
    item_id = items.add_item(closet, ItemFacts(), [PHOTOS / "dress-01.jpg"])[0]
    assert item_id
    next((folder / "photos").rglob("*.jpg")).unlink()
    open_stage.desk.actions.action("check_closet").trigger()
    dialog = open_stage.dialog(CheckDialog)
    assert dialog.windowTitle() == "1 thing is wrong."
    dialog.accept()


def test_help_and_about_open_and_close(open_stage: Stage) -> None:
    for action in ("help", "about"):
        open_stage.desk.actions.action(action).trigger()
        open_stage.dialog(QDialog).reject()


def test_search_goes_to_the_line_in_closet(open_stage: Stage) -> None:
    open_stage.desk.navigator.go("settings")
    open_stage.desk.actions.action("search").trigger()
    assert open_stage.place == "closet"


def test_a_page_without_anything_to_print_says_so(open_stage: Stage) -> None:
    open_stage.desk.navigator.go("settings")
    open_stage.desk.actions.action("print").trigger()
    assert open_stage.toast() == "Choose pieces or an order first, then print."
