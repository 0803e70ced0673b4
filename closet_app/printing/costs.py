"""About what printing costs: ink and stock by the side, from resources/print/costs.toml."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache

from closet_app import paths
from closet_app.printing.stock import Stock


def side_costs(stock: Stock, sides: int, sheets: int) -> Decimal:
    """Dollars for so many printed sides on so many sheets, cards or labels of a stock."""
    rates = _rates()
    ink, paper = rates["ink"][stock.kind], rates["stock"][stock.kind]
    return ink * sides + paper * sheets


def in_currency(dollars: Decimal, currency: str) -> Decimal | None:
    """About as much in another currency; None for one whose worth is not in the table."""
    worth = _rates()["dollar"].get(currency)
    return None if worth is None else dollars * worth


@cache
def _rates() -> dict[str, dict[str, Decimal]]:
    path = paths.resources() / "print" / "costs.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return {
        part: {name: Decimal(rate) for name, rate in rates.items()} for part, rates in table.items()
    }
