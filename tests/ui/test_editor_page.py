"""The editor as a page: its way through pieces, its commands, its columns, leaving it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from closet_app.domain.status import ArchiveReason, ItemStatus
from closet_app.services import items, pieces, stock
from closet_app.services.changed import Changed
from closet_app.ui.closet.small_dialogs import ArchiveDialog, ListedDialog
from closet_app.ui.editor.columns import ColumnArea, widths
from closet_app.ui.editor.queue import Queue
from closet_app.ui.editor.span_layout import COLUMNS, place
from closet_app.ui.frame.panes import first_focusable
from closet_app.ui.theme.keeper import ThemeKeeper
from closet_app.ui.widgets.dialogs import ConfirmDialog
from tests.closets import add, usd
from tests.ui.editor_stage import Stage, add_with_photos, stage

pytestmark = pytest.mark.usefixtures("keeper")


@pytest.fixture(scope="module")
def stand(keeper: ThemeKeeper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with stage(tmp_path_factory.mktemp("editor") / "closet") as made:
        yield made


@pytest.fixture
def desk(stand: Stage, qtbot: QtBot) -> Iterator[Stage]:
    yield from stand.serve(qtbot)


@pytest.fixture
def three(desk: Stage) -> tuple[int, ...]:
    return tuple(add(desk.closet, f"Piece {number}") for number in (1, 2, 3))


def run(desk: Stage, action: str) -> None:
    desk.desk.actions.action(action).trigger()
    desk.settle()


def can(desk: Stage, action: str) -> bool:
    return desk.desk.actions.action(action).isEnabled()


def shown(desk: Stage, kind: type[QDialog]) -> QDialog:
    found = [each for each in desk.window.findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_previous_and_next_go_through_the_list_in_the_same_field(
    desk: Stage, three: tuple[int, ...]
) -> None:
    desk.open(three[0], three)
    assert desk.page.title() == "Piece 1"
    assert not desk.page.bar.previous.isEnabled()
    desk.type("bin", "A-01", leave=False)
    desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    desk.settle()
    assert desk.page.title() == "Piece 2"
    assert pieces.piece(desk.closet, three[0]).facts.bin == "A-01"
    field = desk.page.view.form.input("bin")
    assert field is not None
    assert field.box.editor.hasFocus()
    run(desk, "editor.next")
    assert (can(desk, "editor.next"), can(desk, "editor.previous")) == (False, True)
    run(desk, "editor.previous")
    assert desk.page.title() == "Piece 2"


def test_opened_alone_it_goes_through_the_whole_closet(desk: Stage, three: tuple[int, ...]) -> None:
    desk.open(three[1])
    assert desk.page.queue.has_next
    assert desk.page.queue.has_previous


def test_coming_back_shows_the_piece_that_was_left(desk: Stage, three: tuple[int, ...]) -> None:
    desk.open(three[0], three)
    run(desk, "editor.next")
    desk.desk.navigator.go("orders", 1)
    desk.desk.navigator.back()
    desk.settle()
    assert desk.page.title() == "Piece 2"


def test_back_leads_to_where_it_was_opened_from(desk: Stage, three: tuple[int, ...]) -> None:
    desk.open(three[0])
    run(desk, "editor.back")
    assert desk.desk.navigator.place == "closet"


def test_leaving_saves_what_is_typed_and_names_what_cannot_be_read(
    desk: Stage, three: tuple[int, ...]
) -> None:
    desk.open(three[0])
    desk.type("asking", "3x4", leave=False)
    desk.type("title", "Breton tee", leave=False)
    desk.desk.navigator.go("orders")
    desk.settle()
    facts = pieces.piece(desk.closet, three[0]).facts
    assert (facts.title, facts.asking) == ("Breton tee", usd(34))
    told = desk.window.toasts.shown
    assert told is not None
    assert told.accessibleName().startswith("Asking: “3x4”")


def test_closing_the_window_saves_what_is_being_typed(qtbot: QtBot, tmp_path: Path) -> None:
    with stage(tmp_path / "closet") as made:
        made.qtbot = qtbot
        made.window.activateWindow()
        item_id = add(made.closet)
        made.open(item_id)
        made.type("title", "Last words", leave=False)
        made.window.close()
        assert made.jobs.close()
        assert pieces.piece(made.closet, item_id).facts.title == "Last words"


def test_tab_goes_through_the_page_as_it_is_read(desk: Stage, tmp_path: Path) -> None:
    desk.open(add_with_photos(desk.closet, tmp_path))
    desk.type("category", "Shoes")
    start = desk.page.view.photos
    found: list[str] = []
    here = start.nextInFocusChain()
    while here is not None and here is not start:
        found.append(here.accessibleName())
        here = here.nextInFocusChain()
    wanted = (
        "Photo 1, cover", "Photo 2", "Title", "Condition", "Insole", "Weight", "Found at", "Notes",
        "Asking", "Copy title",
    )  # fmt: skip
    places = [found.index(name) for name in wanted]
    assert places == sorted(places)


def test_the_bar_says_title_status_and_whether_it_is_saved(
    desk: Stage, three: tuple[int, ...]
) -> None:
    desk.open(three[0])
    bar = desk.page.bar
    assert bar.state.text() == "Saved"
    desk.type("title", " ")
    assert bar.title.text() == "No title yet"
    desk.type("quantity", "many")
    assert bar.state.text() == "Not saved"
    desk.type("quantity", "2")
    assert bar.state.text() == "Saved"
    stock.mark_listed(desk.closet, [three[0]])
    desk.desk.changed.emit(Changed("", items=frozenset([three[0]])))
    assert bar.pill.accessibleName() == "Listed 0 d"


def test_undo_in_the_bar_takes_the_newest_step_back(desk: Stage, three: tuple[int, ...]) -> None:
    desk.open(three[0])
    desk.type("bin", "B-09")
    assert "bin" in desk.page.bar.undo.toolTip()
    desk.page.bar.undo.click()
    desk.settle()
    assert desk.text("bin") == ""


def test_a_change_made_elsewhere_is_shown(desk: Stage, three: tuple[int, ...]) -> None:
    desk.open(three[0])
    desk.desk.command(lambda: items.move_to_bin(desk.closet, [three[0]], "C-03"))
    desk.settle()
    assert desk.text("bin") == "C-03"


def test_only_commands_that_make_sense_can_be_given(desk: Stage, three: tuple[int, ...]) -> None:
    desk.open(three[0])
    assert can(desk, "editor.mark_listed")
    assert not can(desk, "editor.release")
    assert not can(desk, "editor.unarchive")
    stock.mark_listed(desk.closet, three)
    desk.page.enter(three[0])
    run(desk, "editor.hold")
    assert desk.piece().status is ItemStatus.ON_HOLD
    run(desk, "editor.release")
    assert desk.piece().status is ItemStatus.LISTED


def test_a_piece_is_duplicated_and_the_new_one_opened(desk: Stage, three: tuple[int, ...]) -> None:
    desk.open(three[0], three)
    run(desk, "editor.duplicate")
    assert desk.page.queue.current not in three
    assert desk.facts().title == "Piece 1"
    run(desk, "editor.next")
    assert desk.page.title() == "Piece 2"


def test_a_piece_is_archived_with_its_reason_and_comes_back(
    desk: Stage, three: tuple[int, ...]
) -> None:
    desk.open(three[0])
    run(desk, "editor.archive")
    dialog = shown(desk, ArchiveDialog)
    dialog.findChildren(QRadioButton)[0].setChecked(True)
    dialog.accept()
    desk.settle()
    assert desk.piece().archive_reason is ArchiveReason.DONATED
    run(desk, "editor.unarchive")
    assert desk.piece().status is ItemStatus.DRAFT


def test_a_piece_is_listed_on_the_ticked_marketplaces(desk: Stage, three: tuple[int, ...]) -> None:
    desk.open(three[0])
    run(desk, "editor.mark_listed")
    dialog = shown(desk, ListedDialog)
    assert isinstance(dialog, ListedDialog)
    dialog.checks["ebay"].set_checked(True)
    dialog.submit()
    desk.settle()
    assert [each.marketplace for each in desk.piece().listings if each.live] == ["ebay"]


def test_deleting_asks_and_goes_on_with_the_next_piece(desk: Stage, three: tuple[int, ...]) -> None:
    desk.open(three[1], three)
    run(desk, "editor.trash")
    shown(desk, ConfirmDialog).accept()
    desk.settle()
    assert pieces.piece(desk.closet, three[1]).in_trash
    assert desk.page.title() == "Piece 3"


def test_a_piece_in_trash_can_be_restored_from_its_note(
    desk: Stage, three: tuple[int, ...]
) -> None:
    stock.trash(desk.closet, [three[0]])
    desk.open(three[0])
    desk.page.view.price.standing.notes[0].acted.emit()
    desk.settle()
    assert not desk.piece().in_trash


def test_a_piece_that_is_gone_for_good_is_said_to_be(desk: Stage, three: tuple[int, ...]) -> None:
    desk.open(three[0])
    stock.trash(desk.closet, [three[0]])
    stock.empty_trash(desk.closet, [three[0]])
    desk.page.refresh(Changed("", items=frozenset(three)))
    words = [each.text() for each in desk.page.findChildren(QLabel) if each.isVisible()]
    assert "This piece is not here any more." in words
    desk.page.enter(three[1])
    assert desk.page.view.columns.isVisible()


def test_f6_finds_something_in_every_column(desk: Stage, tmp_path: Path) -> None:
    desk.open(add_with_photos(desk.closet, tmp_path))
    found = [first_focusable(each) for each in desk.page.panes()]
    assert len(found) == 3
    assert all(found)


def test_every_control_has_a_name_for_screen_readers(desk: Stage, tmp_path: Path) -> None:
    desk.open(add_with_photos(desk.closet, tmp_path))
    reached = [
        each
        for each in desk.page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
    ]
    unnamed = [
        each
        for each in reached
        if each.focusProxy() is None and not (each.accessibleName() or getattr(each, "text", str)())
    ]
    assert unnamed == []
    assert len(reached) > 40


def fits(area: ColumnArea) -> bool:
    inside = area.widget()
    return inside is not None and inside.width() <= area.viewport().width()


@pytest.mark.parametrize(("width", "percent", "narrow"), [(1100, 100, False), (1100, 130, True)])
def test_everything_can_be_reached_in_a_small_window_with_large_text(
    desk: Stage, keeper: ThemeKeeper, tmp_path: Path, width: int, percent: int, narrow: bool
) -> None:
    desk.open(add_with_photos(desk.closet, tmp_path))
    keeper.set_text_size(percent)
    desk.window.resize(width, 720)
    columns = desk.page.view.columns
    desk.qtbot.waitUntil(lambda: columns.is_narrow is narrow)
    assert len(desk.page.panes()) == (2 if narrow else 3)
    areas = [columns.left, columns.middle, *([] if narrow else [columns.right])]
    desk.qtbot.waitUntil(lambda: all(fits(area) for area in areas))
    assert columns.width() <= width
    assert all(area.horizontalScrollBar().maximum() == 0 for area in areas)


def test_photos_give_way_first_then_prices(keeper: ThemeKeeper) -> None:
    assert widths(1400, narrow=False) == (408, 400)
    assert widths(1200, narrow=False) == (360, 400)
    assert widths(1024, narrow=False) == (264, 340)


@given(st.lists(st.integers(1, COLUMNS), max_size=30), st.booleans())
def test_cells_of_a_row_never_overlap_and_fit(spans: list[int], narrow: bool) -> None:
    placed = place(spans, narrow=narrow)
    assert len(placed) == len(spans)
    for row in {each.row for each in placed}:
        cells = [each for each in placed if each.row == row]
        assert sum(each.span for each in cells) <= COLUMNS
        assert [each.column for each in cells] == sorted(each.column for each in cells)


def test_a_queue_ends_at_its_ends_and_forgets_what_is_dropped() -> None:
    queue = Queue(2, (1, 2, 3))
    assert queue.step(1)
    assert not queue.step(1)
    assert queue.drop()
    assert queue.current == 2
    assert (queue.has_previous, queue.has_next) == (True, False)
    alone = Queue(9, (1, 2))
    assert (alone.has_previous, alone.has_next) == (False, False)
    assert not alone.drop()
