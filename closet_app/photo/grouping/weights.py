"""How much each feature says, in log-odds; written by `python -m tools.train_grouping`.

`USUAL` are the shares of pieces of 1, 2, … photos, the last of each length beyond.
"""

from __future__ import annotations

BOUNDARY = {
    "seam": 0.540,
    "no_clock": -1.214,
    "rhythm": 0.467,
    "long_pause": -0.886,
    "break": 1.145,
    "unlike": 2.173,
    "unlike_here": 2.034,
    "other_colors": 1.882,
    "twin": -3.144,
    "best_unlike": -0.732,
    "best_unlike_here": 0.929,
    "best_other_colors": 1.977,
    "contrast": -0.486,
    "color_contrast": 0.705,
    "tag_next": -2.982,
    "tag_before": 0.693,
    "tag_unlike": 3.146,
    "tag_other_colors": -2.036,
    "close_up_next": -2.830,
    "opening": -0.289,
    "other_camera": -0.398,
}
PIECE = {
    "habit": 1.259,
    "unlike": -3.660,
    "unlike_here": -3.609,
    "other_colors": -3.540,
    "worst_colors": -1.056,
    "more_tags": -3.033,
    "of_1": -0.558,
    "of_2": 0.196,
    "of_3": 0.398,
    "of_4": 0.401,
    "of_5": 0.538,
    "of_6": 0.465,
    "of_7": -0.284,
    "of_8": -0.627,
    "longer": -1.114,
}
USUAL = (
    0.0692,
    0.1610,
    0.2026,
    0.2100,
    0.1843,
    0.1162,
    0.0435,
    0.0125,
    0.0006,
)
