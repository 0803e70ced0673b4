"""Intake by keyboard: seams, photos, fields, drafts, and everything taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from closet_app.domain.boxes import Box
from closet_app.domain.item import ItemFacts
from closet_app.photo.looks import Reading, TextLine
from closet_app.services import gallery, intake, items, pieces
from closet_app.services.looks import keep_reading
from closet_app.ui.intake.caret import Caret
from closet_app.ui.intake.field_table import USUAL
from closet_app.ui.intake.painting import chip_box, has_chip, text_room
from closet_app.ui.intake.row_shape import RowShape
from closet_app.ui.theme.fonts import text_width
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text import PlainLabel
from tests.closets import new_closet
from tests.ui.intake_stage import HELD, KEY, Choices, Shot, Stage, jpeg, lay, stage

pytestmark = pytest.mark.usefixtures("keeper")
CONTROL, ALT, SHIFT = HELD.ControlModifier, HELD.AltModifier, HELD.ShiftModifier

ROWS = (
    ("a1", "a2", Shot("b1", 480), "b2"),
    ("c1", "c2"),
    (Shot("c3", 600), "d1", "d2"),
)
"""The second piece hides in the first row; the last row may not begin where it does."""


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    with stage(tmp_path / "closet") as made:
        made.qtbot = qtbot
        yield made


@pytest.fixture(scope="module")
def shared(keeper: ThemeKeeper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One window for all tests that leave no pieces behind."""
    with stage(tmp_path_factory.mktemp("intake") / "closet") as made:
        yield made


@pytest.fixture
def opened(shared: Stage, qtbot: QtBot) -> Iterator[Stage]:
    yield from shared.serve(qtbot, ROWS)


def caret(desk: Stage) -> Caret:
    return desk.page.rows.caret


def at(desk: Stage) -> tuple[int, int]:
    return caret(desk).row, caret(desk).place


def shown_words(desk: Stage) -> str:
    labels = desk.window.findChildren(PlainLabel)
    return " | ".join(label.text() for label in labels if label.isVisible())


def facts(desk: Stage, row: int) -> dict[str, str]:
    return dict(desk.view().groups[row].facts)


def test_the_page_says_what_became_of_the_photos(opened: Stage) -> None:
    words = shown_words(opened)

    assert "9 photos became 3 items" in words
    assert "0 of 3 ready" in words
    assert "Drafts keep all 9 photos" in words
    assert opened.page.side.create_button.text() == "Create 3 drafts"


def test_s_splits_behind_the_photo_and_j_joins_again(opened: Stage) -> None:
    opened.key(KEY.Key_Right)
    opened.key(KEY.Key_S)
    assert opened.laid() == ["a1 a2", "b1 b2", "c1 c2", "c3 d1 d2"]
    assert at(opened) == (0, 1)

    opened.key(KEY.Key_J)
    assert opened.laid() == ["a1 a2 b1 b2", "c1 c2", "c3 d1 d2"]


def test_the_scissors_and_the_chip_do_the_same_by_mouse(opened: Stage) -> None:
    opened.click(0, 1)
    over = opened.page.rows.over
    assert over.scissors.isVisible()
    assert over.join.text() == "Join with 2"

    opened.qtbot.mouseClick(over.scissors, Qt.MouseButton.LeftButton)
    opened.settle()
    assert opened.laid()[:2] == ["a1 a2", "b1 b2"]

    assert not over.scissors.isVisible()
    opened.qtbot.mouseClick(over.join, Qt.MouseButton.LeftButton)
    opened.settle()
    assert opened.laid()[0] == "a1 a2 b1 b2"


def test_f3_goes_to_the_least_certain_seam_first_and_round_again(opened: Stage) -> None:
    visited = []
    for _ in range(3):
        opened.key(KEY.Key_F3)
        visited.append(at(opened))

    assert visited == [(0, 1), (1, 1), (0, 1)]
    assert opened.page.rows.over.settled.isVisible()


def test_enter_settles_a_doubtful_seam_and_goes_on_to_the_next(opened: Stage) -> None:
    opened.key(KEY.Key_F3)
    opened.key(KEY.Key_Return)
    assert at(opened) == (1, 1)
    assert opened.view().groups[0].photos[2].settled

    opened.key(KEY.Key_Return)
    assert opened.view().groups[2].photos[0].settled
    assert opened.window.toasts.shown is not None
    assert opened.window.toasts.shown.words == "No doubtful seam is left."
    assert opened.laid() == ["a1 a2 b1 b2", "c1 c2", "c3 d1 d2"]


def test_a_seam_that_was_split_is_not_doubted_again(opened: Stage) -> None:
    opened.key(KEY.Key_F3)
    opened.key(KEY.Key_S)
    opened.key(KEY.Key_F3)

    assert opened.laid()[0] == "a1 a2"
    assert at(opened) == (2, 1)


def test_c_makes_the_cover_and_del_leaves_out_and_takes_in(opened: Stage) -> None:
    opened.key(KEY.Key_Right)
    opened.key(KEY.Key_C)
    assert opened.laid()[0] == "a2 a1 b1 b2"
    assert at(opened) == (0, 0)

    opened.key(KEY.Key_Delete)
    assert opened.view().groups[0].photos[0].left_out
    opened.key(KEY.Key_Delete)
    assert not opened.view().groups[0].photos[0].left_out


def test_photos_move_by_keys_within_a_row_and_between_rows(opened: Stage) -> None:
    opened.key(KEY.Key_Right, ALT)
    assert opened.laid()[0] == "a2 a1 b1 b2"
    opened.key(KEY.Key_Down, ALT)
    assert opened.laid()[:2] == ["a2 b1 b2", "a1 c1 c2"]
    opened.key(KEY.Key_Up, ALT)
    assert opened.laid()[:2] == ["a2 b1 b2 a1", "c1 c2"]
    opened.key(KEY.Key_Left, ALT)
    assert opened.laid()[0] == "a2 b1 a1 b2"


def test_photos_picked_with_shift_become_a_piece_of_their_own(opened: Stage) -> None:
    opened.key(KEY.Key_Right)
    opened.key(KEY.Key_Right)
    opened.key(KEY.Key_Right, SHIFT)
    assert len(caret(opened).picked) == 2

    opened.key(KEY.Key_O)
    assert opened.laid() == ["a1 a2", "b1 b2", "c1 c2", "c3 d1 d2"]


def test_every_step_is_undone_by_ctrl_z(opened: Stage) -> None:
    before = opened.view().groups
    opened.key(KEY.Key_Right)
    opened.key(KEY.Key_S)
    opened.key(KEY.Key_Delete)
    opened.key(KEY.Key_C)
    for _ in range(3):
        opened.key(KEY.Key_Z, CONTROL)

    assert opened.view().groups == before


def test_letters_go_to_the_field_while_one_has_the_focus(opened: Stage) -> None:
    opened.key(KEY.Key_Tab)
    opened.type("Jacket, Sage, Cord")
    opened.key(KEY.Key_Tab)

    assert opened.laid() == ["a1 a2 b1 b2", "c1 c2", "c3 d1 d2"]
    assert facts(opened, 0) == {"title": "Jacket, Sage, Cord"}


def test_enter_goes_on_to_the_next_title_and_tab_behind_the_last_field_too(
    opened: Stage,
) -> None:
    opened.key(KEY.Key_Tab)
    opened.type("Breton tee")
    opened.key(KEY.Key_Return)
    assert at(opened)[0] == 1
    assert opened.page.rows.live.focused == "title"
    assert facts(opened, 0) == {"title": "Breton tee"}

    for _ in range(5):
        opened.key(KEY.Key_Tab)
    assert at(opened)[0] == 2
    assert opened.page.rows.live.focused == "title"


def test_escape_goes_back_to_the_photos_with_what_was_typed(opened: Stage) -> None:
    opened.page.rows.live.focus("title")
    opened.type("Flannel")
    opened.key(KEY.Key_Escape)
    assert opened.page.rows.board.hasFocus()
    assert facts(opened, 0) == {"title": "Flannel"}
    opened.key(KEY.Key_S)
    assert len(opened.laid()) == len(ROWS) + 1, "letters are keys again"


def test_up_and_down_stay_in_the_same_field(opened: Stage) -> None:
    opened.page.rows.live.focus("size")
    opened.type("M")
    opened.key(KEY.Key_Down)
    opened.type("L")
    opened.key(KEY.Key_Up)

    assert opened.page.rows.live.focused == "size"
    assert opened.page.rows.live.fields["size"].text == "M"
    assert (facts(opened, 0), facts(opened, 1)) == ({"size": "M"}, {"size": "L"})


def test_ctrl_d_fills_in_as_above(opened: Stage) -> None:
    view = opened.view()
    intake.set_facts(opened.closet, view.groups[0].id, {"brand": "Zara", "bin": "A-1"})
    intake.set_facts(opened.closet, view.groups[1].id, {"bin": "B-2"})
    opened.page.work.reload()
    opened.settle()
    opened.key(KEY.Key_Down)
    opened.key(KEY.Key_D, CONTROL)
    assert facts(opened, 1) == {"brand": "Zara", "bin": "B-2"}

    opened.page.rows.live.focus("bin")
    opened.key(KEY.Key_D, CONTROL)
    assert facts(opened, 1)["bin"] == "A-1"


def test_a_wrong_amount_is_said_in_the_row_and_nothing_is_lost(opened: Stage) -> None:
    live = opened.page.rows.live
    live.focus("cost_price")
    opened.type("four")
    opened.key(KEY.Key_Down)
    assert facts(opened, 0) == {}

    opened.key(KEY.Key_Up)
    assert live.fields["cost_price"].text == "four"
    assert "“four” is not an amount" in shown_words(opened)
    opened.key(KEY.Key_A, CONTROL)
    opened.type("4")
    opened.key(KEY.Key_Tab)
    assert facts(opened, 0) == {"cost_price": "$4.00"}
    assert "is not an amount" not in shown_words(opened)


def test_the_receipt_is_shared_where_the_cost_is_blank(opened: Stage) -> None:
    view = opened.view()
    intake.set_facts(opened.closet, view.groups[0].id, {"cost_price": "5"})
    same = opened.page.side.same
    opened.qtbot.mouseClick(same.change, Qt.MouseButton.LeftButton)
    same.form.source.line.setText("Goodwill, Alder St")
    same.form.receipt.line.setText("20.01")
    same.form.bin.line.setText("B-05")
    same.form.keep()
    opened.settle()

    words = shown_words(opened)
    assert "Goodwill, Alder St" in words
    assert "$7.51 each" in words
    given = [group.given.get("cost_price") for group in opened.view().groups]
    assert given == [None, "$7.51", "$7.50"]
    caret(opened).go(1)
    opened.settle()
    assert opened.page.rows.live.fields["cost_price"].line.placeholderText() == "$7.51"


def test_a_receipt_that_cannot_be_read_stays_in_the_form(opened: Stage) -> None:
    same = opened.page.side.same
    same.open_form()
    same.form.receipt.line.setText("much")
    same.form.keep()

    assert same.form.isVisible()
    assert "not an amount" in same.form.receipt.error


def test_tab_takes_a_suggestion_and_backspace_waves_it_away(opened: Stage) -> None:
    suggest(opened, "ESPRIT", "SIZE M", "100% COTTON")
    live = opened.page.rows.live
    assert live.fields["brand"].line.placeholderText() == "Esprit, from tag"
    live.focus("brand")
    opened.key(KEY.Key_Tab)
    assert facts(opened, 0) == {"brand": "Esprit"}
    assert live.focused == "brand"
    assert live.fields["brand"].line.cursorPosition() == len("Esprit"), "more can be added"

    opened.key(KEY.Key_Tab)
    assert live.fields["size"].is_offering
    opened.key(KEY.Key_Backspace)
    assert facts(opened, 0) == {"brand": "Esprit"}
    assert not live.fields["size"].is_offering


def test_the_crop_that_was_read_is_shown_at_the_field(opened: Stage) -> None:
    suggest(opened, "ESPRIT")
    opened.page.rows.live.focus("brand")
    crop = opened.page.rows.crop
    opened.qtbot.waitUntil(crop.picture.isVisible)

    assert "Read from the tag" in shown_words(opened)
    opened.page.rows.focus_photos()
    assert not crop.isVisible()


def test_more_fields_open_in_the_current_row(opened: Stage) -> None:
    height = opened.page.rows.board.row_box(0).height()
    opened.key(KEY.Key_M, CONTROL)
    assert opened.page.rows.board.row_box(0).height() > 2 * height
    opened.page.rows.live.focus("material")
    opened.type("100% cotton")
    opened.key(KEY.Key_Tab)
    assert facts(opened, 0) == {"material": "100% cotton"}

    opened.key(KEY.Key_M, CONTROL)
    assert opened.page.rows.board.row_box(0).height() == height


def test_drafts_are_made_in_one_step_and_undo_brings_the_intake_back(desk: Stage) -> None:
    lay(desk.closet, ROWS)
    opened = desk
    opened.open()
    for row, title in enumerate(("Shirt", "Vest", "Dress")):
        intake.set_facts(opened.closet, opened.view().groups[row].id, {"title": title})
    intake.share(opened.closet, opened.view().id, acquired_on=date(2026, 11, 20), bin="B-05")
    opened.page.work.reload()
    opened.settle()
    before = opened.view()

    opened.key(KEY.Key_Return, CONTROL)
    assert gallery.counts(opened.closet).items == 3
    assert "3 drafts are in Closet." in shown_words(opened)
    focused = QApplication.focusWidget()
    assert isinstance(focused, Button)
    assert focused.text() == "Open in Closet"
    made = pieces.pieces(opened.closet, gallery.find(opened.closet))
    assert {piece.facts.title for piece in made} == {"Shirt", "Vest", "Dress"}
    assert {piece.facts.bin for piece in made} == {"B-05"}
    assert sum(len(piece.photos) for piece in made) == 9

    opened.key(KEY.Key_Z, CONTROL)
    assert gallery.counts(opened.closet).items == 0
    assert opened.view().groups == before.groups
    assert "9 photos became 3 items" in shown_words(opened)

    opened.desk.redo()
    opened.settle()
    assert "3 drafts are in Closet." in shown_words(opened)
    while opened.page.work.view or gallery.counts(opened.closet).items:
        opened.desk.undo()
        opened.settle()
    assert "drafts are in Closet" not in shown_words(opened)
    assert "Drop a phone’s photos here." in shown_words(opened)


def test_a_finished_intake_leads_to_its_drafts(desk: Stage) -> None:
    lay(desk.closet, ROWS)
    opened = desk
    opened.open()
    opened.page.commands.create()
    opened.settle()
    opened.page.commands.open_drafts()

    assert opened.closet_page.entered[-1] == "status:draft"


def test_an_intake_is_thrown_away_and_comes_back(opened: Stage) -> None:
    opened.page.work.discard()
    opened.settle()
    assert intake.unfinished(opened.closet) is None
    assert "Drop a phone’s photos here." in shown_words(opened)

    opened.key(KEY.Key_Z, CONTROL)
    assert "9 photos became 3 items" in shown_words(opened)


def test_an_unfinished_intake_opens_where_it_was_left(tmp_path: Path, qtbot: QtBot) -> None:
    closet, choices = new_closet(tmp_path / "closet"), Choices()
    lay(closet, [(f"p{row}", f"q{row}") for row in range(12)])
    first = Stage(closet, choices)
    first.qtbot = qtbot
    first.open()
    first.page.rows.caret.go(9, 1)
    first.settle()
    scroll = first.page.rows.board.verticalScrollBar().value()
    assert scroll > 0
    first.close()

    again = Stage(closet, choices)
    again.qtbot = qtbot
    again.open()
    assert at(again) == (9, 1)
    assert again.page.rows.board.verticalScrollBar().value() == scroll
    again.close()
    closet.close()


def test_photos_that_are_nearly_the_same_keep_the_better_one(desk: Stage) -> None:
    closet = desk.closet
    lay(closet, [("twin", "twin", "other")], measured=True)
    desk.open()
    words = shown_words(desk)
    assert "2 photos are nearly the same" in words
    warning = desk.view().groups[0].warnings[0]

    desk.page.side.acts.kept_left.emit(warning)
    desk.settle()
    assert [photo.left_out for photo in desk.view().groups[0].photos].count(True) == 1
    assert "nearly the same" not in shown_words(desk)


def test_a_piece_that_may_be_here_is_compared_and_told_apart(desk: Stage, tmp_path: Path) -> None:
    photo = tmp_path / "twin.jpg"
    photo.write_bytes(jpeg("twin"))
    item_id, _changed = items.add_item(
        desk.closet, ItemFacts(title="Toile skirt", bin="A-11"), [photo]
    )
    lay(desk.closet, [("other", "more"), ("twin", "next")], measured=True)
    desk.open()
    words = shown_words(desk)
    assert "Item 2 may be here already" in words
    assert "Toile skirt" in words
    assert "bin A-11" in words
    found = [each for each in desk.view().warnings if each.item_id == item_id]

    desk.page.commands.compare(found[-1])
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.another.click()  # type: ignore[attr-defined]  # the dialog's own button
    desk.settle()
    assert found[-1].key not in [each.key for each in desk.view().warnings]
    assert "Item 2 may be here already" not in shown_words(desk)


def test_the_page_is_read_in_words(opened: Stage) -> None:
    intake.set_facts(
        opened.closet, opened.view().groups[0].id, {"title": "Vest", "cost_price": "4"}
    )
    opened.page.work.reload()
    opened.settle()
    board = opened.page.rows.board
    role = Qt.ItemDataRole.AccessibleTextRole

    assert board.groups.index(0).data(role) == (
        "Item 1, 4 photos, Title Vest, Paid $4.00, something to look at"
    )
    assert board.accessibleDescription() == "Photo 1 of 4, cover, item 1"
    for part in (opened.page.rows.over.scissors, opened.page.rows.over.join):
        assert part.accessibleName()


def test_single_letters_are_turned_off_in_settings(opened: Stage) -> None:
    opened.desk.actions.set_letters(False)
    opened.key(KEY.Key_Right)
    opened.key(KEY.Key_S)
    opened.desk.actions.set_letters(True)

    assert opened.laid()[0] == "a1 a2 b1 b2"


def suggest(desk: Stage, *lines: str) -> None:
    """Let the first row's last photo be a tag with these lines."""
    (photo,) = desk.view().groups[0].photos[-1:]
    read = Reading(
        tuple(
            TextLine(line, 0.98, Box(0.2, 0.1 + 0.2 * at, 0.8, 0.2 + 0.2 * at))
            for at, line in enumerate(lines)
        )
    )
    keep_reading(desk.closet, photo.ref.sha256, read)
    desk.page.work.reload()
    desk.settle()


def test_a_size_of_waist_and_length_is_read_whole(opened: Stage) -> None:
    opened.window.resize(1440, 900)
    opened.settle()
    shape = RowShape(opened.page.rows.board.viewport().width())
    box = shape.field(next(place for place in USUAL if place.key == "size"))
    for words in ("W 29 L 32", "W34 L34", "XX-Large", "One size"):
        assert text_width(words, "body") <= text_room(box).width()
    assert not has_chip(box, "W 29 L 32", "Tab") or (
        text_width("W 29 L 32", "body") <= chip_box(box, "Tab").left() - text_room(box).left()
    )
