"""What the bundle takes along is what the program reads, and it starts no program but its own."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from PyInstaller.utils import hooks  # type: ignore[import-untyped]

from closet_app.errors import InvalidValueError
from closet_app.printing.label_trial import WORD, try_label

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "closet_app"
SPEC = ROOT / "packaging" / "closet.spec"


class Built:
    """Stands for a step of PyInstaller and keeps what it was given."""

    def __init__(self, *given: Any, **named: Any) -> None:
        self.given, self.named = given, named
        self.pure, self.scripts = (), ("closet_app/__main__.py",)
        self.binaries = [("PySide6/Qt/lib/libQt6Gui.so.6", "", ""), ("libgtk-3.so.0", "", "")]
        self.datas = [("resources/fonts/Inter.ttf", "", "")]


@pytest.fixture(params=["linux", "win32", "darwin"])
def built(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the spec makes on this system, without making it."""
    monkeypatch.setattr(sys, "platform", request.param)
    monkeypatch.setattr(hooks, "collect_submodules", lambda name: [name])
    steps = dict.fromkeys(("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE"), Built)
    names: dict[str, Any] = {"SPECPATH": str(SPEC.parent), **steps}
    exec(compile(SPEC.read_text(encoding="utf-8"), SPEC, "exec"), names)  # noqa: S102  our own file
    return names


def test_every_file_that_is_no_module_is_taken_along(built: dict[str, Any]) -> None:
    pairs = built["analysis"].named["datas"]
    folders = {Path(source) for source, place in pairs if Path(source) == ROOT / place}
    assert ROOT / "resources" in folders
    left = [
        path
        for path in PACKAGE.rglob("*")
        if path.is_file()
        and path.suffix not in {".py", ".pyc"}
        and not folders.intersection(path.parents)
    ]
    assert left == []


def test_the_weights_of_the_text_reader_come_along_without_its_code(built: dict[str, Any]) -> None:
    kept = [place for source, place in built["analysis"].named["datas"] if "rapidocr" in source]
    assert len(kept) >= 3
    assert {Path(place) for place in kept} == {Path("rapidocr/models")}


def test_what_nothing_asks_for_stays_out(built: dict[str, Any]) -> None:
    assert [entry[0] for entry in built["analysis"].binaries] == ["PySide6/Qt/lib/libQt6Gui.so.6"]
    assert {"hypothesis", "mypy", "pytest"} <= set(built["analysis"].named["excludes"])


def test_the_window_has_no_console_where_that_would_show(built: dict[str, Any]) -> None:
    consoles = {each.named["name"]: each.named["console"] for each in built["programs"]}
    assert (
        consoles
        == {
            "linux": {"closet": True},
            "darwin": {"closet": False},
            "win32": {"closet": False, "closet-commands": True},
        }[sys.platform]
    )


def test_only_the_trial_of_labels_starts_the_program_again() -> None:
    starting = re.compile(r"sys\.executable|\bmultiprocessing\b|ProcessPoolExecutor")
    starters = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if starting.search(path.read_text(encoding="utf-8"))
    }
    assert starters == {"printing/label_trial.py"}


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands for the bundle")
def test_a_bundle_tries_labels_by_its_own_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bundle, heard = tmp_path / "closet", tmp_path / "heard"
    bundle.write_text(f'#!/bin/sh\necho "$*" > "{heard}"\nexit 1\n', encoding="utf-8")
    bundle.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(bundle))
    with pytest.raises(InvalidValueError, match="damaged"):
        try_label(b"")
    assert heard.read_text(encoding="utf-8").split() == [WORD]
