"""A run goes to two printers, is stopped and gone on with, saved, remembered and printed again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from closet_app.services import history as journal
from closet_app.services import print_log
from closet_app.services.print_log import PRINTED, SAVED, STOPPED
from closet_app.services.raw_labels import Language, RawWay, said_way
from closet_app.ui.print_room.history_dialog import HistoryDialog
from closet_app.ui.print_room.nudge_dialog import NudgeDialog
from closet_app.ui.print_room.raw_dialog import RawDialog
from closet_app.ui.print_room.turn_dialog import TurnDialog
from closet_app.ui.printing.printers import BY_HAND, LAST_ON_TOP
from closet_app.ui.widgets.text import PlainLabel
from tests.ui.print_room_stage import ADDRESS, CARD, SLIP, Stage, stage
from tests.ui.print_stage import INKJET, THERMAL

pytestmark = pytest.mark.usefixtures("keeper")
KEY = Qt.Key


@pytest.fixture
def shop(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    with stage(tmp_path, qtbot) as made:
        yield made


def three_orders(shop: Stage) -> list[int]:
    return [shop.sell_on(day, name) for day, name in enumerate(("Ada", "Bo", "Cy"), start=1)]


def with_backs(shop: Stage) -> list[int]:
    """Orders whose cards have something on their backs."""
    shop.list_pieces("Wool coat", "Silk scarf", "Leather belt")
    return three_orders(shop)


def sizes(path: Path) -> list[int]:
    """The widths of a file's pages in points."""
    return [round(page.mediabox.width) for page in PdfReader(path).pages]


def finish(shop: Stage) -> None:
    """Press Print and wait until all was sent."""
    with shop.qtbot.waitSignal(shop.page.running.output.finished):
        shop.key(KEY.Key_P, control=True)
    shop.settle_room()


def test_papers_and_labels_go_to_their_own_printers(shop: Stage) -> None:
    ids = three_orders(shop)
    page = shop.enter()
    assert page.side.printers.name("labels") == THERMAL
    finish(shop)
    names = [file.stem.partition(" ")[2] for file in shop.printers.files]
    assert names == [INKJET, INKJET, THERMAL]
    assert [len(sizes(file)) for file in shop.printers.files] == [3, 3, 3]
    assert shop.toast() == ("Sent to the printer: 3 packing slips, 3 cards, 3 address labels")
    assert all(shop.ticked(order_id) >= {"slip", "card"} for order_id in ids)
    logged = print_log.history(shop.closet)[0]
    assert (logged.outcome, logged.done_pages, logged.order_ids) == (PRINTED, 9, tuple(ids))


def test_ticks_are_one_step_that_can_be_undone_or_left_out(shop: Stage) -> None:
    ids = [shop.sell_on(1, "Ada")]
    page = shop.enter()
    finish(shop)
    journal.undo(shop.closet)
    assert not any(shop.ticked(order_id) for order_id in ids)
    page.side.printers.tick.click()
    finish(shop)
    assert not any(shop.ticked(order_id) for order_id in ids)


def test_an_unticked_order_is_not_printed(shop: Stage) -> None:
    ids = three_orders(shop)
    page = shop.enter()
    page.room.change(CARD, on=False)
    page.room.change(SLIP, on=False)
    shop.settle_room()
    shop.click_tick(1)
    finish(shop)
    assert [len(sizes(file)) for file in shop.printers.files] == [2]
    assert print_log.history(shop.closet)[0].order_ids == (ids[0], ids[2])


def test_a_printer_that_stops_says_how_far_it_came_and_goes_on(shop: Stage) -> None:
    three_orders(shop)
    page = shop.enter()
    for kind in (CARD, SLIP):
        page.room.change(kind, on=False)
    shop.settle_room()
    shop.printers.jams_after, shop.printers.reason = 2, "empty"
    with shop.qtbot.waitSignal(page.running.output.stopped):
        shop.key(KEY.Key_P, control=True)
    shop.settle_room()
    said = page.block.remarks.words[0]
    assert "2 of 3 labels were sent" in said
    titles = [label.text() for label in page.block.remarks.notes[0].findChildren(PlainLabel)]
    assert f"{THERMAL} is out of labels." in titles
    assert print_log.history(shop.closet)[0].outcome == STOPPED
    with shop.qtbot.waitSignal(page.running.output.finished):
        shop.press_button("Go on from label 3")
    shop.settle_room()
    assert [len(sizes(file)) for file in shop.printers.files][-1] == 1
    logged = print_log.history(shop.closet)[0]
    assert (logged.outcome, logged.done_pages) == (PRINTED, 3)
    assert not page.block.remarks.words


def test_backs_are_printed_after_the_stack_was_turned(shop: Stage) -> None:
    with_backs(shop)
    shop.printers.two_sided = ()
    page = shop.enter()
    for kind in (ADDRESS, SLIP):
        page.room.change(kind, on=False)
    shop.settle_room()
    assert page.side.printers.by_hand.is_checked()
    assert not page.side.printers.by_hand.isEnabled()
    with shop.qtbot.waitSignal(page.running.output.turn):
        page.side.print.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TurnDialog)
    assert len(sizes(shop.printers.files[0])) == 3
    dialog.last_on_top.box.click()
    with shop.qtbot.waitSignal(page.running.output.finished):
        dialog.print_backs.click()
    shop.settle_room()
    assert [len(sizes(file)) for file in shop.printers.files] == [3, 3]
    assert shop.choices_of_room()[LAST_ON_TOP] == INKJET


def test_not_turning_the_stack_keeps_the_backs_for_later(shop: Stage) -> None:
    with_backs(shop)
    shop.printers.two_sided = ()
    page = shop.enter()
    for kind in (ADDRESS, SLIP):
        page.room.change(kind, on=False)
    shop.settle_room()
    with shop.qtbot.waitSignal(page.running.output.turn):
        page.side.print.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TurnDialog)
    dialog.reject()
    assert "0 of 3 pages were sent" in page.block.remarks.words[0]
    with shop.qtbot.waitSignal(page.running.output.finished):
        shop.press_button("Go on from page 1")
    assert [len(sizes(file)) for file in shop.printers.files] == [3, 3]


def test_a_two_sided_printer_may_be_turned_by_hand_all_the_same(shop: Stage) -> None:
    with_backs(shop)
    page = shop.enter()
    assert not page.side.printers.by_hand.is_checked()
    page.side.printers.by_hand.box.click()
    assert shop.choices_of_room()[BY_HAND] == INKJET


def test_everything_is_saved_as_one_file(shop: Stage, tmp_path: Path) -> None:
    ids = three_orders(shop)
    page = shop.enter()
    shop.answers.file = tmp_path / "tonight"
    with shop.qtbot.waitSignal(page.running.output.finished):
        shop.key(KEY.Key_S, control=True)
    shop.settle_room()
    assert shop.answers.proposed == "3 orders.pdf"
    assert sorted(sizes(tmp_path / "tonight.pdf")) == [288] * 3 + [298] * 3 + [612] * 3
    assert print_log.history(shop.closet)[0].outcome == SAVED
    assert all(shop.ticked(order_id) >= {"slip", "card"} for order_id in ids)


def test_pages_are_saved_as_pictures(shop: Stage, tmp_path: Path) -> None:
    shop.sell_on(1, "Ada")
    page = shop.enter()
    folder = tmp_path / "pictures"
    folder.mkdir()
    shop.answers.chosen_folder = folder
    with shop.qtbot.waitSignal(page.running.output.finished):
        shop.window.commands.action("room.pictures").trigger()
    shop.settle_room()
    assert len(list(folder.glob("*.png"))) == 3


def test_what_was_printed_is_printed_again(shop: Stage) -> None:
    shop.sell_on(1, "Ada")
    page = shop.enter()
    finish(shop)
    before = len(shop.printers.files)
    shop.window.commands.action("room.history").trigger()
    shop.rest()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HistoryDialog)
    with shop.qtbot.waitSignal(page.running.output.finished):
        dialog.buttons[0].click()
    shop.settle_room()
    assert len(shop.printers.files) == 2 * before
    assert len(print_log.history(shop.closet)) == 2


def test_a_print_is_moved_for_one_paper_in_one_printer(shop: Stage) -> None:
    shop.sell_on(1, "Ada")
    page = shop.enter()
    page.room.aim(ADDRESS)
    shop.window.commands.action("room.nudge").trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NudgeDialog)
    assert dialog.chosen.printer == THERMAL
    dialog.right.line.setText("0.5")
    dialog.down.line.setText("-1")
    dialog.act_button.click()
    assert shop.choices.settings.nudges[f"address-4x6@{THERMAL}"] == (500, -1000, 100000, 100000)
    shop.window.commands.action("room.nudge").trigger()
    again = QApplication.activeModalWidget()
    assert isinstance(again, NudgeDialog)
    again.right.line.setText("40")
    again.act_button.click()
    assert again.isVisible()


def test_without_a_printer_a_file_can_still_be_saved(shop: Stage) -> None:
    shop.sell_on(1, "Ada")
    shop.printers.names = ()
    page = shop.enter()
    assert page.side.printers.none.isVisible()
    assert not page.side.print.isEnabled()
    assert page.side.save.kind == "primary"


def test_a_ruler_page_comes_out_of_the_printer_of_the_paper_in_hand(shop: Stage) -> None:
    shop.sell_on(1, "Ada")
    page = shop.enter()
    page.room.aim(ADDRESS)
    with shop.qtbot.waitSignal(page.running.output.finished):
        shop.window.commands.action("room.test").trigger()
    (file,) = shop.printers.files
    assert THERMAL in file.name
    assert sizes(file) == [288]
    assert print_log.history(shop.closet) == ()


def test_a_label_printer_is_spoken_to_in_its_own_language(shop: Stage) -> None:
    three_orders(shop)
    shop.printers.raw = (THERMAL,)
    page = shop.enter()
    for kind in (CARD, SLIP):
        page.room.change(kind, on=False)
    shop.window.commands.action("room.raw").trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RawDialog)
    dialog.language.box.setCurrentIndex(dialog.language.box.findText("ZPL"))
    dialog.act_button.click()
    shop.settle_room()
    with shop.qtbot.waitSignal(page.running.output.finished):
        page.side.print.click()
    assert not shop.printers.files
    assert len(shop.printers.labels) == 3
    assert all(label.startswith(b"^XA") for label in shop.printers.labels)


def test_labels_of_a_printer_that_went_away_wait_for_it(shop: Stage) -> None:
    three_orders(shop)
    shop.printers.raw = (THERMAL,)
    page = shop.enter()
    for kind in (CARD, SLIP):
        page.room.change(kind, on=False)
    shop.settle_room()
    way = said_way(THERMAL, RawWay(Language.EPL))
    shop.choices.change(printers={**shop.choices.settings.printers, **way})
    shop.printers.raw = ()
    with shop.qtbot.waitSignal(page.running.output.stopped):
        page.side.print.click()
    shop.printers.raw = (THERMAL,)
    with shop.qtbot.waitSignal(page.running.output.finished):
        shop.press_button("Go on from label 1")
    assert len(shop.printers.labels) == 3
