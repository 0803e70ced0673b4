"""Labels of a closet from elsewhere are tried in a bounded process before they are drawn here."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from closet_app.db.parcel_records import OrderFileRecord
from closet_app.errors import InvalidValueError
from closet_app.printing import label_trial
from closet_app.services import label_trials, order_files, print_runs
from closet_app.services.closet import Closet
from closet_app.services.print_kinds import NothingToPrintError, PieceKind
from closet_app.services.print_runs import PiecePlan
from closet_app.services.writing import writing
from tests.closets import add, sell
from tests.printing.label_drawings import LAYOUTS

LABEL = LAYOUTS["4 × 6"]


@pytest.fixture(autouse=True)
def unknown_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine that has drawn nothing yet; the folder of its caches."""
    caches = tmp_path / "caches"
    monkeypatch.setattr(label_trials, "cache_folder", lambda: caches)
    monkeypatch.setattr(label_trials, "_DRAWN", {})
    return caches


def came_along(closet: Closet, data: bytes) -> int:
    """An order whose label was attached on another machine."""
    order_id = sell(closet, [add(closet)], ["34"])
    kept = OrderFileRecord(
        order_id=order_id,
        kind="label",
        sha256=closet.files.put(data, "pdf"),
        extension="pdf",
        original_name="label.pdf",
        size_bytes=len(data),
    )
    with writing(closet, "Restored") as step:
        step.ledger.add(replace(kept, added_at=step.ledger.at))
    return order_id


def other_program(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let the trial be this code, as if drawing did it."""
    monkeypatch.setattr(label_trial, "_command", lambda: [sys.executable, "-c", code])


def test_a_label_that_would_bring_the_window_down_is_left_out_of_the_run(
    closet: Closet, monkeypatch: pytest.MonkeyPatch
) -> None:
    order_id = came_along(closet, LABEL)
    other_program(monkeypatch, "import os; os.abort()")
    with pytest.raises(InvalidValueError, match="damaged"):
        order_files.label_pages(closet, order_id)
    with pytest.raises(NothingToPrintError, match="damaged"):
        print_runs.make_run(closet, [order_id], [PiecePlan(kind=PieceKind.POSTAGE)])


def test_what_was_drawn_once_is_not_tried_again(
    closet: Closet, monkeypatch: pytest.MonkeyPatch
) -> None:
    order_id = came_along(closet, LABEL)
    pages = order_files.label_pages(closet, order_id)
    other_program(monkeypatch, "import os; os.abort()")
    monkeypatch.setattr(label_trials, "_DRAWN", {})
    assert order_files.label_pages(closet, order_id) == pages


def test_a_machine_that_can_note_nothing_tries_again_and_prints(
    closet: Closet, unknown_here: Path
) -> None:
    order_id = came_along(closet, LABEL)
    unknown_here.write_text("a file where the folder should be")
    assert order_files.label_pages(closet, order_id)
