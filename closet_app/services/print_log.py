"""What was printed and saved, to be printed again; and the ticks that printing sets."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from closet_app.db import print_log as stored
from closet_app.db.ledger import Ledger, reading
from closet_app.db.parcel_records import OrderFileRecord
from closet_app.db.records import OrderRecord, TickRecord
from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import NotFoundError
from closet_app.services.card_texts import remember_text
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.match_table import decide
from closet_app.services.print_kinds import PieceKind
from closet_app.services.print_runs import make_run
from closet_app.services.records.packing import LABEL
from closet_app.services.run_files import Backs, Nudges, straight
from closet_app.services.run_records import MadeRun, PiecePlan, RunPlan
from closet_app.services.writing import writing
from closet_app.wording import counted, tr

SAVED, PRINTED, STOPPED = "saved", "printed", "stopped"
TICKED = {PieceKind.SLIP: "slip", PieceKind.CARD: "card"}
"""The packing steps that a printed piece fulfils."""


@dataclass(frozen=True, slots=True)
class LoggedRun:
    """One run as it was printed; `pieces` are what it can be printed again from."""

    id: int
    at: datetime
    label: str
    printer: str
    pages: int
    done_pages: int
    outcome: str
    order_ids: tuple[int, ...]
    pieces: tuple[PiecePlan, ...]


def history(closet: Closet, most: int = 100) -> tuple[LoggedRun, ...]:
    """The latest runs, newest first."""
    with closet.database.read() as connection:
        return tuple(_logged(row) for row in stored.read_runs(connection, most))


def log_run(closet: Closet, plan: RunPlan, *, printer: str = "", outcome: str = SAVED) -> int:
    """Write down a run that leaves the program; returns its number in the history.

    A printer's run is begun as stopped and ended with `end_run`, so that a crash says so.
    """
    row = stored.PrintRunRow(
        at=closet.clock.now(),
        label=_label(plan),
        requests=_written(plan),
        printer=printer,
        pages=plan.pages,
        done_pages=plan.pages if outcome != STOPPED else 0,
        outcome=outcome,
    )
    with closet.database.transaction() as connection:
        return stored.add_run(connection, row)


def end_run(closet: Closet, run_id: int, done_pages: int, *, stopped: bool = False) -> None:
    """Note how many pages of a run came out."""
    with closet.database.transaction() as connection:
        stored.end_run(connection, run_id, done_pages, STOPPED if stopped else PRINTED)


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a run after a jam: only the file on `stock`, from its piece `begin` on.

    `skip` are the labels of its first sheet that are used or spoiled by now, from 0; None
    leaves them as they were.
    """

    stock: str = ""
    begin: int = 1
    skip: frozenset[int] | None = None


WHOLE = Rest()


def reprint(
    closet: Closet,
    run_id: int,
    rest: Rest = WHOLE,
    *,
    nudges: Nudges = straight,
    backs: Backs = Backs.BEHIND,
    progress: Progress = SILENT,
) -> MadeRun:
    """A run of the history once more, or the rest of it, with what its orders say today.

    Orders that are gone are left out. Raises NotFoundError for a run that is not in the history
    any more, and NothingToPrintError as `make_run`.
    """
    logged = _found(closet, run_id)
    pieces = [
        each if rest.skip is None else replace(each, skip=rest.skip)
        for each in logged.pieces
        if rest.stock in ("", each.stock)
    ]
    with reading(closet.database) as ledger:
        there = [each.id for each in ledger.many(OrderRecord, logged.order_ids)]
    return make_run(
        closet, there, pieces, nudges=nudges, backs=backs, begin=rest.begin, progress=progress
    )


def mark_printed(closet: Closet, printed: Mapping[PieceKind, Sequence[int]]) -> Changed:
    """Tick what was printed on each order, as one step to undo; `printed` are orders by kind.

    The text and the pieces that a card was printed with stay with its order.
    """
    order_ids = list(dict.fromkeys(each for ids in printed.values() for each in ids))
    with writing(closet, tr("Ticked what was printed")) as step:
        for kind, ids in printed.items():
            if kind in TICKED:
                _tick(step.ledger, ids, TICKED[kind])
        for order_id in printed.get(PieceKind.CARD, ()):
            remember_text(closet, step.ledger, order_id)
            decide(closet, step.ledger, order_id)
        labels = list(printed.get(PieceKind.POSTAGE, ()))
        for file in step.ledger.where(OrderFileRecord, order_id=labels, kind=LABEL):
            step.ledger.put(replace(file, printed_at=step.ledger.at))
        for order in step.ledger.many(OrderRecord, order_ids):
            step.ledger.put(replace(order, printed_at=step.ledger.at))
    return step.changed


def printed_orders(made: MadeRun) -> dict[PieceKind, tuple[int, ...]]:
    """The orders of each kind in the files of a run."""
    found: dict[PieceKind, dict[int, None]] = {}
    for file in made.files:
        for part in file.parts:
            if part.order_id:
                found.setdefault(part.kind, {})[part.order_id] = None
    return {kind: tuple(ids) for kind, ids in found.items()}


def _tick(ledger: Ledger, order_ids: Sequence[int], key: str) -> None:
    ticked = {
        each.order_id for each in ledger.where(TickRecord, order_id=list(order_ids), step=key)
    }
    fresh = [each for each in dict.fromkeys(order_ids) if each not in ticked]
    ledger.add_all(TickRecord(order_id=each, step=key, ticked_at=ledger.at) for each in fresh)


def _label(plan: RunPlan) -> str:
    orders = counted(len(plan.order_ids), "{n} order", "{n} orders")
    return tr("{orders}, {pages}").format(
        orders=orders, pages=counted(plan.pages, "{n} page", "{n} pages")
    )


def _written(plan: RunPlan) -> str:
    pieces = [{**asdict(each), "skip": sorted(each.skip)} for each in plan.pieces]
    return json.dumps({"orders": plan.order_ids, "pieces": pieces}, ensure_ascii=False)


def _found(closet: Closet, run_id: int) -> LoggedRun:
    with closet.database.read() as connection:
        row = stored.read_run(connection, run_id)
    if row is None:
        raise NotFoundError(tr("This run is not in the history any more."), id=run_id)
    return _logged(row)


def _logged(row: stored.PrintRunRow) -> LoggedRun:
    order_ids, pieces = _read(row.requests)
    return LoggedRun(
        id=row.id,
        at=row.at,
        label=row.label,
        printer=row.printer,
        pages=row.pages,
        done_pages=row.done_pages,
        outcome=row.outcome,
        order_ids=order_ids,
        pieces=pieces,
    )


def _read(text: str) -> tuple[tuple[int, ...], tuple[PiecePlan, ...]]:
    """What `_written` wrote; a piece that this program does not know is left out."""
    try:
        table = json.loads(text)
        return tuple(map(int, table["orders"])), tuple(_plans(table["pieces"]))
    except (ValueError, TypeError, KeyError, RecursionError):
        return (), ()


def _plans(pieces: Iterable[dict[str, object]]) -> Iterable[PiecePlan]:
    known = {kind.value for kind in PieceKind}
    for each in pieces:
        if each["kind"] in known:
            fitting = {name: each[name] for name in PiecePlan.__slots__ if name in each}
            skip = frozenset(map(int, each.get("skip", ())))  # type: ignore[call-overload]  # a list of ours
            yield PiecePlan(**{**fitting, "kind": PieceKind(each["kind"]), "skip": skip})  # type: ignore[arg-type]  # as it was written
