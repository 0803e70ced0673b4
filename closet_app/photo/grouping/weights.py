"""How much each feature says; written by `python -m tools.train_grouping`."""

from __future__ import annotations

BOUNDARY = {
    "bias": -1.0,
    "rhythm": 1.0,
    "pause": 0.3,
    "neighbour": -1.5,
    "best": -5.0,
    "color": 4.0,
    "tag_ahead": -2.5,
    "tag_behind": 0.8,
    "opening": 0.6,
}
PIECE = {"likeness": 1.5, "colors": -2.0, "tags": -1.0}
LENGTHS = (-0.8, -0.1, 0.4, 0.5, 0.4, 0.2, 0.0, -0.3)
TAIL = -0.3
