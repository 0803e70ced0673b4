"""Papers and labels: those that come with Closet are looked at, own ones are described."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from closet_app.errors import MachineError
from closet_app.services.print_pages import Kind
from closet_app.services.prints import PieceKind, stocks_for
from closet_app.services.shop import edit_shop
from closet_app.services.stocks import StockDraft, all_stocks, find_stock, is_own
from closet_app.ui.printing.printers import Found, Printers
from closet_app.ui.settings.page import SettingsPage
from closet_app.ui.settings.printing_section import PrintingSection
from closet_app.ui.stocks.drawing import StockDrawing
from closet_app.ui.stocks.form import StockForm
from closet_app.ui.stocks.page import StocksPage
from closet_app.ui.stocks.ruler_dialog import RulerDialog
from closet_app.ui.stocks.stock_rows import rows_of, say_stock
from closet_app.ui.widgets.frames import Note
from tests.ui.program_stage import Stage
from tests.ui.shared_program import house
from tests.ui.shared_program import stage as open_stage

__all__ = ["house", "open_stage"]
pytestmark = pytest.mark.usefixtures("keeper")


class NoPrinters(Printers):
    """A computer without any."""

    def find(self) -> Found:
        return Found()


@pytest.fixture
def page(open_stage: Stage) -> Iterator[StocksPage]:
    """The page with a stock that comes with Closet in hand."""
    open_stage.desk.navigator.go("stocks", "avery-5160")
    open_stage.settle()
    shown = open_stage.page(StocksPage)
    yield shown
    open_stage.settle()
    for stock_id in shown.bench.unsaved:
        shown.bench.open(stock_id)
        shown.bench.drop()
    open_stage.settle()


def type_figure(page: StocksPage, name: str, text: str) -> None:
    """Type into a field letter by letter, without leaving it."""
    line = page.form.figures[name].line
    line.selectAll()
    QTest.keyClicks(line, text)


def begun(page: StocksPage, stage: Stage) -> StocksPage:
    """The page with a stock of the seller's own begun."""
    stage.desk.actions.action("stocks.new").trigger()
    stage.settle()
    return page


def own_names(stage: Stage) -> list[str]:
    """The seller's own stocks."""
    return [each.name for each in all_stocks(stage.desk.closet) if is_own(each.id)]


def describe(page: StocksPage, stage: Stage) -> str:
    """Describe and save ten labels of 4 × 2 inches; returns the stock's id."""
    begun(page, stage)
    for name, text in (
        ("columns", "2"),
        ("rows", "5"),
        ("cell_width", "4"),
        ("cell_height", "2"),
        ("left", "5/32"),
        ("top", "1/2"),
        ("pitch_x", "4 3/16"),
        ("pitch_y", "2"),
    ):
        type_figure(page, name, text)
    stage.desk.actions.action("stocks.save").trigger()
    stage.settle()
    return page.bench.current


def test_stocks_stand_by_kind_and_are_found_by_their_numbers(page: StocksPage) -> None:
    headings = [row.words for row in page.list.model.rows if row.stock is None]
    assert headings == ["Sheets of labels", "Label rolls", "Cards", "Paper"]
    QTest.keyClicks(page.list.search.line, "8160")
    assert [row.words for row in page.list.model.rows if row.stock] == ["Avery 5160, 30 labels"]
    page.list.search.line.selectAll()
    QTest.keyClicks(page.list.search.line, "papyrus")
    assert page.list.nothing.isVisible()


def test_one_that_comes_with_closet_is_only_looked_at(page: StocksPage) -> None:
    assert page.form.figures["left"].text == "0.1875"
    assert not page.form.figures["left"].isEnabled()
    assert page.beside.shipped.isVisible()
    assert not page.bar.save.isVisible()
    page.form.unit.changed.emit("mm")
    assert page.form.figures["left"].text == "4.7625"
    page.form.unit.changed.emit("in")
    assert page.form.figures["left"].text == "0.1875"
    assert not page.bench.is_unsaved


def test_one_like_it_becomes_the_sellers_own_and_can_be_undone(
    page: StocksPage, open_stage: Stage
) -> None:
    page.beside.shipped.acted.emit()
    open_stage.settle()
    assert own_names(open_stage) == ["Avery 5160, 30 labels"]
    assert page.bench.is_own
    assert page.form.figures["left"].isEnabled()
    open_stage.desk.actions.action("stocks.copy").trigger()
    open_stage.settle()
    assert own_names(open_stage) == ["Avery 5160, 30 labels", "Avery 5160, 30 labels 2"]
    open_stage.desk.undo()
    open_stage.settle()
    assert own_names(open_stage) == ["Avery 5160, 30 labels"]
    assert page.bench.current in {each.id for each in page.bench.stocks}


def test_a_described_paper_is_printed_on_afterwards(page: StocksPage, open_stage: Stage) -> None:
    stock_id = describe(page, open_stage)
    closet = open_stage.desk.closet
    stock = find_stock(closet, stock_id)
    assert (stock.per_page, round(stock.left, 2), round(stock.pitch_x, 2)) == (10, 11.25, 301.5)
    assert not page.bench.is_unsaved
    assert stock_id in {each.id for each in stocks_for(closet, PieceKind.ADDRESS)}


def test_the_drawing_follows_every_keystroke(page: StocksPage, open_stage: Stage) -> None:
    begun(page, open_stage)
    drawing = page.desk_view.drawing
    before = drawing.grab().toImage()
    type_figure(page, "columns", "3")
    assert drawing.stock.columns == 3
    assert drawing.grab().toImage() != before
    assert round(drawing.stock.cell_width, 1) == 204.0
    type_figure(page, "rows", "10")
    assert page.desk_view.facts.text() == "30 labels on a sheet."


def test_labels_that_leave_the_page_are_said_at_their_field_and_drawn_red(
    page: StocksPage, open_stage: Stage
) -> None:
    begun(page, open_stage)
    type_figure(page, "columns", "3")
    type_figure(page, "left", "1")
    assert page.form.figures["left"].error == "Labels leave the page on the right."
    assert page.desk_view.fault.isVisible()
    assert page.desk_view.drawing.wrong_cells() == [2]
    assert not page.bar.save.isEnabled()
    type_figure(page, "left", "0")
    assert page.form.figures["left"].error == ""
    assert page.desk_view.drawing.wrong_cells() == []
    assert page.bar.save.isEnabled()


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("cell_width", "wide", "Type a length such as 2.625 or 2 5/8."),
        ("columns", "two", "Type a whole number."),
        ("columns", "0", "There are 1 to 100 labels in a row."),
        ("page_width", "0", "The page is smaller than a quarter inch."),
        ("page_height", "90", "The page is longer than 48 inches."),
        ("margin", "6", "The safe margin leaves no room to print."),
        ("corner", "5", "Corners are rounder than a label is wide."),
    ],
)
def test_the_first_fault_is_said_at_its_field(
    qtbot: QtBot, name: str, text: str, sentence: str
) -> None:
    form, drawing = StockForm(), StockDrawing()
    for widget in (form, drawing):
        qtbot.addWidget(widget)
    form.edited.connect(lambda draft: drawing.show_draft(draft, form.fault))
    form.show_draft(StockDraft(name="Mine"), editable=True)
    line = form.figures[name].line
    line.selectAll()
    QTest.keyClicks(line, text)
    assert form.figures[name].error == sentence
    assert drawing.fault is not None
    assert not drawing.grab().isNull()


def test_a_length_may_name_another_unit(page: StocksPage, open_stage: Stage) -> None:
    begun(page, open_stage)
    type_figure(page, "page_width", "210 mm")
    assert page.form.draft.page_width == pytest.approx(8.2677)
    page.form.unit.changed.emit("mm")
    assert page.form.figures["page_width"].text == "209.9996"
    page.form.unit.changed.emit("in")
    assert page.form.figures["page_width"].text == "8.2677"
    page.form.unit.changed.emit("mm")
    type_figure(page, "page_width", "210")
    assert page.form.draft.stock().width == pytest.approx(595.28, abs=0.01)


def test_a_roll_has_no_columns_and_a_label_as_large_as_its_page(
    page: StocksPage, open_stage: Stage
) -> None:
    begun(page, open_stage)
    type_figure(page, "columns", "3")
    page.form.kind.set_value(Kind.ROLL.value)
    page.form.kind.changed.emit(Kind.ROLL.value)
    type_figure(page, "page_width", "4")
    type_figure(page, "page_height", "6")
    assert not page.form.figures["columns"].isVisible()
    assert page.form.switches["continuous"].isVisible()
    stock = page.form.draft.stock()
    assert (stock.per_page, stock.cell_width, stock.cell_height) == (1, 288.0, 432.0)
    assert page.form.fault is None


def test_labels_can_be_put_in_the_middle(page: StocksPage, open_stage: Stage) -> None:
    begun(page, open_stage)
    for name, text in (("columns", "2"), ("cell_width", "3"), ("cell_height", "5")):
        type_figure(page, name, text)
    type_figure(page, "pitch_x", "3.5")
    page.form.centre.click()
    assert page.form.figures["left"].text == "1"
    assert page.form.figures["top"].text == "3"


def test_a_name_that_is_taken_is_refused_at_its_field(page: StocksPage, open_stage: Stage) -> None:
    describe(page, open_stage)
    begun(page, open_stage)
    assert page.form.name.text == "My labels 2"
    page.form.name.line.selectAll()
    QTest.keyClicks(page.form.name.line, "my LABELS")
    open_stage.desk.actions.action("stocks.save").trigger()
    open_stage.settle()
    assert "already" in page.form.name.error
    assert len(own_names(open_stage)) == 1
    page.form.name.line.clear()
    page.form.name.edited.emit("")
    assert page.form.name.error == "Give the stock a name."


def test_what_is_typed_stays_with_its_stock_until_it_is_saved_or_dropped(
    page: StocksPage, open_stage: Stage
) -> None:
    stock_id = describe(page, open_stage)
    type_figure(page, "top", "0.4")
    page.bench.open("letter")
    assert page.form.name.text == "Letter"
    unsaved = [row.words for row in page.list.model.rows if row.is_unsaved]
    assert unsaved == ["My labels"]
    page.bench.open(stock_id)
    assert page.form.figures["top"].text == "0.4"
    open_stage.desk.actions.action("stocks.drop").trigger()
    assert page.form.figures["top"].text == "0.5"
    type_figure(page, "top", "0.4")
    type_figure(page, "top", "0.5")
    assert not page.bench.is_unsaved


def test_leaving_the_page_saves_what_can_be_printed_on(page: StocksPage, open_stage: Stage) -> None:
    stock_id = describe(page, open_stage)
    type_figure(page, "top", "0.4")
    begun(page, open_stage)
    open_stage.desk.navigator.go("closet")
    open_stage.settle()
    assert own_names(open_stage) == ["My labels"]
    top = find_stock(open_stage.desk.closet, stock_id).top
    assert top == pytest.approx(28.8)
    open_stage.desk.navigator.go("stocks", stock_id)
    type_figure(page, "columns", "9")
    open_stage.desk.navigator.go("closet")
    open_stage.settle()
    assert find_stock(open_stage.desk.closet, stock_id).columns == 2
    open_stage.desk.navigator.go("stocks", stock_id)
    assert page.form.figures["columns"].text == "9"
    assert page.form.fault is not None


def test_deleting_and_undo_bring_a_paper_back(page: StocksPage, open_stage: Stage) -> None:
    stock_id = describe(page, open_stage)
    closet = open_stage.desk.closet
    edit_shop(closet, label_stock=stock_id)
    open_stage.desk.actions.action("stocks.delete").trigger()
    open_stage.settle()
    assert own_names(open_stage) == []
    assert page.bench.current == "avery-5160"
    open_stage.desk.undo()
    open_stage.settle()
    assert own_names(open_stage) == ["My labels"]


def test_a_save_is_undone_in_the_form_as_well(page: StocksPage, open_stage: Stage) -> None:
    describe(page, open_stage)
    type_figure(page, "top", "0.25")
    open_stage.desk.actions.action("stocks.save").trigger()
    open_stage.settle()
    assert page.form.figures["top"].text == "0.25"
    open_stage.desk.undo()
    open_stage.settle()
    assert page.form.figures["top"].text == "0.5"


def test_the_test_page_is_saved_where_there_is_no_printer(
    page: StocksPage, open_stage: Stage, tmp_path: Path
) -> None:
    page.printers = NoPrinters()
    assert page.print_shown()
    dialog = page.dialog
    assert isinstance(dialog, RulerDialog)
    open_stage.settle()
    assert not dialog.printer.isVisible()
    assert not dialog.act_button.isEnabled()
    open_stage.answers.target = tmp_path / "ruler"
    dialog.save_button.click()
    open_stage.settle()
    box = PdfReader(tmp_path / "ruler.pdf").pages[0].mediabox
    assert (round(box.width), round(box.height)) == (612, 792)
    assert not dialog.isVisible()


def test_a_printer_that_is_gone_is_said_in_the_dialog(page: StocksPage, open_stage: Stage) -> None:
    class Gone(Printers):
        def find(self) -> Found:
            return Found(("Office",), "Office")

        def open(self, name: str) -> object:  # type: ignore[override]  # never a printer
            raise MachineError(f"{name} is not there.", remedy="Turn it on.")

    page.printers = Gone()
    page.print_shown()
    dialog = page.dialog
    assert isinstance(dialog, RulerDialog)
    open_stage.settle()
    dialog.act_button.click()
    open_stage.settle()
    assert any(note.isVisible() for note in dialog.findChildren(Note))
    assert dialog.act_button.isEnabled()
    dialog.reject()


def test_settings_and_the_print_room_lead_here(open_stage: Stage) -> None:
    open_stage.desk.navigator.go("settings", "printing")
    open_stage.settle()
    section = open_stage.page(SettingsPage).section("printing")
    assert isinstance(section, PrintingSection)
    section.show_papers()
    assert open_stage.place == "stocks"
    open_stage.page(StocksPage).setFocus()
    QTest.keyClick(open_stage.page(StocksPage), Qt.Key.Key_Escape)
    assert open_stage.place == "settings"
    open_stage.desk.navigator.go("print_room")
    open_stage.settle()
    assert open_stage.desk.actions.action("room.stocks").isEnabled()
    open_stage.desk.actions.action("room.stocks").trigger()
    assert open_stage.place == "stocks"


def test_rows_say_what_a_stock_measures(open_stage: Stage) -> None:
    closet = open_stage.desk.closet
    said = {each.id: say_stock(each, "in") for each in all_stocks(closet)}
    assert said["avery-5160"] == "30 labels, 2.625 × 1 in"
    assert said["letter"] == "8.5 × 11 in"
    assert said["card-4x6-2up"] == "2 cards, 4 × 6 in"
    assert say_stock(find_stock(closet, "a4"), "mm") == "210 × 297 mm"
    assert [row.words for row in rows_of(all_stocks(closet), "in", "4 x 6 2 on")][:1] == ["Cards"]
