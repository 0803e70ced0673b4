"""Problems and endings of a run as notes."""

from __future__ import annotations

from collections.abc import Callable

from closet_app.errors import ClosetError
from closet_app.ui.printing.plan import Part
from closet_app.ui.printing.remarks import RemarkRow
from closet_app.ui.printing.sending import Sent
from closet_app.ui.printing.words import say_rest, say_sent
from closet_app.ui.words import say


def problem_rows(part: Part) -> list[RemarkRow]:
    """What keeps the labels from coming out, else what does not come out as meant."""
    if part.is_blocked and part.error is not None:
        return [error_row(part.error)]
    return [RemarkRow(problem.why) for problem in part.problems]


def sent_row(sent: Sent, go_on: Callable[[], object]) -> RemarkRow:
    """How far a run came that was stopped, by the seller or by the printer."""
    left = sent.left
    if left is None:
        return RemarkRow(say("Everything was sent."), "ok")
    batch = sent.batches[left.batch]
    words = say_sent(batch.stock, left.page, batch.pages, batch.printer)
    action = say_rest(batch.stock, left.page + 1)
    if sent.trouble is None:
        return RemarkRow(words, "warn", say("Stopped"), action, acted=go_on)
    said = f"{words} {sent.trouble.remedy}".strip()
    return RemarkRow(said, "bad", sent.trouble.what, action, acted=go_on)


def error_row(error: ClosetError) -> RemarkRow:
    """What the machine refused."""
    words = " ".join(part for part in (error.safe, error.remedy) if part)
    return RemarkRow(words or error.what, "bad", error.what if words else "")
