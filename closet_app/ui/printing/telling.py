"""Problems and endings of a run as notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from closet_app.errors import ClosetError
from closet_app.services.changed import Problem
from closet_app.services.print_pages import TextTooLongError
from closet_app.services.prints import LeftOut
from closet_app.ui.printing.plan import Part
from closet_app.ui.printing.remarks import RemarkRow
from closet_app.ui.printing.sending import Sent
from closet_app.ui.printing.words import say_rest, say_sent
from closet_app.ui.words import say

AddAddress = Callable[[int], object]
Shorten = Callable[[], object]


def problem_rows(
    parts: Sequence[Part], add_address: AddAddress | None, shorten: Shorten
) -> list[RemarkRow]:
    """What keeps parts from coming out first, then what is left out or not as meant."""
    shown = [part for part in parts if part.on]
    blocked = [_blocked(part.error, shorten) for part in shown if part.is_blocked and part.error]
    problems = [problem for part in shown for problem in part.problems]
    return [*blocked, *(_problem(each, add_address) for each in problems)]


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


def _blocked(error: ClosetError, shorten: Shorten) -> RemarkRow:
    if isinstance(error, TextTooLongError):
        return RemarkRow(str(error), "bad", action=say("Edit note"), acted=shorten)
    return error_row(error)


def _problem(problem: Problem, add_address: AddAddress | None) -> RemarkRow:
    if add_address is None or not isinstance(problem, LeftOut):
        return RemarkRow(problem.why)
    order_id = problem.order_id
    return RemarkRow(
        problem.why,
        action=say("Add address"),
        icon="map-pin",
        acted=lambda: add_address(order_id),
    )
