"""Which charges fall on which amounts of an order, and what they come to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from closet_app.domain.fees.rules import Amounts, PricedCharge, PricedRule
from closet_app.domain.fees.values import AppliedRule, Fee, FeePart, OrderFeeBase
from closet_app.domain.money import CurrencyMismatchError, Money, split_minor


@dataclass(frozen=True, slots=True)
class LineRule:
    """The rule that one line of an order falls under."""

    priced: PricedRule
    applied: AppliedRule


@dataclass(frozen=True, slots=True)
class Charging:
    """All charges of one sale, each with the amounts it falls on."""

    charges: tuple[tuple[PricedCharge, Amounts], ...]
    rule: AppliedRule
    currency: str

    @property
    def fee(self) -> Fee:
        """The fee, each part rounded half up by itself; charges of one name are one part."""
        minor: dict[str, int] = {}
        for charge, amounts in self.charges:
            minor[charge.charge.name] = minor.get(charge.charge.name, 0) + charge.minor(amounts)
        parts = tuple(
            FeePart(name, Money(amount, self.currency)) for name, amount in minor.items() if amount
        )
        return Fee(Money(sum(minor.values()), self.currency), parts, self.rule)

    @property
    def millionths(self) -> int:
        """The fee before any rounding, in millionths of a minor unit."""
        return sum(charge.millionths(amounts) for charge, amounts in self.charges)

    @property
    def regime(self) -> tuple[object, ...]:
        """Equal for two sales of rising price exactly when no fee jumps between them."""
        return (self.rule.id, *(charge.step(amounts) for charge, amounts in self.charges))


def line_amounts(order: OrderFeeBase) -> tuple[Amounts, ...]:
    """Each line's amounts: discount, shipping and tax shared by price, to the last cent.

    Raises CurrencyMismatchError when the amounts are of several currencies.
    """
    prices = [_minor(line.price, order.currency) for line in order.lines]
    weights = [max(price, 0) for price in prices]
    shared = (
        split_minor(_minor(amount, order.currency), weights)
        for amount in (order.discount, order.shipping, order.tax)
    )
    return tuple(
        Amounts(price - discount, shipping, tax, line.pieces)
        for line, price, discount, shipping, tax in zip(order.lines, prices, *shared, strict=True)
    )


def charges_of(
    rules: Sequence[LineRule], amounts: Sequence[Amounts]
) -> Iterator[tuple[PricedCharge, Amounts]]:
    """The charges of lines under their rules: lines of one rule are charged together.

    Where an order falls under several rules, a charge per order is charged once, on the whole
    order, by the first rule that has it.
    """
    together: dict[str, tuple[PricedRule, Amounts]] = {}
    for line, own in zip(rules, amounts, strict=True):
        before = together.get(line.priced.rule.id)
        together[line.priced.rule.id] = line.priced, own if before is None else before[1] + own
    whole = sum_of(amounts)
    charged: set[str] = set()
    for priced, group in together.values():
        for charge in priced.charges:
            per_order, name = charge.charge.per_order, charge.charge.name
            if not per_order:
                yield charge, group
            elif name not in charged:
                charged.add(name)
                yield charge, whole


def sum_of(amounts: Sequence[Amounts]) -> Amounts:
    """What all lines come to together."""
    total = amounts[0]
    for each in amounts[1:]:
        total = total + each
    return total


def rule_of_order(rules: Sequence[LineRule], amounts: Sequence[Amounts]) -> AppliedRule:
    """The rule of the dearest line, unverified when any of them is, with the notes of all."""
    if len(rules) == 1:
        return rules[0].applied
    lead = max(range(len(rules)), key=lambda at: (amounts[at].items, -at))
    applied = [rules[lead].applied, *(line.applied for line in rules)]
    notes = dict.fromkeys(each.note for each in applied if each.note)
    return replace(
        applied[0], unverified=any(each.unverified for each in applied), note=" ".join(notes)
    )


def _minor(amount: Money | None, currency: str) -> int:
    if amount is None:
        return 0
    if amount.currency != currency:
        raise CurrencyMismatchError(f"a sale in {currency} has an amount in {amount.currency}")
    return amount.minor
