"""What a row of a list of pieces comes to: a piece to take in, or what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from closet_app.domain.item import ItemFacts
from closet_app.domain.money import Money
from closet_app.domain.sku import sku_key
from closet_app.domain.status import ArchiveReason, ItemStatus
from closet_app.domain.text import fold

ROW = "row"
"""The `field` of a problem that concerns the whole row."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One cell that cannot be taken, or that was taken with a reservation."""

    field: str
    heading: str
    text: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ListedAt:
    """One listing of a piece on a marketplace, as a file tells it."""

    marketplace: str
    url: str = ""
    price: Money | None = None
    since: date | None = None
    state: str = "live"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a piece stands beside its facts; SOLD comes without its order's money."""

    status: ItemStatus | None = None
    archive_reason: ArchiveReason | None = None
    listed_since: date | None = None
    sold_on: date | None = None
    lowest_asking: Money | None = None
    listings: tuple[ListedAt, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One row: a whole piece, or None with the problems why; never a part of it.

    `given` are the keys of the fields that the row says something about, `name` is the title or
    number of a broken one as far as it can be read.
    """

    line: int
    facts: ItemFacts | None
    given: frozenset[str] = frozenset()
    problems: tuple[RowProblem, ...] = ()
    warnings: tuple[RowProblem, ...] = ()
    standing: Standing = field(default_factory=Standing)
    name: str = ""

    @property
    def key(self) -> str:
        """By which the piece may be here already; empty for a broken row."""
        return row_key(self.facts) if self.facts else ""


def row_key(facts: ItemFacts) -> str:
    """The folded number, else title, brand, size, cost and day: equal for the same piece."""
    if facts.sku:
        return f"sku:{sku_key(facts.sku)}"
    cost = "" if facts.cost_price is None else str(facts.cost_price.minor)
    day = "" if facts.acquired_on is None else facts.acquired_on.isoformat()
    words = (fold(text) for text in (facts.title, facts.brand, facts.size))
    return "row:" + "\x1f".join((*words, cost, day))


def exact(amount: Decimal) -> str:
    """A plain decimal without needless zeros."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
