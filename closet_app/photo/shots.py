"""What a photo seems to show: the whole piece, a close-up of it, or its label.

No machine tells front from back, nor a flaw from a detail: those are never guessed here.
"""

from __future__ import annotations

from closet_app.photo.labels import shows_label
from closet_app.photo.looks import Shot
from closet_app.photo.samples import Sample
from closet_app.photo.subject import Subject

FILLS = 0.76
"""From here on the colors along the border are those of the middle: the piece fills the photo."""


def shot_of(sample: Sample, subject: Subject) -> Shot:
    """A guess from the copies of a photo, and where the garment is on it."""
    if shows_label(sample):
        return Shot.TAG
    return Shot.DETAIL if subject.spread >= FILLS else Shot.FRONT
