"""The printed pieces by name, and what is said of one that cannot be printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from closet_app.errors import UserError
from closet_app.services.changed import Problem
from closet_app.wording import tr


class PieceKind(StrEnum):
    """The printed pieces."""

    SLIP = "slip"
    CARD = "card"
    ADDRESS = "address"
    LABEL = "label"
    POSTAGE = "postage"
    RETURN = "return"
    CARE = "care"
    STYLE = "style"
    STICKER = "sticker"
    BIN = "bin"
    PULL = "pull"


OF_RUNS = frozenset({PieceKind.PULL, PieceKind.BIN})
"""What is printed once for all orders of a run: their pull list, and labels of their bins."""
OF_ORDERS = frozenset(PieceKind) - {PieceKind.BIN}
"""What the print room offers: labels of bins are printed from the bins."""


@dataclass(frozen=True, slots=True)
class LeftOut(Problem):
    """An order whose piece cannot be printed until something is put right."""

    order_id: int = 0


class NothingToPrintError(UserError):
    """Everything asked for was left out; `problems` says why, one by one."""

    def __init__(self, problems: Sequence[Problem] = ()) -> None:
        super().__init__(problems[0].why if problems else tr("Nothing was chosen to print."))
        self.problems = tuple(problems)
