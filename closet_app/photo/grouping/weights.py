"""How much each feature says, in log-odds; written by `python -m tools.train_grouping`."""

from __future__ import annotations

BOUNDARY = {
    "seam": -1.0,
    "no_clock": 0.0,
    "rhythm": 1.0,
    "long_pause": 0.3,
    "unlike": 1.5,
    "unlike_here": 1.0,
    "other_colors": 1.0,
    "twin": -2.0,
    "best_unlike": 3.0,
    "best_unlike_here": 1.0,
    "best_other_colors": 1.0,
    "contrast": 1.0,
    "color_contrast": 1.0,
    "tag_next": -2.5,
    "tag_before": 0.8,
    "close_up_next": -0.5,
    "opening": 0.6,
    "other_camera": 0.0,
}
PIECE = {
    "unlike": -1.0,
    "unlike_here": -1.0,
    "other_colors": -1.0,
    "worst_colors": -0.5,
    "more_tags": -1.0,
    "of_1": -0.8,
    "of_2": -0.1,
    "of_3": 0.4,
    "of_4": 0.5,
    "of_5": 0.4,
    "of_6": 0.2,
    "of_7": 0.0,
    "of_8": -0.3,
    "longer": -0.3,
}
