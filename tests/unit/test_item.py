from __future__ import annotations

from closet_app.domain.item import ItemFacts
from closet_app.domain.money import Money


def usd(minor: int) -> Money:
    return Money(minor, "USD")


def test_the_cost_of_a_piece_is_the_sum_of_its_known_parts() -> None:
    facts = ItemFacts(cost_price=usd(600), cost_tax=usd(53), cost_cleaning=usd(200))
    assert facts.cost == usd(853)
    assert ItemFacts(cost_price=usd(0)).cost == usd(0)


def test_the_cost_is_not_known_while_the_price_paid_is_not() -> None:
    assert ItemFacts(cost_tax=usd(53)).cost is None
