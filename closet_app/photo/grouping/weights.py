"""How much each feature says, in log-odds; written by `python -m tools.train_grouping`.

`USUAL` are the shares of pieces of 1, 2, … photos, the last of each length beyond.
"""

from __future__ import annotations

BOUNDARY = {
    "seam": 1.747,
    "no_clock": -1.104,
    "rhythm": 0.423,
    "long_pause": -0.801,
    "unlike": 1.911,
    "unlike_here": 2.871,
    "other_colors": 2.558,
    "twin": -1.294,
    "best_unlike": 0.450,
    "best_unlike_here": 3.052,
    "best_other_colors": 1.530,
    "contrast": -2.213,
    "color_contrast": -0.877,
    "tag_next": -2.545,
    "tag_before": 0.173,
    "tag_unlike": 1.977,
    "tag_other_colors": -2.761,
    "close_up_next": -3.114,
    "opening": -0.559,
    "other_camera": -0.905,
}
PIECE = {
    "habit": 1.396,
    "unlike": -3.025,
    "unlike_here": -2.796,
    "other_colors": -3.080,
    "worst_colors": -4.070,
    "more_tags": -0.705,
    "of_1": -0.578,
    "of_2": 1.099,
    "of_3": 0.941,
    "of_4": 0.735,
    "of_5": 0.702,
    "of_6": 0.625,
    "of_7": -0.509,
    "of_8": -1.284,
    "longer": -0.824,
}
USUAL = (
    0.0754,
    0.2561,
    0.2085,
    0.1806,
    0.1416,
    0.1009,
    0.0275,
    0.0089,
    0.0004,
)
