"""The rule book: finds the rule for a day and a class, and computes the expected fee."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from closet_app.domain.fees.charging import (
    Charging,
    LineRule,
    charges_of,
    line_amounts,
    rule_of_order,
    sum_of,
)
from closet_app.domain.fees.classes import DEFAULT_CLASS, ClassTable, FeeClass
from closet_app.domain.fees.reading import DatedExtra, FeeTable, read_table
from closet_app.domain.fees.rules import FeeRule, PricedCharge, PricedRule
from closet_app.domain.fees.values import (
    AppliedRule,
    ExtraChoice,
    Fee,
    FeeBase,
    Marketplace,
    OrderFeeBase,
)
from closet_app.domain.money import Money
from closet_app.domain.text import fold
from closet_app.errors import InvalidValueError, NotFoundError, UserError

_Found = tuple[LineRule, ...]


class RuleBook:
    """All fee tables; it never changes once built, so threads may share it."""

    def __init__(self, tables: Sequence[FeeTable], classes: ClassTable) -> None:
        ordered = sorted(tables, key=lambda table: table.order)
        self._tables = {table.id: table for table in ordered}
        self._classes = classes
        self._found: dict[tuple[str, str, date, str, str], _Found] = {}
        self.marketplaces = tuple(_marketplace(table) for table in ordered)

    @classmethod
    def from_toml(cls, texts: Mapping[str, str], classes: str) -> RuleBook:
        """The book of the fee tables in `texts` (by file name) and the table of classes.

        Raises InvalidValueError that names the file which cannot be read.
        """
        return cls([read_table(*each) for each in texts.items()], ClassTable.from_toml(classes))

    @property
    def checked_on(self) -> date:
        """The newest day on which any rule was compared with its source."""
        return max(each.checked_on for each in self.marketplaces)

    @property
    def fee_classes(self) -> tuple[FeeClass, ...]:
        """Every class of goods that some marketplace treats apart."""
        return self._classes.classes

    def fee_class_of(self, department: str, category: str, subcategory: str = "") -> str:
        """The class of a piece at this place of the taxonomy; clothing when nothing fits."""
        return self._classes.of(department, category, subcategory)

    def find(self, words: str) -> Marketplace:
        """The marketplace with this id or name, however it is spelt.

        Raises NotFoundError, which names those that exist.
        """
        wanted = _spelt(words)
        for each in self.marketplaces:
            if wanted in {_spelt(each.id), _spelt(each.name)}:
                return each
        known = ", ".join(each.id for each in self.marketplaces if each.available)
        raise NotFoundError(f"There is no marketplace “{words}”.", remedy=f"Choose from {known}.")

    def rule_for(
        self,
        marketplace: str,
        on: date,
        fee_class: str = DEFAULT_CLASS,
        *,
        starting_price: Money | None = None,
        variant: str = "",
    ) -> AppliedRule:
        """The rule that serves a sale of that day, and whether it can be relied on.

        Raises UserError where the marketplace has no amounts or no rule for the day.
        """
        price = starting_price or Money.zero(self._table(marketplace).currency)
        base = FeeBase(
            marketplace=marketplace, on=on, fee_class=fee_class, price=price, variant=variant
        )
        return self.charging(base.as_order).rule

    def expected_fee(self, base: FeeBase) -> Fee:
        """What the marketplace is expected to take of one sale; raises UserError as `rule_for`."""
        return self.charging(base.as_order).fee

    def expected_order_fee(self, order: OrderFeeBase) -> Fee:
        """What it is expected to take of an order whose lines may be of several classes."""
        return self.charging(order).fee

    def charging(self, order: OrderFeeBase) -> Charging:
        """Every charge on an order with the amounts it falls on; raises UserError as `rule_for`."""
        amounts = line_amounts(order)
        rules = [
            self._line_rule(order, line.fee_class, (line.starting_price or line.price).minor)
            for line in order.lines
        ]
        rule = rule_of_order(rules, amounts)
        extras = [self._extra(order, choice) for choice in order.extras]
        if any(each.extra.unverified for each in extras):
            rule = replace(rule, unverified=True)
        whole = sum_of(amounts)
        extra_charges = ((PricedCharge.of(each.charge, order.currency), whole) for each in extras)
        return Charging((*charges_of(rules, amounts), *extra_charges), rule, order.currency)

    def _line_rule(self, order: OrderFeeBase, fee_class: str, starting_price: int) -> LineRule:
        key = (order.marketplace, order.variant, order.on, fee_class, order.currency)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._rules_of(*key)
        for line in found:
            if line.priced.admits(starting_price):
                return line
        raise UserError(
            f"The fee tables have no rule of {self._table(order.marketplace).name} for this day.",
            remedy="Type the fee that was charged.",
            on=order.on,
            fee_class=fee_class,
        )

    def _rules_of(
        self, marketplace: str, variant: str, on: date, fee_class: str, currency: str
    ) -> _Found:
        table = self._table(marketplace)
        if not table.rules:
            raise UserError(f"No fees are known for {table.name}.", remedy=table.reason)
        if fee_class not in self._classes.ids:
            known = ", ".join(each.id for each in self.fee_classes)
            raise InvalidValueError(
                f"There is no fee class “{fee_class}”.", remedy=f"Choose from {known}."
            )
        if variant not in {"", *(each.id for each in table.variants)}:
            raise InvalidValueError(f"{table.name} has no fees called “{variant}”.")
        fitting = [rule for rule in table.rules if rule.covers(on, fee_class)]
        own = [rule for rule in fitting if rule.variant == variant]
        used = own or [rule for rule in fitting if not rule.variant]
        return tuple(
            LineRule(PricedRule.of(rule, currency), _applied(rule, on, currency, variant))
            for rule in sorted(used, key=lambda rule: rule.rank, reverse=True)
        )

    def _table(self, marketplace: str) -> FeeTable:
        return self._tables.get(marketplace) or self._tables[self.find(marketplace).id]

    def _extra(self, order: OrderFeeBase, choice: ExtraChoice) -> DatedExtra:
        table = self._table(order.marketplace)
        for each in table.extras:
            if each.extra.id == choice.id and each.covers(order.on):
                return each.at(choice.percent)
        raise InvalidValueError(f"{table.name} has no extra “{choice.id}” on this day.")


def _spelt(name: str) -> str:
    return "".join(each for each in fold(name) if each.isalnum())


def _marketplace(table: FeeTable) -> Marketplace:
    usual = (rule for rule in table.rules if not rule.variant and rule.until is None)
    extras = {each.extra.id: each.extra for each in table.extras}
    return Marketplace(
        id=table.id,
        name=table.name,
        letter=table.letter,
        fill=table.fill,
        currency=table.currency,
        available=bool(table.rules),
        reason=table.reason,
        enabled_by_default=table.enabled_by_default,
        unverified=any(rule.unverified for rule in usual),
        checked_on=table.checked_on,
        variants=table.variants,
        extras=tuple(extras.values()),
    )


def _applied(rule: FeeRule, on: date, currency: str, variant: str) -> AppliedRule:
    doubts = [words for doubted, words in _doubts(rule, on, currency, variant) if doubted]
    return AppliedRule(
        id=rule.id,
        start=rule.start,
        source=rule.source,
        checked_on=rule.checked_on,
        unverified=rule.unverified or bool(doubts),
        note=" ".join(part for part in (rule.note, *doubts) if part),
    )


def _doubts(rule: FeeRule, on: date, currency: str, variant: str) -> tuple[tuple[bool, str], ...]:
    return (
        (
            rule.start is None and on < rule.checked_on,
            "Nobody says since when this rule holds.",
        ),
        (
            currency != rule.currency and rule.has_amounts,
            f"Its amounts are in {rule.currency}; the same figures were taken in {currency}.",
        ),
        (
            rule.variant != variant,
            "No own rule is known for this kind of account; the usual one was used.",
        ),
    )
