"""What a photo seems to show: the whole piece, a close-up, or a sewn-in label."""

from __future__ import annotations

from closet_app.domain.boxes import Box
from closet_app.photo.looks import Shot

_FILLS = 0.97


def shot_of(subject: Box) -> Shot:
    """A guess from where the garment is."""
    fills = min(subject.width, subject.height) > _FILLS
    return Shot.DETAIL if fills else Shot.FRONT
