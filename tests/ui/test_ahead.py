"""Pages that were not visited yet are loaded on a working thread, and found by their table."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from closet_app.services import gallery
from closet_app.ui.frame.page import Page
from closet_app.ui.shell.ahead import Ahead
from closet_app.ui.shell.pages import BUILT_AHEAD, PAGES, SOONEST, page_modules
from tests.ui.program_stage import Stage, folder, open_stage, stage

__all__ = ["folder", "open_stage", "stage"]
WHERE = "import threading\nON_MAIN = threading.current_thread() is threading.main_thread()\n"


def test_pages_are_loaded_one_after_the_other_away_from_the_window(
    open_stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["first_page_ahead", "second_page_ahead"]
    for name in names:
        (tmp_path / f"{name}.py").write_text(WHERE, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    Ahead(open_stage.desk, names)
    assert not set(names) & set(sys.modules)
    open_stage.qtbot.waitUntil(lambda: set(names) <= set(sys.modules))
    open_stage.settle()
    assert [sys.modules.pop(name).ON_MAIN for name in names] == [False, False]


def test_a_page_is_built_before_it_is_asked_for_and_is_the_one_that_is_shown_then(
    open_stage: Stage,
) -> None:
    navigator = open_stage.desk.navigator
    made: list[Page] = []
    navigator.made.connect(made.append)
    shown = navigator.place
    Ahead(open_stage.desk, (), BUILT_AHEAD)
    open_stage.qtbot.waitUntil(lambda: navigator.page("editor") is not None)
    assert navigator.place == shown
    open_stage.settle()
    navigator.go("editor", gallery.first_ids(open_stage.desk.closet)[0])
    assert navigator.current() is navigator.page("editor")
    assert made == [navigator.page("editor")]


def test_every_page_of_the_window_is_among_them() -> None:
    modules = page_modules()
    assert len(modules) == len(set(modules)) == len(PAGES)
    assert modules[: len(SOONEST)] == [f"closet_app.ui.{each}.page" for each in SOONEST]
    assert {each.split(".")[2] for each in modules} == {row.package for row in PAGES}
