"""What a photo seems to show, by one rule for pieces and for an intake."""

from __future__ import annotations

from closet_app.photo.looks import Measures, Reading, Shot

LINES_OF_A_TAG = 3
"""Prints on cloth have fewer, most have none."""


def shot_of(measures: Measures, reading: Reading | None, *, tells_facts: bool = False) -> Shot:
    """One on which some lines were read shows a tag, as does one from which facts were read."""
    lines = reading.lines if reading else ()
    return Shot.TAG if tells_facts or len(lines) >= LINES_OF_A_TAG else measures.shot
