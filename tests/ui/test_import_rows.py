"""Every row with what becomes of it: sieved, said in full, saved when broken, read in the open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester

from closet_app.errors import UserError
from closet_app.services import gallery, imports
from closet_app.services.imports import PreviewRow, RowState
from closet_app.ui.importing.row_columns import columns_for, voice_of
from closet_app.ui.importing.row_model import RowModel, Sieve
from closet_app.ui.jobs import Jobs
from tests.closets import add
from tests.ui.import_stage import Stage, stage, write_csv

pytestmark = pytest.mark.usefixtures("keeper")
__all__ = ["stage"]

MIXED = (
    ["SKU", "Title", "Cost", "Bought on", "Marketplaces"],
    ["A-1", "Wool coat", "44", "2026-01-31", "eBay"],
    ["A-2", "Felt hat", "3 for $10", "", ""],
    ["A-3", "Scarf", "-abc", "31/31/2026", ""],
    ["A-4", "Boots", "12", "", ""],
    ["", "TOTAL", "59", "", ""],
)  # fmt: skip


def mixed(stage: Stage, tmp_path: Path) -> Path:
    add(stage.closet, "Boots", sku="a-4")
    return write_csv(tmp_path / "list.csv", *MIXED)


def texts(stage: Stage) -> list[str]:
    labels = stage.page.rows.details.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


def test_chips_count_the_rows_and_show_only_theirs(stage: Stage, tmp_path: Path) -> None:
    page = stage.open(mixed(stage, tmp_path))
    chips = page.rows.sieves.chips
    assert [chip.text() for chip in chips.values() if chip.isVisible()] == [
        "All 5", "New 2", "To look at 1", "Already here 1", "Broken 1", "No piece 1",
    ]  # fmt: skip
    for sieve, lines in ((Sieve.BROKEN, [4]), (Sieve.CHECK, [3]), (Sieve.ALL, [2, 3, 4, 5, 6])):
        stage.press(chips[sieve])
        assert [row.line for row in stage.rows()] == lines
        assert chips[sieve].isChecked()


def test_a_chip_stays_chosen_while_columns_are_mapped(stage: Stage, tmp_path: Path) -> None:
    page = stage.open(mixed(stage, tmp_path))
    stage.press(page.rows.sieves.chips[Sieve.BROKEN])
    stage.take_as("Bought on", "")
    assert [row.line for row in stage.rows()] == [4]
    stage.take_as("Cost", "")
    assert page.rows.sieves.chips[Sieve.ALL].isChecked()
    assert Sieve.BROKEN not in stage.counts()


def test_the_row_under_the_cursor_is_said_in_full(stage: Stage, tmp_path: Path) -> None:
    page = stage.open(mixed(stage, tmp_path))
    assert texts(stage)[:2] == ["Row 2", "Wool coat"]
    assert "Paid: $44.00" in texts(stage)[-1]
    page.rows.view.go_to_line(4)
    assert "Row 4" in texts(stage)
    assert any("Cost: " in text and "Bought on: " in text for text in texts(stage))
    assert page.rows.details.accessibleName().startswith("Row 4. Broken")
    page.rows.view.setFocus()
    stage.qtbot.keyClick(page.rows.view, Qt.Key.Key_End)
    assert texts(stage)[0] == "Row 6"


def test_cells_are_said_with_their_heading(stage: Stage, tmp_path: Path) -> None:
    model = stage.open(mixed(stage, tmp_path)).rows.model
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [model.data(model.index(0, at), role) for at in range(model.columnCount())]
    assert said == [
        "Row: 2", "What it is: New", "Piece: Wool coat", "Found on (day): Jan 31", "Paid: $44.00",
        "Item number: A-1", "Listed on: eBay",
    ]  # fmt: skip


def test_markup_is_shown_as_it_stands(stage: Stage, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "list.csv", ["Title"], ["<b>Coat</b> & <img src=x>"])
    model = stage.open(file).rows.model
    index = model.index(0, 2)
    assert model.data(index) == "<b>Coat</b> & <img src=x>"
    assert "&lt;b&gt;" in model.data(index, Qt.ItemDataRole.ToolTipRole)
    assert texts(stage)[1] == "<b>Coat</b> & <img src=x>"


def test_broken_rows_are_saved_put_right_and_taken_in(stage: Stage, tmp_path: Path) -> None:
    page = stage.open(mixed(stage, tmp_path))
    assert page.rows.sieves.save.text() == "Save 1 broken row…"
    stage.answers.target = tmp_path / "broken"
    stage.press(page.rows.sieves.save)
    saved = tmp_path / "broken.csv"
    assert stage.toast() == "1 row saved in broken.csv"
    text = saved.read_text("utf-8-sig")
    assert "Why it was not taken in" in text
    assert stage.open(saved).bring.text() == "Nothing new to bring in"
    assert not page.reading.mapping.unknown
    saved.write_text(text.replace("'-abc", "8").replace("31/31/2026", ""), "utf-8-sig")
    stage.press(stage.open(saved).bring)
    assert gallery.counts(stage.closet).items == 2


def test_nothing_is_saved_when_no_place_is_chosen(stage: Stage, tmp_path: Path) -> None:
    page = stage.open(mixed(stage, tmp_path))
    stage.press(page.rows.sieves.save)
    assert stage.toast() == ""


def test_the_model_keeps_its_promises(
    stage: Stage, tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    sheet = imports.read_sheet(mixed(stage, tmp_path))
    mapping = imports.guess(stage.closet, sheet)
    rows: list[PreviewRow] = []
    model = RowModel(voice_of(stage.closet))
    qtmodeltester.check(model, force_py=True)
    model.show(rows, columns_for(mapping.fields), voice_of(stage.closet))
    imports.preview(stage.closet, sheet, mapping, seen=rows)
    assert model.rowCount() == 0
    model.grow()
    model.grow()
    assert model.rowCount() == 5
    model.sift(Sieve.NEW)
    assert [model.place_of(line) for line in (0, 3, 4)] == [0, 1, 1]
    assert model.row_at(7) is None


class Slow:
    """Lets a reading go on only when the test says so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.half, self.go_on = Event(), Event()
        whole = imports.preview

        def preview(*given: object) -> object:
            seen = given[5]
            assert isinstance(seen, list)
            found = whole(*given[:4])  # type: ignore[arg-type]
            progress = given[4]
            seen.extend(found.rows[:3])
            progress.step(1, 2, "")  # type: ignore[attr-defined]
            self.half.set()
            while not self.go_on.wait(0.01):
                progress.step(1, 2, "")  # type: ignore[attr-defined]
            seen.extend(found.rows[3:])
            return found

        monkeypatch.setattr(imports, "preview", preview)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    made = Slow(monkeypatch)
    yield made
    made.go_on.set()


def test_rows_of_a_long_file_are_shown_as_they_are_read(
    stage: Stage, tmp_path: Path, slow: Slow
) -> None:
    stage.desk.navigator.go("import", mixed(stage, tmp_path))
    pane = stage.page.rows
    stage.qtbot.waitUntil(pane.progress.isVisible)
    stage.qtbot.waitUntil(lambda: pane.model.rowCount() == 3)
    assert stage.page.bring.text() == "Reading rows…"
    assert not stage.page.bring.isEnabled()
    slow.go_on.set()
    stage.settle()
    assert not pane.progress.isVisible()
    assert pane.model.rowCount() == 5
    assert stage.page.bring.text() == "Bring in 2 pieces"


def test_reading_can_be_stopped_and_gone_on_with(stage: Stage, tmp_path: Path, slow: Slow) -> None:
    stage.desk.navigator.go("import", mixed(stage, tmp_path))
    pane = stage.page.rows
    stage.qtbot.waitUntil(pane.progress.isVisible)
    pane.progress.stopped.emit()
    stage.settle()
    assert pane.stopped.isVisible()
    assert not stage.page.bring.isEnabled()
    slow.go_on.set()
    pane.stopped.acted.emit()
    stage.settle()
    assert not pane.stopped.isVisible()
    assert stage.page.bring.isEnabled()


def test_stopped_while_columns_are_settled_no_row_is_read(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, whole = Event(), imports.settled

    def settled(*given: object) -> object:
        found = whole(*given)  # type: ignore[arg-type]
        held.wait()
        return found

    monkeypatch.setattr(imports, "settled", settled)
    stage.desk.navigator.go("import", mixed(stage, tmp_path))
    page = stage.page
    stage.qtbot.waitUntil(page.rows.progress.isVisible)
    page.rows.progress.stopped.emit()
    held.set()
    stage.settle()
    assert page.rows.stopped.isVisible()
    assert (page.reading.rows, page.reading.preview) == ([], None)
    page.rows.stopped.acted.emit()
    stage.settle()
    assert stage.page.bring.isEnabled()


def test_the_first_row_of_a_long_file_is_looked_at_as_soon_as_it_is_read(
    stage: Stage, tmp_path: Path, slow: Slow
) -> None:
    stage.desk.navigator.go("import", mixed(stage, tmp_path))
    pane = stage.page.rows
    stage.qtbot.waitUntil(lambda: pane.model.rowCount() == 3)
    assert texts(stage)[0] == "Row 2"
    pane.view.go_to_line(3)
    slow.go_on.set()
    stage.settle()
    assert texts(stage)[0] == "Row 3", "the cursor is the seller's"


def test_a_chip_and_the_cursor_outlast_a_long_reading(
    stage: Stage, tmp_path: Path, slow: Slow
) -> None:
    slow.go_on.set()
    page = stage.open(mixed(stage, tmp_path))
    stage.press(page.rows.sieves.chips[Sieve.BROKEN])
    assert texts(stage)[0] == "Row 4"
    slow.go_on.clear()
    page.reading.take_as(3, None)
    stage.qtbot.waitUntil(page.rows.progress.isVisible)
    slow.go_on.set()
    stage.settle()
    assert page.rows.sieves.chips[Sieve.BROKEN].isChecked()
    assert [row.line for row in stage.rows()] == [4]
    assert texts(stage)[0] == "Row 4"


def test_a_change_of_mind_stops_the_reading_before(
    stage: Stage, tmp_path: Path, slow: Slow
) -> None:
    stage.desk.navigator.go("import", mixed(stage, tmp_path))
    stage.qtbot.waitUntil(slow.half.is_set)
    page = stage.page
    page.reading.take_as(2, None)
    slow.go_on.set()
    stage.settle()
    assert page.reading.preview is not None
    assert page.reading.preview.count(RowState.BROKEN) == 1
    assert "Paid" not in [column.words for column in page.rows.model.columns]


def test_bringing_in_can_be_stopped_and_nothing_is_kept(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = Event()
    whole = imports.apply

    def apply(closet: object, preview: object, progress: object) -> object:
        begun.set()
        while True:
            progress.step(0, 1, "")  # type: ignore[attr-defined]

    monkeypatch.setattr(imports, "apply", apply)
    page = stage.open(mixed(stage, tmp_path))
    page.bring_in()
    stage.qtbot.waitUntil(begun.is_set)
    assert page.bring.text() == "Bringing in…"
    stage.window.status._stop()  # noqa: SLF001 - what its Stop does
    stage.settle()
    assert page.bring.text() == "Bring in 2 pieces"
    assert gallery.counts(stage.closet).items == 1
    monkeypatch.setattr(imports, "apply", whole)
    stage.press(page.bring)
    assert gallery.counts(stage.closet).items == 3


def test_a_refusal_is_said_in_place(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def apply(*_given: object) -> object:
        raise UserError("There is nothing new in list.csv.", safe="Nothing was changed.")

    monkeypatch.setattr(imports, "apply", apply)
    page = stage.open(mixed(stage, tmp_path))
    stage.press(page.bring)
    said = [label.text() for label in page.problem.findChildren(QLabel)]
    assert said == ["There is nothing new in list.csv.", "Nothing was changed."]
    assert page.bring.isEnabled()


def test_jobs_give_the_interface_its_turn(jobs: Jobs) -> None:
    import sys

    from closet_app.ui.jobs import TURN

    assert jobs.is_idle()
    assert sys.getswitchinterval() == pytest.approx(TURN)


def test_another_file_is_shown_whole_and_from_its_top(stage: Stage, tmp_path: Path) -> None:
    page = stage.open(mixed(stage, tmp_path))
    stage.press(page.rows.sieves.chips[Sieve.BROKEN])
    stage.open(write_csv(tmp_path / "other.csv", ["Title"], ["Coat"], ["Hat"]))
    assert [row.line for row in stage.rows()] == [2, 3]
    assert page.rows.view.currentIndex().row() == 0
