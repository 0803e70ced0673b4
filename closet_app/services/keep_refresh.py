"""What every piece would keep, worked out anew when a rule or an assumption has changed."""

from __future__ import annotations

from closet_app.db.keeps import KeepFacts, read_keep_facts, write_keeps
from closet_app.db.ledger import reading
from closet_app.db.shop import read_meta, write_meta
from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import UserError
from closet_app.services.closet import Closet
from closet_app.services.keeping import KeepTable, keep_table
from closet_app.wording import tr

KEPT_BY = "keep_rules"
REPORT_EVERY = 2_000


def refresh_all_keep(closet: Closet, progress: Progress = SILENT) -> int:
    """Work out what each unsold piece keeps; returns how many have changed."""
    with reading(closet.database) as ledger:
        table = keep_table(closet, ledger)
        pieces = read_keep_facts(ledger.connection)
    changed = [found for found in _worked_out(table, pieces, progress) if found is not None]
    with closet.database.maintain(tr("Worked out what you keep")) as connection:
        write_keeps(connection, changed)
        write_meta(connection, KEPT_BY, rules_today(closet))
    return len(changed)


def is_keep_stale(closet: Closet) -> bool:
    """Whether other fee rules hold today than when the estimates were made."""
    with closet.database.read() as connection:
        return read_meta(connection, KEPT_BY) != rules_today(closet)


def rules_today(closet: Closet) -> str:
    """The ids of the rules that hold today, in one line."""
    return " ".join(
        f"{marketplace.id}:{_rule(closet, marketplace.id, fee_class.id)}"
        for marketplace in closet.book.marketplaces
        for fee_class in closet.book.fee_classes
    )


def _rule(closet: Closet, marketplace: str, fee_class: str) -> str:
    try:
        return closet.book.rule_for(marketplace, closet.clock.today(), fee_class).id
    except UserError:
        return "-"


def _worked_out(
    table: KeepTable, pieces: list[KeepFacts], progress: Progress
) -> list[tuple[int, int | None, str] | None]:
    return [_one(table, piece, at, len(pieces), progress) for at, piece in enumerate(pieces)]


def _one(
    table: KeepTable, piece: KeepFacts, at: int, total: int, progress: Progress
) -> tuple[int, int | None, str] | None:
    if at % REPORT_EVERY == 0:
        progress.step(at, total, tr("Working out what you keep"))
    keep, place = table.lowest(piece, piece.live)
    same = (keep, place) == (piece.keep_minor, piece.keep_marketplace)
    return None if same else (piece.id, keep, place)
