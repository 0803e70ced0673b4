"""What our marks say ran is what Python's tracer says ran."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
EVERY_WAY = '''"""Every kind of way through a module."""

from __future__ import annotations

from functools import cache


@cache
def decorated(
    number: int,
) -> str:
    """Its docstring does not run."""
    if (
        number > 3
        and number < 9
    ):
        return "some"
    elif number == 3:
        return "three"
    return "few"


def fall_through(number: int) -> int:
    if number:
        number += 1
    while number > 5:
        number -= 2
        if number == 7:
            break
    else:
        number += 100
    with open(__file__) as file:
        for line in file:
            if not line:
                continue
            if "with" in line:
                break
        if number > 1_000:
            number = 0
    for each in ():
        number += each
    return number


class Kept:
    kind = "kept"

    def tried(self, text: str) -> int | None:
        try:
            found = int(text)
        except ValueError:
            return None
        except (KeyError, TypeError) as why:
            if why.args:
                raise
        else:
            return found
        finally:
            self.kind = "tried"
        never = 1
        return never


def matched(what: object) -> str:
    match what:
        case int() if what > 3:
            return "int"
        case [first, *_]:
            text = f"list of {first}"
        case str():
            text = "str"
    return text


def matched_by_all(what: object) -> str:
    match what:
        case 1:
            return "one"
        case _:
            return "other"


def gives(count: int):
    for each in range(count):
        if each % 2:
            yield each


decorated(5), decorated(1)
fall_through(9), fall_through(0)
Kept().tried("3"), Kept().tried("x")
matched(5), matched([1])
matched_by_all(2)
list(gives(4))
try:
    matched(None)
except UnboundLocalError:
    pass
if __name__ == "never":
    print("no")
'''
TRACED = "import coverage; c = coverage.Coverage(data_suffix=True, include=['*/ways.py'])"
TRACED += "; c.start(); import ways; c.stop(); c.save()"
MARKED = "from pathlib import Path; from tools import probes; probes.begin(Path.cwd())"
MARKED += "; import ways; probes.keep()"


def seen(folder: Path, code: str, data: str) -> dict[str, Any]:
    """What coverage reports of `ways` after `code` has run."""

    def run(*words: str) -> None:
        paths = os.pathsep.join(map(str, (folder, ROOT)))
        around = {**os.environ, "PYTHONPATH": paths, "COVERAGE_FILE": str(folder / data)}
        subprocess.run([sys.executable, *words], cwd=folder, env=around, check=True)

    run("-c", code)
    run("-m", "coverage", "combine", "--quiet")
    run("-m", "coverage", "json", "--quiet", "-o", f"{data}.json")
    found: dict[str, Any] = json.loads((folder / f"{data}.json").read_text())["files"]["ways.py"]
    return found


@pytest.mark.parametrize(
    "part", ["executed_lines", "missing_lines", "executed_branches", "missing_branches", "summary"]
)
def test_marks_tell_what_a_tracer_tells(
    both: tuple[dict[str, Any], dict[str, Any]], part: str
) -> None:
    traced, marked = both
    assert marked[part] == traced[part]
    assert marked[part]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], dict[str, Any]]:
    """A module as a tracer sees it, and as our marks do."""
    folder = tmp_path_factory.mktemp("ways")
    (folder / "ways.py").write_text(EVERY_WAY)
    (folder / ".coveragerc").write_text("[run]\nbranch = true\n")
    return seen(folder, TRACED, "traced"), seen(folder, MARKED, "marked")
