"""What a run leaves out, as sentences with the way to put it right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from closet_app.services.changed import Problem
from closet_app.services.print_runs import RunPlan
from closet_app.services.prints import LeftOut, PieceKind
from closet_app.ui.printing.remarks import RemarkRow
from closet_app.ui.words import say

LEFT_TO_RIGHT = "\u200e"
"""Keeps a sentence in its direction when it begins with a name in another one."""


@dataclass(frozen=True, slots=True)
class WaysOn:
    """What is done for an order: its buyer's address typed in, its note edited."""

    add_address: Callable[[int], object]
    edit_note: Callable[[int], object]


def problem_rows(plan: RunPlan, ways: WaysOn) -> list[RemarkRow]:
    """A row for each problem of the run, in its order."""
    pairs = zip(plan.problems, kinds_left_out(plan), strict=True)
    return [_row(problem, kind, ways) for problem, kind in pairs]


def kinds_left_out(plan: RunPlan) -> list[PieceKind | None]:
    """Which piece each problem of the run is about; None for one that leaves nothing out.

    Of one order, the run names its problems in the order of its pieces.
    """
    waiting: dict[int, list[PieceKind]] = {}
    for piece in plan.pieces:
        for order_id in plan.left_out.get(piece.kind, ()):
            waiting.setdefault(order_id, []).append(piece.kind)
    found: list[PieceKind | None] = []
    for problem in plan.problems:
        kinds = waiting.get(problem.order_id, []) if isinstance(problem, LeftOut) else []
        found.append(kinds.pop(0) if kinds else None)
    return found


def _row(problem: Problem, kind: PieceKind | None, ways: WaysOn) -> RemarkRow:
    why = f"{LEFT_TO_RIGHT}{problem.why}" if _is_left_to_right() else problem.why
    order_id = problem.order_id if isinstance(problem, LeftOut) else 0
    if kind is PieceKind.ADDRESS:
        return RemarkRow(
            why,
            action=say("Add address"),
            icon="map-pin",
            acted=lambda: ways.add_address(order_id),
        )
    if kind is PieceKind.CARD:
        return RemarkRow(why, action=say("Edit note"), acted=lambda: ways.edit_note(order_id))
    return RemarkRow(why)


def _is_left_to_right() -> bool:
    """Whether the window's own language is written from the left."""
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight
