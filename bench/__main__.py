"""`python -m bench [NAME…] [--write]`: every benchmark against its named floor, as one table."""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

NAMES = (
    "gallery",
    "search",
    "photos",
    "intake",
    "vision",
    "printing",
    "designs",
    "exchange",
    "opening",
)
PAGE = Path(__file__).resolve().parent.parent / "docs" / "performance.md"
HEADINGS = ("what", "measured", "floor", "ratio", "goal", "reached")
INTRODUCTION = """# How fast Closet is

Each line is measured in the same run as its floor or peer, on one machine, and nothing here is
asserted by a test. The table was made by

```
make bench
```

"""


def main(words: Sequence[str] | None = None) -> int:
    """Run the named benchmarks, or all of them, and print their table."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", help="which ones; all without")
    parser.add_argument("--write", action="store_true", help="keep the table in docs")
    asked = parser.parse_args(words)
    figures = list(_measured(asked.names or NAMES))
    Console().print(_shown(figures))
    if asked.write:
        PAGE.write_text(_page(figures), encoding="utf-8")
    return 0


def _measured(names: Iterable[str]) -> Iterable[dict[str, Any]]:
    wanted = list(names)
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("measuring", total=len(wanted))
        for name in wanted:
            progress.update(task, description=f"measuring {name}")
            yield from importlib.import_module(f"bench.{name}").measure()
            progress.advance(task)


def _shown(figures: Sequence[dict[str, Any]]) -> Table:
    table = Table(*HEADINGS)
    for figure in figures:
        table.add_row(*_cells(figure))
    return table


def _cells(figure: dict[str, Any]) -> tuple[str, ...]:
    unit, ratio, goal = figure["unit"], figure.get("ratio"), figure.get("goal")
    floor = figure.get("floor")
    against = figure["value"] if ratio is None else ratio
    sign, is_reached = _judged(against, goal, more_is_better=figure.get("more_is_better", False))
    return (
        figure["name"],
        f"{_number(figure['value'])} {unit}",
        "" if floor is None else f"{_number(floor)} {unit}",
        "" if ratio is None else f"{ratio:.2f} ×",
        "" if goal is None else f"{sign} {goal:g} {unit if ratio is None else '×'}",
        "" if goal is None else ("yes" if is_reached else "no"),
    )


def _judged(measured: float, goal: float | None, *, more_is_better: bool) -> tuple[str, bool]:
    """The sign before the goal, and whether it is reached."""
    if more_is_better:
        return "≥", goal is not None and measured >= goal
    return "≤", goal is not None and measured <= goal


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.2f}"


def _page(figures: Sequence[dict[str, Any]]) -> str:
    lines = [f"| {' | '.join(HEADINGS)} |", f"|{' --- |' * len(HEADINGS)}"]
    lines += [f"| {' | '.join(_cells(figure))} |" for figure in figures]
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    return f"{INTRODUCTION}on a machine with {machine}.\n\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
