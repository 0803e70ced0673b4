"""How commands speak: results on stdout, everything else on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

import typer

from closet_app.domain.progress import SILENT, Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

GAP = "  "
NARROWEST = 12


def say(text: str) -> None:
    """A result, on stdout."""
    typer.echo(text)


def note(text: str) -> None:
    """A remark, on stderr."""
    typer.echo(text, err=True)


def say_json(value: object) -> None:
    """A result for other programs."""
    typer.echo(json.dumps(value, indent=2, ensure_ascii=not _writes_every_letter()))


def say_problems(problems: Iterable[Any]) -> None:
    """What was left out, each by its name, on stderr."""
    for each in problems:
        note(f"{each.name}: {each.why}")


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Columns as wide as their widest cell; on a terminal the widest gives way.

    Columns in `right` are flush right, as figures are.
    """
    from rich.cells import cell_len

    lines = [list(headings), *(list(row) for row in rows)]
    widths = [max(cell_len(line[at]) for line in lines) for at in range(len(headings))]
    if sys.stdout.isatty():
        _narrow(widths, get_terminal_size().columns)
    shown = (
        GAP.join(
            _fitted(cell, widths[at], right=at in right) for at, cell in enumerate(line)
        ).rstrip()
        for line in lines
    )
    return "\n".join(shown)


@contextmanager
def progress() -> Iterator[Progress]:
    """A bar on stderr where somebody can see it."""
    if not sys.stderr.isatty():
        yield SILENT
        return
    bar = _Bar()
    try:
        yield bar
    finally:
        bar.end()


def speak_every_script() -> None:
    """Letters that a terminal cannot show must not end a command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


class _Bar:
    """One line of rich that says what is going on and how far it is."""

    def __init__(self) -> None:
        self._bars: Bars | None = None
        self._task: TaskID | None = None

    def step(self, done: int, total: int, words: str) -> None:
        """Show `done` of `total`."""
        if self._bars is None:
            self._begin()
        if self._bars is not None and self._task is not None:
            self._bars.update(self._task, completed=done, total=total, description=words)

    def end(self) -> None:
        """Take the line away."""
        if self._bars is not None:
            self._bars.stop()

    def _begin(self) -> None:
        from rich.console import Console
        from rich.progress import Progress as Bars

        self._bars = Bars(console=Console(stderr=True), transient=True)
        self._task = self._bars.add_task("", total=None)
        self._bars.start()


def _narrow(widths: list[int], room: int) -> None:
    over = sum(widths) + len(GAP) * (len(widths) - 1) - room
    if over > 0:
        widest = widths.index(max(widths))
        widths[widest] = max(NARROWEST, widths[widest] - over)


def _fitted(cell: str, width: int, *, right: bool) -> str:
    from rich.cells import cell_len, set_cell_size

    size = cell_len(cell)
    if size > width:
        return set_cell_size(cell, width - 1).rstrip() + "…"
    return " " * (width - size) + cell if right else cell + " " * (width - size)


def _writes_every_letter() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
