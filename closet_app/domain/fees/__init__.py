"""The fee rule book: what each marketplace takes of a sale on a day, from dated tables."""

from __future__ import annotations

from closet_app.domain.fees.book import RuleBook
from closet_app.domain.fees.classes import DEFAULT_CLASS, FeeClass
from closet_app.domain.fees.rules import FeeRule
from closet_app.domain.fees.values import (
    AppliedRule,
    Extra,
    ExtraChoice,
    Fee,
    FeeBase,
    FeeLine,
    FeePart,
    Marketplace,
    OrderFeeBase,
    Variant,
)

__all__ = [
    "DEFAULT_CLASS",
    "AppliedRule",
    "Extra",
    "ExtraChoice",
    "Fee",
    "FeeBase",
    "FeeClass",
    "FeeLine",
    "FeePart",
    "FeeRule",
    "Marketplace",
    "OrderFeeBase",
    "RuleBook",
    "Variant",
]
