"""What is done on a page before its picture is taken."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from closet_app.services.design_previews import Content
from closet_app.services.prints import PieceKind
from closet_app.services.stocks import find_stock
from closet_app.ui.designs.page import DesignsPage
from closet_app.ui.intake.page import IntakePage
from closet_app.ui.print_room.page import PrintRoomPage
from closet_app.ui.settings.page import SettingsPage
from closet_app.ui.settings.texts_section import TextsSection
from closet_app.ui.shell.program import Program
from closet_app.ui.stocks.page import StocksPage

T = TypeVar("T")
Gesture = Callable[[Program], object]


def act(action_id: str) -> Gesture:
    """Trigger a command, such as one that opens a dialog."""
    return lambda program: program.window.commands.action(action_id).trigger()


def in_row(row: int) -> Gesture:
    """Put the caret between two photos of a row."""

    def go(program: Program) -> None:
        _intake(program).rows.caret.go(row - 1, 1)

    return go


def all_fields(program: Program) -> None:
    """Open every field of the row in hand."""
    page = _intake(program)
    page.rows.caret.go(1)
    page.rows.commands.toggle_more()


def named_in_korean(program: Program) -> None:
    """Type a long Korean title and a brand, and go on to the next row."""
    page = _intake(program)
    page.rows.caret.go(1)
    for key, words in (
        ("title", "빈티지 오버사이즈 체크 플란넬 셔츠, 보라색과 검은색"),
        ("brand", "무인양품"),
    ):
        page.rows.live.fields[key].line.setText(words)
    page.rows.caret.go(2)


def without_an_intake(program: Program) -> None:
    """Show the page before anything is brought in."""
    _intake(program).work.open(0)


def sheet_of_labels(program: Program) -> None:
    """Address labels on a started sheet, two of them spoiled."""
    room = _page(program, PrintRoomPage).room
    room.aim(PieceKind.ADDRESS)
    paper = find_stock(room.desk.closet, "avery-5163")
    room.change(PieceKind.ADDRESS, paper=paper, start=3, spoiled=frozenset({4, 7}))


def first_order(program: Program) -> None:
    """Show the first order to pack."""
    page = _page(program, PrintRoomPage)
    page.room.show(page.room.orders[0].id)


def editing_a_note(program: Program) -> None:
    """Open the editor of the note of the second order."""
    page = _page(program, PrintRoomPage)
    page.room.show(page.room.orders[1].id)
    page.note.open_editor()


def too_far_right(program: Program) -> None:
    """Type a left edge that pushes the labels over the edge of the sheet."""
    page = _page(program, StocksPage)
    page.form.figures["left"].line.setText("2.4")
    page.form.figures["left"].edited.emit("2.4")


def said_in_korean(program: Program) -> None:
    """Fill the preview with Korean words."""
    pane = _page(program, DesignsPage).preview
    pane.content.set_value(Content.KOREAN)
    pane.read()


def pale_colors(program: Program) -> None:
    """Colors that are hard to read, and the fields below them."""
    page = _page(program, DesignsPage)
    page.studio.type("inks.letter", "#D9C3A5")
    page.form.ensureWidgetVisible(page.form.fields["parts.code"].widget)


def edit_a_text(program: Program) -> None:
    """Open the dialog of one of the texts."""
    section = _page(program, SettingsPage).section("texts")
    if not isinstance(section, TextsSection):
        raise TypeError(section)
    section.rows[1].edited.emit()


def _intake(program: Program) -> IntakePage:
    page = _page(program, IntakePage)
    page.rows.live.show_more(more=False)
    page.rows.board.widen(more=False)
    return page


def _page(program: Program, kind: type[T]) -> T:
    page = program.window.navigator.current()
    if not isinstance(page, kind):
        raise TypeError(page)
    return page
