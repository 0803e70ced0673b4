"""One command: one step of the journal, its pieces settled, and what it changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from closet_app.db.ledger import Ledger
from closet_app.db.touched import Touched
from closet_app.services.changed import Changed, Problem
from closet_app.services.closet import Closet
from closet_app.services.settling import settle

SUPPLIES = frozenset({"supply", "supply_lot", "supply_use"})


class Writing:
    """A command while it writes; `changed` is there once its block has ended."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.problems: list[Problem] = []
        self.changed = Changed("")
        self.step_id: int | None = None


@contextmanager
def writing(
    closet: Closet, label: str, kind: str = "", onto: int | None = None
) -> Iterator[Writing]:
    """Run one command: all of it is kept, named `label` for undo, or nothing is.

    `onto` is the `step_id` of a step that this is a further part of; see `Database.write`.
    """
    with closet.database.write(label, kind, onto) as work:
        ledger = Ledger(work)
        step = Writing(ledger)
        yield step
        settle(closet, ledger, ledger.items)
    step.changed = changed_by(work.touched, step.problems)
    step.step_id = work.touched.step_id


def changed_by(touched: Touched, problems: list[Problem] | None = None) -> Changed:
    """What a committed step changed, for the screens."""
    return Changed(
        label=touched.label,
        items=touched.items,
        orders=touched.orders,
        buyers=touched.rows.get("buyer", frozenset()),
        tasks=touched.rows.get("task", frozenset()),
        shop=touched.shop,
        intake=touched.intake,
        views="saved_view" in touched.rows,
        supplies=not SUPPLIES.isdisjoint(touched.rows),
        problems=tuple(problems or ()),
    )
