"""Two groups become one: what the first says stands, the other fills its blanks."""

from __future__ import annotations

from dataclasses import replace

from closet_app.db.intake_records import IntakeGroupRecord


def merged(first: IntakeGroupRecord, other: IntakeGroupRecord) -> IntakeGroupRecord:
    """`first` with the facts it lacks and the dismissals of `other`."""
    facts = {**dict(other.facts), **dict(first.facts)}
    order = dict.fromkeys(key for key, _ in (*first.facts, *other.facts))
    return replace(
        first,
        facts=tuple((key, facts[key]) for key in order),
        dismissed=tuple(dict.fromkeys((*first.dismissed, *other.dismissed))),
    )
