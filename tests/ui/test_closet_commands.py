"""What can be done with selected pieces: by menu, key, selection bar and dialogs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QRadioButton
from pytestqt.qtbot import QtBot

from closet_app.domain.item import ItemFacts
from closet_app.domain.pricing import PriceEnding
from closet_app.domain.status import ArchiveReason, ItemStatus
from closet_app.services import gallery, items, photos, pieces
from closet_app.services.records import Piece
from closet_app.ui.closet.photo_sets import FOLDERS, ZIP, PhotoSetsDialog
from closet_app.ui.closet.reprice_dialog import RepriceDialog
from closet_app.ui.closet.small_dialogs import ArchiveDialog, ListedDialog, ValueDialog
from closet_app.ui.orders.sell_dialog import SellDialog
from closet_app.ui.printing.dialog import PrintDialog
from closet_app.ui.widgets.dialogs import ConfirmDialog
from closet_app.ui.widgets.text import PlainLabel
from tests.closets import usd
from tests.ui.closet_stage import Stage, photo
from tests.ui.furnished_closet import Furnished, furnished_stage

KEY, HELD = Qt.Key, Qt.KeyboardModifier
pytestmark = pytest.mark.usefixtures("keeper")


@pytest.fixture
def made(furnished: Furnished) -> dict[str, int]:
    return furnished.pieces


@pytest.fixture
def desk(furnished: Furnished, tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    with furnished_stage(furnished, tmp_path / "closet", qtbot) as opened:
        opened.open()
        yield opened


def piece(desk: Stage, item_id: int) -> Piece:
    return pieces.piece(desk.closet, item_id)


def accept(desk: Stage, dialog: QDialog) -> None:
    dialog.accept()
    desk.settle()


def test_repricing_shows_what_will_come_before_it_does_it(
    desk: Stage, made: dict[str, int]
) -> None:
    desk.pick(made["tee"], made["jacket"])
    desk.key(KEY.Key_R)
    dialog = desk.dialog(RepriceDialog)
    assert dialog.check() == "Type by how much."
    QTest.keyClicks(dialog.amount.line, "10")
    said = [label.text() for label in dialog.findChildren(PlainLabel) if label.text()]
    assert "$34 → $30.60" in said
    assert "$148 → $133.20" in said
    assert any(words.startswith("keep $") and " → $" in words for words in said)
    dialog.submit()
    desk.settle()
    assert piece(desk, made["tee"]).facts.asking == usd("30.60")
    assert desk.toast() == "Repriced 2 items"
    desk.desk.undo()
    desk.settle()
    assert piece(desk, made["tee"]).facts.asking == usd(34)


def test_a_floor_holds_the_price_and_says_so(desk: Stage, made: dict[str, int]) -> None:
    desk.pick(made["tee"], made["draft"])
    desk.run("closet.reprice")
    dialog = desk.dialog(RepriceDialog)
    dialog.way.set_value("set")
    dialog.way.changed.emit("set")
    dialog.ending.set_value(PriceEnding.WHOLE)
    QTest.keyClicks(dialog.amount.line, "9.99")
    said = [label.text() for label in dialog.findChildren(PlainLabel) if label.text()]
    assert "held by its floor" in said
    dialog.submit()
    desk.settle()
    assert piece(desk, made["tee"]).facts.asking == usd(22)
    assert piece(desk, made["draft"]).facts.asking == usd(10)


def test_a_wrong_amount_is_said_in_the_dialog(desk: Stage, made: dict[str, int]) -> None:
    desk.pick(made["tee"])
    desk.run("closet.reprice")
    dialog = desk.dialog(RepriceDialog)
    QTest.keyClicks(dialog.amount.line, "much")
    dialog.submit()
    assert dialog.isVisible()
    dialog.reject()
    assert piece(desk, made["tee"]).facts.asking == usd(34)


def test_listing_asks_where(desk: Stage, made: dict[str, int]) -> None:
    desk.pick(made["draft"])
    desk.key(KEY.Key_L)
    dialog = desk.dialog(ListedDialog)
    assert dialog.check() == "Tick at least one marketplace."
    dialog.checks["ebay"].set_checked(True)
    dialog.checks["depop"].set_checked(True)
    dialog.submit()
    desk.settle()
    found = piece(desk, made["draft"])
    assert found.status is ItemStatus.LISTED
    assert {each.marketplace for each in found.listings} == {"ebay", "depop"}


def test_photos_go_out_for_the_marketplaces_that_are_ticked(
    desk: Stage, made: dict[str, int], tmp_path: Path
) -> None:
    def write(place: Path | None, form: str) -> None:
        desk.run("closet.photos_out")
        dialog = desk.dialog(PhotoSetsDialog)
        for row in dialog.checks.values():
            row.set_checked(False)
        assert dialog.check() == "Tick at least one marketplace."
        for name in ("depop", "vinted"):
            dialog.checks[name].set_checked(True)
        dialog.form.set_value(form)
        desk.asking.place = place
        dialog.submit()
        desk.settle()

    photos.add_photos(desk.closet, made["coat"], [photo("hat-01")])
    desk.pick(made["tee"], made["coat"])
    out = tmp_path / "out"
    write(out, FOLDERS)
    assert {path.name for path in out.iterdir()} == {"depop", "vinted"}
    write(None, FOLDERS)
    write(tmp_path / "all.zip", ZIP)
    assert (tmp_path / "all.zip").is_file()
    assert desk.asking.opened == [out, tmp_path / "all.zip"]


def test_bins_and_tags_are_typed_or_chosen(desk: Stage, made: dict[str, int]) -> None:
    desk.pick(made["tee"], made["coat"])
    desk.run("closet.move_to_bin")
    dialog = desk.dialog(ValueDialog)
    known = [dialog.field.box.itemText(at) for at in range(dialog.field.box.count())]
    assert known == ["B-04", "B-05"]
    assert dialog.check() == "Type the bin."
    dialog.field.set_value("C-01")
    dialog.submit()
    desk.settle()
    assert piece(desk, made["coat"]).facts.bin == "C-01"
    assert desk.toast() == "Moved 2 items to bin C-01"
    desk.run("closet.add_tag")
    tag = desk.dialog(ValueDialog)
    tag.field.set_value("holiday")
    tag.submit()
    desk.settle()
    assert piece(desk, made["tee"]).facts.tags == ("holiday",)


def test_archiving_asks_why_and_can_be_taken_back(desk: Stage, made: dict[str, int]) -> None:
    desk.pick(made["tee"])
    desk.run("closet.archive")
    dialog = desk.dialog(ArchiveDialog)
    donated, kept, *_ = dialog.findChildren(QRadioButton)
    assert donated.isChecked()
    kept.setChecked(True)
    accept(desk, dialog)
    found = piece(desk, made["tee"])
    assert (found.status, found.archive_reason) == (ItemStatus.ARCHIVED, ArchiveReason.KEPT)
    desk.pick(made["tee"])
    desk.run("closet.unarchive")
    desk.settle()
    assert piece(desk, made["tee"]).status is ItemStatus.DRAFT


def test_deleting_asks_once_and_keeps_the_pieces_in_trash(
    desk: Stage, made: dict[str, int]
) -> None:
    desk.pick(made["tee"], made["coat"])
    desk.key(KEY.Key_Delete)
    dialog = desk.dialog(ConfirmDialog)
    assert dialog.windowTitle() == "Delete 2 items?"
    assert dialog.keep_button.text() == "Keep them"
    dialog.reject()
    assert gallery.counts(desk.closet).items == 5
    desk.run("closet.trash")
    accept(desk, desk.dialog(ConfirmDialog))
    assert gallery.counts(desk.closet).trash == 2
    assert len(desk.titles()) == 3
    desk.desk.undo()
    desk.settle()
    assert len(desk.titles()) == 5


def test_holding_and_releasing_need_no_question(desk: Stage, made: dict[str, int]) -> None:
    desk.pick(made["tee"])
    desk.run("closet.hold")
    desk.settle()
    assert piece(desk, made["tee"]).status is ItemStatus.ON_HOLD
    desk.run("closet.release")
    desk.settle()
    assert piece(desk, made["tee"]).status is ItemStatus.LISTED


def test_what_cannot_be_is_said(desk: Stage, made: dict[str, int]) -> None:
    desk.pick(made["draft"])
    desk.run("closet.hold")
    desk.settle()
    assert desk.toast().startswith("This piece is a draft and cannot become on hold.")


def test_a_duplicate_is_selected_when_it_appears(desk: Stage, made: dict[str, int]) -> None:
    desk.pick(made["tee"])
    desk.run("closet.duplicate")
    desk.settle()
    chosen = desk.page.pane.picks.ids()
    assert len(chosen) == 1
    assert chosen[0] not in made.values()
    assert piece(desk, chosen[0]).facts.title == "Breton boatneck tee"


def test_return_and_double_click_open_the_editor_among_its_neighbours(
    desk: Stage, made: dict[str, int]
) -> None:
    desk.pick(made["dress"])
    desk.page.pane.view.setFocus()
    desk.key(KEY.Key_Return)
    ids = desk.page.model.ids
    assert desk.editor.entered == [(made["dress"], ids)]
    desk.desk.navigator.go("closet")
    desk.settle()
    desk.click_card(made["coat"])
    view = desk.page.pane.view.viewport()
    desk.qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=desk.spot(made["coat"]))
    assert desk.editor.entered[-1] == (made["coat"], ids)


def test_nothing_selected_leaves_the_commands_grey(desk: Stage) -> None:
    desk.pick()
    actions = desk.desk.actions
    assert not actions.action("closet.reprice").isEnabled()
    desk.page.commands.open_menu(QPoint(10, 10))
    assert QApplication.activePopupWidget() is None
    desk.page.commands.open()
    assert desk.editor.entered == []


def test_the_context_menu_offers_what_fits_the_pieces(desk: Stage, made: dict[str, int]) -> None:
    desk.pick(made["tee"])
    desk.page.pane.menu_asked.emit(QPoint(100, 100))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [action.objectName() for action in menu.actions() if action.objectName()]
    menu.close()
    assert "closet.hold" in offered
    assert "closet.release" not in offered
    assert "closet.unarchive" not in offered
    assert offered[-1] == "closet.trash"


def test_the_bar_runs_the_same_commands(desk: Stage, made: dict[str, int]) -> None:
    desk.pick(made["tee"], made["coat"])
    bar = desk.page.pane.bar
    desk.press(bar.buttons["closet.move_to_bin"])
    desk.dialog(ValueDialog).reject()
    bar.resize(300, bar.height())
    bar.show_selection(2, "$99")
    assert not bar.buttons["closet.move_to_bin"].isVisible()
    bar.resize(900, bar.height())
    bar.show_selection(2, "$99")
    assert bar.buttons["closet.move_to_bin"].isVisible()
    bar.grab()


def test_selling_and_labels_open_their_dialogs(desk: Stage, made: dict[str, int]) -> None:
    desk.pick(made["tee"], made["jacket"])
    desk.key(KEY.Key_M)
    desk.dialog(SellDialog).reject()
    assert desk.page.print_shown()
    desk.settle()
    desk.dialog(PrintDialog).reject()


def test_bins_get_labels_of_what_is_selected_or_of_all(desk: Stage, made: dict[str, int]) -> None:
    items.move_to_bin(desk.closet, [made["tee"]], "B-11")
    others = [each for each in gallery.find(desk.closet) if each != made["tee"]]
    items.move_to_bin(desk.closet, others, "B-2")
    for picked, bins in (((), ("B-2", "B-11")), ((made["tee"],), ("B-11",))):
        desk.pick(*picked)
        desk.run("closet.bins")
        desk.settle()
        dialog = desk.dialog(PrintDialog)
        assert dialog.plan.part.request.bins == bins
        dialog.reject()


def test_photos_are_added_from_the_inspector(desk: Stage, made: dict[str, int]) -> None:
    desk.pick(made["tee"])
    desk.asking.photos = [photo("dress-03")]
    desk.page.inspector.piece.photos.add_asked.emit()
    desk.settle()
    assert len(piece(desk, made["tee"]).photos) == 1
    assert desk.toast() == "Added 1 photo"


def test_a_copied_picture_becomes_a_piece(desk: Stage) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)
    desk.run("closet.paste")
    desk.settle()
    newest = gallery.first_ids(desk.closet)[0]
    assert len(piece(desk, newest).photos) == 1
    assert piece(desk, newest).facts == ItemFacts(sku=piece(desk, newest).facts.sku)


def test_copied_files_are_taken_in_and_other_things_are_not(desk: Stage) -> None:
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(photo("dress-03")))])
    QGuiApplication.clipboard().setMimeData(copied)
    desk.run("closet.paste")
    desk.settle()
    assert gallery.counts(desk.closet).items == 6
    desk.desk.navigator.go("closet")
    QGuiApplication.clipboard().setText("just words")
    desk.run("closet.paste")
    assert desk.toast() == "There is no picture to paste."
    assert gallery.counts(desk.closet).items == 6
