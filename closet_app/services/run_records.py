"""What a print run is asked for, what it says before, and the files that come out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from closet_app.domain.money import Money
from closet_app.printing.stock import Stock
from closet_app.services.changed import Problem
from closet_app.services.print_kinds import PieceKind
from closet_app.services.printer_settings import role_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PiecePlan:
    """One kind of piece in a run; an empty `stock` or `design` is the shop's usual one.

    `skip` are cells of the first sheet, from 0, that are used or spoiled. `back` lets a card
    show what goes with its order. `gift` None follows each order.
    """

    kind: PieceKind
    stock: str = ""
    design: str = ""
    copies: int = 1
    skip: frozenset[int] = frozenset()
    on: bool = True
    back: bool = True
    gift: bool | None = None
    with_price: bool = True
    with_bin: bool = True
    invoice: bool = False


@dataclass(frozen=True, slots=True)
class RunRow:
    """What comes out of one kind: so many pieces on so many pages of a stock.

    `pages` are printed sides; a sheet that is printed on both counts twice. Kinds that share a
    sheet of labels are counted as if each had its own.
    """

    kind: PieceKind
    stock: Stock
    pieces: int
    pages: int
    sides: int = 1

    @property
    def role(self) -> str:
        """Which of the two printers it comes out of."""
        return role_of(self.stock)

    @property
    def sheets(self) -> int:
        """Sheets, cards or labels of the roll that it takes."""
        return -(-self.pages // self.sides)


@dataclass(frozen=True, slots=True)
class RunPlan:
    """What a run says before it is printed; a piece with a problem is left out and named.

    `pieces` are those that are on, with their stocks named; `left_out` are orders by kind;
    `cost` is about what ink and paper cost, None in a currency nothing is known of.
    """

    order_ids: tuple[int, ...]
    pieces: tuple[PiecePlan, ...]
    rows: tuple[RunRow, ...]
    problems: tuple[Problem, ...]
    cost: Money | None
    left_out: Mapping[PieceKind, frozenset[int]] = field(default_factory=dict)

    @property
    def pages(self) -> int:
        """Printed sides of the whole run."""
        return sum(row.pages for row in self.rows)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would come out."""
        return not any(row.pieces for row in self.rows)


@dataclass(frozen=True, slots=True)
class RunPart:
    """One piece of one order in a file: its first page, from 0, and how many it takes.

    `order_id` is 0 for what belongs to all of them.
    """

    kind: PieceKind
    order_id: int
    page: int
    pages: int = 1


@dataclass(frozen=True, slots=True)
class RunFile:
    """Everything on one stock, in the order of the parcels, for one printer.

    `sides` is 2 when each sheet's front is followed by its back; `is_backs` says that these go
    behind the file before, after its stack was turned.
    """

    stock: Stock
    pdf: bytes = field(repr=False)
    pages: int
    parts: tuple[RunPart, ...]
    sides: int = 1
    is_backs: bool = False

    @property
    def role(self) -> str:
        """Which of the two printers it comes out of."""
        return role_of(self.stock)

    @property
    def kinds(self) -> tuple[PieceKind, ...]:
        """The kinds of pieces in it, each once."""
        return tuple(dict.fromkeys(part.kind for part in self.parts))

    @property
    def order_ids(self) -> tuple[int, ...]:
        """The orders that have something in it, each once."""
        return tuple(dict.fromkeys(part.order_id for part in self.parts if part.order_id))

    def count(self, kind: PieceKind) -> int:
        """How many pieces of a kind are in it."""
        return sum(part.kind is kind for part in self.parts)


@dataclass(frozen=True, slots=True)
class MadeRun:
    """The files of a run, and everything that was left out or could not be printed as meant."""

    plan: RunPlan
    files: tuple[RunFile, ...]
    problems: tuple[Problem, ...]
