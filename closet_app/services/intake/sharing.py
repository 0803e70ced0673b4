"""What is the same for all pieces of an intake, and each one's share of the receipt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from closet_app.db.intake_records import IntakeGroupRecord, IntakeRecord
from closet_app.db.records import PhotoRecord
from closet_app.domain.money import Money
from closet_app.services.intake.texts import Texts

COST = "cost_price"


@dataclass(frozen=True, slots=True)
class Shares:
    """The share of the receipt by group id, for those whose cost is blank; `left` is all of it."""

    by_group: Mapping[int, Money]
    left: Money | None


def receipt_of(intake: IntakeRecord, currency: str) -> Money | None:
    """What the receipt of the whole intake comes to."""
    minor = intake.receipt_minor
    return None if minor is None else Money(minor, currency)


def shares(
    intake: IntakeRecord, groups: Sequence[IntakeGroupRecord], texts: Texts, currency: str
) -> Shares:
    """What of the receipt is not typed already, shared over the blanks to the smallest coin.

    Nothing is shared when the typed costs come to more than the receipt.
    """
    receipt = receipt_of(intake, currency)
    if receipt is None:
        return Shares({}, None)
    left = receipt.minor - sum(cost.minor for cost in _typed_costs(groups, texts))
    blanks = [group.id for group in groups if COST not in dict(group.facts)]
    if left < 0 or not blanks:
        return Shares({}, Money(left, currency))
    parts = Money(left, currency).split([1] * len(blanks))
    return Shares(dict(zip(blanks, parts, strict=True)), Money(left, currency))


def sharing_groups(
    groups: Iterable[IntakeGroupRecord], photos: Mapping[int, Sequence[PhotoRecord]]
) -> list[IntakeGroupRecord]:
    """The groups that become pieces: those with a photo that is not left out."""
    return [group for group in groups if any(not photo.left_out for photo in photos[group.id])]


def given(
    intake: IntakeRecord, group: IntakeGroupRecord, shared: Shares, texts: Texts
) -> dict[str, str]:
    """The stored texts that stand in the blank fields of a group."""
    same = {
        **dict(intake.shared),
        "source": intake.source,
        "acquired_on": texts.written("acquired_on", intake.acquired_on),
        "bin": intake.bin,
        COST: texts.written(COST, shared.by_group.get(group.id)),
    }
    facts = dict(group.facts)
    return {key: text for key, text in same.items() if text and key not in facts}


def _typed_costs(groups: Iterable[IntakeGroupRecord], texts: Texts) -> Iterable[Money]:
    for group in groups:
        text = dict(group.facts).get(COST, "")
        value = texts.value(COST, text) if text else None
        if isinstance(value, Money):
            yield value
