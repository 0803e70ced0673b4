"""A PDF from elsewhere is first cut and drawn by a process of its own, bounded in time and memory.

What draws PDFs is written in C. A file made to bring it down, or to keep it busy for ever, ends
that process and not the window; only a file that came through it whole is kept, and drawn here.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from closet_app.errors import InvalidValueError, MachineError

WORD = "try-label"
"""The word with which the program starts itself for a trial."""
SECONDS = 30
MOST_MEMORY = 1_500_000_000
"""Bytes beyond what the process has when it begins; a page of 600 dots to the inch takes 35 MB."""
_DPI = 300
_LONGEST_ANSWER = 100_000
_MOST_PAGES = 3
"""Pages whose words are read: an order is told by its first label."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a PDF: its pages, from 0, where no label was seen, and the words on it.

    The words are those that a program can read, and none when the label is a picture.
    """

    lost: tuple[int, ...]
    words: str


def try_label(data: bytes, *, seconds: float = SECONDS) -> Trial:
    """Let another process cut and draw a PDF.

    Raises InvalidValueError, by sentence, for one that cannot be printed, MachineError when
    there can be no other process.
    """
    try:
        made = subprocess.run(  # noqa: S603  this very program
            _command(), input=data, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise InvalidValueError(
            "This PDF takes too long to draw.",
            field="label",
            remedy="Print the label from the marketplace, or attach a picture of it.",
        ) from late
    except OSError as error:
        raise MachineError(
            "The label could not be looked at.", safe="Nothing was changed.", remedy="Try again."
        ) from error
    if made.returncode:
        raise InvalidValueError(
            "This PDF is damaged and cannot be printed.",
            field="label",
            remedy="Download the label again.",
        )
    answer = json.loads(made.stdout[:_LONGEST_ANSWER])
    if "refused" in answer:
        raise InvalidValueError(answer["refused"], field="label", remedy=answer["remedy"])
    return Trial(tuple(answer["lost"]), answer["words"])


def answer_trial() -> int:
    """Be that process: read the PDF, draw all of it and write what came of it; returns 0."""
    data = sys.stdin.buffer.read()
    try:
        answer: dict[str, object] = {"lost": _drawn(data), "words": _words(data)}
    except InvalidValueError as refused:
        answer = {"refused": refused.what, "remedy": refused.remedy}
    sys.stdout.write(json.dumps(answer))
    return 0


def _drawn(data: bytes) -> list[int]:
    from closet_app.printing.label_pdf import cuts, label_pages, require_label_pdf
    from closet_app.printing.preview import page_count, render_page

    _bound_memory()
    require_label_pdf(data)
    pages = label_pages(data)
    for page in range(page_count(pages)):
        render_page(pages, page, dpi=_DPI)
    return [cut.page for cut in cuts(data) if not cut.found]


def _words(data: bytes) -> str:
    from closet_app.printing.preview import page_count, page_words

    pages = range(min(page_count(data), _MOST_PAGES))
    return "\n".join(page_words(data, page) for page in pages)


def _bound_memory() -> None:
    """Where the system can; elsewhere time alone is bounded."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + MOST_MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _command() -> list[str]:
    """How this program is started; a bundled one is its own command."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORD]
    return [sys.executable, "-m", "closet_app", WORD]
