"""What is exported, from which pieces or which year, and where it lands."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from closet_app.services.closet import Closet
from closet_app.settings import Settings
from closet_app.ui.asking import Asking
from closet_app.ui.desk import Desk
from closet_app.ui.frame.geometry import WindowPlace
from closet_app.ui.frame.page import Page, PageEntry
from closet_app.ui.frame.window import MainWindow
from closet_app.ui.jobs import Jobs
from closet_app.ui.shell.exporting import ExportDialog, open_export
from tests.closets import add, new_closet, sell

pytestmark = pytest.mark.usefixtures("keeper")


class Choices:
    settings = Settings()

    def change(self, **values: object) -> None:
        """Nothing is kept."""

    def window_place(self, _name: str) -> WindowPlace | None:
        return None

    def remember_window(self, name: str, place: WindowPlace) -> None:
        """Nothing is kept."""


class Answers(Asking):
    def __init__(self, folder: Path) -> None:
        self.folder_for = folder
        self.proposed = ""
        self.kinds = ""

    def save_file(self, _parent: QWidget, _title: str, proposed: str, kinds: str) -> Path | None:
        self.proposed, self.kinds = proposed, kinds
        return self.folder_for / proposed


class Gallery(Page):
    """Shows what a search finds."""

    text = ""

    def searched(self) -> str:
        return self.text


class Stage:
    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.closet: Closet = new_closet(folder / "closet")
        self.window = MainWindow(Choices(), "Juniper Lane")
        self.jobs = Jobs(self.window)
        self.answers, self.gallery = Answers(folder), Gallery()
        self.desk = Desk(self.closet, self.window, self.jobs, Choices(), self.answers)
        self.window.register(PageEntry("closet", lambda: self.gallery))
        self.desk.navigator.go("closet")
        self.window.show()

    def dialog(self, searched: str = "") -> ExportDialog:
        """The dialog, opened while a search is shown."""
        self.gallery.text = searched
        open_export(self.desk)
        self.qtbot.waitUntil(self.jobs.is_idle)
        found = self.window.findChildren(ExportDialog)
        return found[-1]

    def rows(self, dialog: ExportDialog) -> list[dict[str, str]]:
        """What the file holds that the dialog asked for."""
        dialog.submit()
        self.qtbot.waitUntil(lambda: self.toast() == f"Exported {self.answers.proposed}")
        with (self.folder / self.answers.proposed).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def toast(self) -> str:
        shown = self.window.toasts.shown
        return shown.words if shown is not None else ""


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(tmp_path, qtbot)
    yield made
    made.qtbot.waitUntil(made.jobs.is_idle)
    assert made.jobs.close()
    made.window.close()
    made.window.deleteLater()
    made.closet.close()


def choose(dialog: ExportDialog, what: str) -> None:
    dialog.what.set_value(what)
    dialog.what.changed.emit(what)


def test_all_pieces_are_exported_when_nothing_is_searched_for(stage: Stage) -> None:
    add(stage.closet, "Coat")
    add(stage.closet, "Hat")
    dialog = stage.dialog()
    assert not dialog.which.isVisible()
    assert {row["Title"] for row in stage.rows(dialog)} == {"Coat", "Hat"}
    assert stage.answers.proposed == "Juniper Lane pieces.csv"
    assert stage.answers.kinds == "CSV (*.csv)"


def test_the_pieces_found_now_can_be_exported_alone(stage: Stage) -> None:
    add(stage.closet, "Coat", brand="Gap")
    add(stage.closet, "Hat")
    dialog = stage.dialog("brand:gap")
    assert [dialog.which.findChildren(QWidget)[at].accessibleName() for at in (0, 1)] == [
        "All pieces (2)", "Found now (1)",
    ]  # fmt: skip
    dialog.which.set_value("found")
    assert [row["Title"] for row in stage.rows(dialog)] == ["Coat"]


def test_sales_are_those_of_one_year_or_of_all(stage: Stage) -> None:
    for day in (date(2026, 3, 1), date(2025, 3, 1)):
        sell(stage.closet, [add(stage.closet)], ["34"], sold_on=day)
    dialog = stage.dialog("brand:gap")
    choose(dialog, "sales")
    assert dialog.year.isVisible()
    assert not dialog.which.isVisible()
    assert dialog.year.value() == 2026
    assert [row["Sold on"] for row in stage.rows(dialog)] == ["2026-03-01"]
    assert stage.answers.proposed == "Juniper Lane sales 2026.csv"
    dialog = stage.dialog()
    choose(dialog, "sales")
    dialog.year.set_value(0)
    assert [row["Sold on"] for row in stage.rows(dialog)] == ["2025-03-01", "2026-03-01"]
    assert stage.answers.proposed == "Juniper Lane sales.csv"


def test_a_summary_of_nothing_is_refused_in_the_dialog(stage: Stage) -> None:
    dialog = stage.dialog()
    choose(dialog, "summary")
    dialog.submit()
    assert dialog.check() == "Nothing was sold yet."
    assert dialog.isVisible()
    dialog.reject()
