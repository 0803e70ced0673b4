"""PDFs from elsewhere are drawn by a process of their own first."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest

from closet_app.errors import InvalidValueError
from closet_app.printing import label_trial
from closet_app.printing.label_trial import Trial, try_label
from tests.printing.label_drawings import LAYOUTS, NAME, page
from tests.printing.test_label_pdf import REFUSED


def test_a_label_comes_through_and_a_page_without_one_is_named() -> None:
    found = try_label(LAYOUTS["upper left of Letter"])
    assert found.lost == ()
    assert NAME in found.words
    assert try_label(page(lambda canvas: canvas.drawString(72, 700, "x"))) == Trial((0,), "x")


@pytest.mark.parametrize("kind", ["locked", "blank", "ten thousand million forms"])
def test_what_is_refused_is_refused_by_the_same_sentence(kind: str) -> None:
    data, said = REFUSED[kind]
    with pytest.raises(InvalidValueError, match=said) as refused:
        try_label(data)
    assert refused.value.field == "label"


def other_program(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let the trial be this code, as if drawing did it."""
    monkeypatch.setattr(label_trial, "_command", lambda: [sys.executable, "-c", code])


def test_a_file_that_brings_the_drawing_down_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    other_program(monkeypatch, "import os; os.abort()")
    with pytest.raises(InvalidValueError, match="damaged"):
        try_label(LAYOUTS["4 × 6"])


def test_a_file_that_is_drawn_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    other_program(monkeypatch, "import time; time.sleep(60)")
    begun = time.monotonic()
    with pytest.raises(InvalidValueError, match="takes too long"):
        try_label(LAYOUTS["4 × 6"], seconds=0.3)
    assert time.monotonic() - begun < 10


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux alone")
def test_a_trial_cannot_take_all_memory() -> None:
    code = (
        "from closet_app.printing.label_trial import _bound_memory, MOST_MEMORY\n"
        "_bound_memory()\n"
        "bytearray(MOST_MEMORY + 1)"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert b"MemoryError" in made.stderr


def test_trials_side_by_side_do_not_wait_for_one_another() -> None:
    found: list[Trial] = []
    threads = [
        threading.Thread(target=lambda: found.append(try_label(LAYOUTS["4 × 6"]))) for _ in range(2)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert [each.lost for each in found] == [(), ()]
