"""The files of a run as what goes to each printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from closet_app.services.print_pages import Stock
from closet_app.services.print_runs import LABELS, Backs, RunFile
from closet_app.services.printer_settings import Nudge, nudge_of, role_of
from closet_app.services.raw_labels import raw_way
from closet_app.settings import Settings
from closet_app.ui.printing.sending import Batch
from closet_app.ui.printing.words import say_count
from closet_app.ui.words import say


@dataclass(frozen=True, slots=True)
class Ways:
    """Where a run goes: the printer of each role, and how cards get their backs."""

    names: Callable[[str], str]
    settings: Settings
    backs: Backs

    def nudge(self, stock: Stock) -> Nudge:
        """How the printer that a stock lies in pulls it."""
        return nudge_of(self.settings, self.names(role_of(stock)), stock.id)


def said_counts(files: Sequence[RunFile]) -> list[str]:
    """“8 packing slips”, “8 cards”: what lies in these files."""
    fronts = [file for file in files if not file.is_backs]
    return [say_count(kind, file.count(kind)) for file in fronts for kind in file.kinds]


def batch_of(file: RunFile, ways: Ways) -> Batch:
    """One file as what goes to its printer."""
    printer = ways.names(file.role)
    return Batch(
        kind=file.kinds[0],
        pdf=file.pdf,
        pages=file.pages,
        stock=file.stock,
        printer=printer,
        title=", ".join(said_counts([file])) or say("Backs of cards"),
        sides=file.sides,
        after_turn=file.is_backs,
        raw=raw_way(ways.settings.printers, printer) if file.role == LABELS else None,
    )


def first_turn(batches: Sequence[Batch], begin: int = 0) -> int | None:
    """The first batch after `begin` that waits for the stack to be turned."""
    return next((at for at, batch in enumerate(batches) if batch.after_turn and at > begin), None)
