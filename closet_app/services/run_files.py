"""The files of a run: one for each stock, so that a parcel's things come out together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from io import BytesIO

from closet_app.domain.progress import Progress
from closet_app.printing import documents
from closet_app.printing.cards.sheets import TWO_SIDED, Faces, Flip, Turning
from closet_app.printing.cards.sides import has_back
from closet_app.printing.documents import Printed
from closet_app.printing.mixed import make_mixed
from closet_app.printing.sheet import Layout
from closet_app.printing.stock import Stock
from closet_app.printing.values import Card
from closet_app.services.changed import Problem
from closet_app.services.print_kinds import PieceKind
from closet_app.services.printer_settings import STRAIGHT, Nudge, layout_of
from closet_app.services.run_records import PiecePlan, RunFile, RunPart
from closet_app.services.run_values import Choices, Gathered, OrderPiece
from closet_app.wording import tr

Nudges = Callable[[Stock], Nudge]
"""How the printer that a stock lies in is nudged."""
FRONTS_AND_BACKS = 2


class Backs(StrEnum):
    """How cards get their backs: by a printer with two sides, or from a file of their own.

    `APART` is printed after the stack was turned like a page; `APART_FROM_LAST` is for
    printers that lay the last sheet on top of the stack.
    """

    BEHIND = "behind"
    APART = "apart"
    APART_FROM_LAST = "apart_from_last"


def straight(_stock: Stock) -> Nudge:
    """No nudge on any stock."""
    return STRAIGHT


@dataclass(frozen=True, slots=True)
class Making:
    """How files are made; each file begins with its piece `begin`, from 1."""

    choices: Choices
    plans: Mapping[PieceKind, PiecePlan]
    nudges: Nudges
    backs: Backs
    progress: Progress
    begin: int = 1


def files_of(run: Gathered, making: Making) -> tuple[tuple[RunFile, ...], list[Problem]]:
    """The files in the order in which their stocks are named, and what they remark."""
    files: list[RunFile] = []
    remarks: list[Problem] = []
    for kinds in _groups(making):
        found = run.of(*kinds)
        pieces = [each for each in found for _ in range(making.plans[each.kind].copies)]
        pieces = pieces[making.begin - 1 :]
        if not pieces:
            continue
        make = _card_files if kinds == (PieceKind.CARD,) else _mixed_files
        for file, printed in make(pieces, kinds, making):
            files.append(file)
            remarks.extend(Problem(each.subject, each.sentence) for each in printed.warnings)
    return tuple(files), list(dict.fromkeys(remarks))


def _groups(making: Making) -> list[tuple[PieceKind, ...]]:
    """Kinds that lie on one stock; cards keep to themselves, since they have backs."""
    groups: dict[tuple[str, bool], list[PieceKind]] = {}
    for kind, options in making.choices.items():
        key = (options.stock.id, kind is PieceKind.CARD)
        groups.setdefault(key, []).append(kind)
    return [tuple(kinds) for kinds in groups.values()]


Made = Iterator[tuple[RunFile, Printed]]


def _mixed_files(
    pieces: Sequence[OrderPiece], kinds: tuple[PieceKind, ...], making: Making
) -> Made:
    out, layout = BytesIO(), _layout(kinds, making)
    mixed = make_mixed([each.value for each in pieces], layout, out, _report(making))
    ends = (*mixed.pages[1:], mixed.printed.pages)
    parts = tuple(
        RunPart(each.kind, each.order_id, page, max(1, end - page))
        for each, page, end in zip(pieces, mixed.pages, ends, strict=True)
    )
    yield RunFile(layout.stock, out.getvalue(), mixed.printed.pages, parts), mixed.printed


def _card_files(pieces: Sequence[OrderPiece], kinds: tuple[PieceKind, ...], making: Making) -> Made:
    layout, options = _layout(kinds, making), making.choices[PieceKind.CARD]
    cards = [each.value for each in pieces if isinstance(each.value, Card)]
    behind = any(has_back(card, options.design, layout.stock) for card in cards)
    turnings = _TURNINGS[making.backs] if behind else (TWO_SIDED,)
    for turning in turnings:
        out = BytesIO()
        printed = documents.make_cards(
            cards, layout, out, _report(making), design=options.design, turning=turning
        )
        sides = FRONTS_AND_BACKS if behind and turning.faces is Faces.BOTH else 1
        parts = _card_parts(pieces, layout, sides, printed.pages, from_last=turning.from_last)
        file = RunFile(layout.stock, out.getvalue(), printed.pages, parts, sides)
        yield replace(file, is_backs=turning.faces is Faces.BACKS), printed


def _card_parts(
    pieces: Sequence[OrderPiece], layout: Layout, sides: int, pages: int, *, from_last: bool
) -> tuple[RunPart, ...]:
    parts = []
    for number, piece in enumerate(pieces):
        page = layout.page_of(number) * sides
        parts.append(
            RunPart(piece.kind, piece.order_id, pages - 1 - page if from_last else page, sides)
        )
    return tuple(parts)


_FRONTS = Turning(Faces.FRONTS)
_TURNINGS = {
    Backs.BEHIND: (TWO_SIDED,),
    Backs.APART: (_FRONTS, Turning(Faces.BACKS, Flip.SIDE)),
    Backs.APART_FROM_LAST: (_FRONTS, Turning(Faces.BACKS, Flip.SIDE, from_last=True)),
}


def _layout(kinds: tuple[PieceKind, ...], making: Making) -> Layout:
    stock = making.choices[kinds[0]].stock
    skip = frozenset[int]().union(*(making.plans[kind].skip for kind in kinds))
    return layout_of(stock, making.nudges(stock), skip)


def _report(making: Making) -> Callable[[int, int], None]:
    def report(done: int, total: int) -> None:
        making.progress.step(done, total, tr("Making pages"))

    return report
