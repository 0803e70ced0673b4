from __future__ import annotations

import io
import sys

import pytest

from closet_app.cli.telling import progress, say_json, table


class Terminal(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_a_bar_is_shown_on_a_terminal_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with progress() as bar:
        bar.step(1, 4, "Reading photos")
        bar.step(4, 4, "Reading photos")
    shown = screen.getvalue()
    assert "Reading photos" in shown
    assert shown.rstrip().endswith("\x1b[2K")


def test_no_bar_is_written_into_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.StringIO()
    monkeypatch.setattr(sys, "stderr", file)
    with progress() as bar:
        bar.step(1, 4, "Reading photos")
    assert file.getvalue() == ""


def test_the_widest_column_gives_way_on_a_narrow_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("COLUMNS", "40")
    lines = table(("Number", "Title"), [("JL-0001", "크림 스웨터 " * 20)]).splitlines()
    assert lines[1].endswith("…")
    assert len(lines[1]) < 40


def test_figures_stand_flush_right() -> None:
    lines = table(("What", "Kept"), [("a", "$1.00"), ("b", "$1,000.00")], right=(1,)).splitlines()
    assert [line[-1] for line in lines] == ["t", "0", "0"]
    assert len({len(line) for line in lines}) == 1


def test_json_survives_a_terminal_of_few_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="latin-1"))
    say_json({"title": "크림"})
    sys.stdout.flush()
    assert rb"\ud06c" in raw.getvalue()
