"""Labels in a printer's own language, sent as they are through the system's queue."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable

from closet_app.errors import MachineError, NotFoundError
from closet_app.wording import tr

_PATIENCE = 20
"""Seconds that the system's own tools may take to answer."""


def raw_queues() -> tuple[str, ...]:
    """Names of the system's print queues; none where there is no CUPS."""
    tool = shutil.which("lpstat")
    if tool is None:
        return ()
    try:
        answer = _run([tool, "-e"])
    except MachineError:
        return ()
    return tuple(dict.fromkeys(line.strip() for line in answer.splitlines() if line.strip()))


def send_raw(queue: str, labels: Iterable[bytes], title: str) -> str:
    """Put labels into a queue untouched, as one job; returns what the system says of it.

    Raises NotFoundError for a queue there is none of, and MachineError when it refuses.
    """
    tool = shutil.which("lp")
    if tool is None:
        raise MachineError(
            tr("This computer has no print queues that take labels as they are."),
            remedy=tr("Print through the printer’s own driver instead."),
        )
    if queue not in raw_queues():
        raise NotFoundError(
            tr("There is no printer called {printer}.").format(printer=queue),
            remedy=tr("Choose another printer."),
        )
    words = [tool, "-d", queue, "-o", "raw", "-t", _plain(title), "--", "-"]
    return _run(words, b"".join(labels), queue).strip()


def _run(words: list[str], data: bytes | None = None, printer: str = "") -> str:
    """Run one of the system's printing tools, never through a shell."""
    try:
        made = subprocess.run(  # noqa: S603  the tool's full path, and words that no shell reads
            words, input=data, capture_output=True, timeout=_PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise _refused(printer, tr("It does not answer.")) from late
    except OSError as error:
        raise _refused(printer, error.strerror or "") from error
    if made.returncode:
        raise _refused(printer, made.stderr.decode("utf-8", "replace").strip())
    return made.stdout.decode("utf-8", "replace")


def _refused(printer: str, why: str) -> MachineError:
    words = tr("{printer} did not take the labels.").format(printer=printer or tr("The printer"))
    return MachineError(
        f"{words} {why}".strip(), remedy=tr("Turn it on or choose another printer.")
    )


def _plain(title: str) -> str:
    """A job's title without signs that would begin an option or break a line."""
    line = "".join(sign if sign.isprintable() else " " for sign in title).strip(" -")
    return line[:80] or "Closet"
