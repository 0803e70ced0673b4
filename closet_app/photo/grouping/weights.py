"""How much each feature says, in log-odds; written by `python -m tools.train_grouping`.

`USUAL` are the shares of pieces of 1, 2, … photos, the last of each length beyond.
"""

from __future__ import annotations

BOUNDARY = {
    "seam": 0.680,
    "no_clock": -1.374,
    "rhythm": 0.475,
    "long_pause": -0.765,
    "unlike": 1.912,
    "unlike_here": 1.934,
    "other_colors": 2.069,
    "twin": -3.695,
    "best_unlike": -0.966,
    "best_unlike_here": 0.793,
    "best_other_colors": 2.263,
    "contrast": -0.621,
    "color_contrast": 0.467,
    "tag_next": -3.156,
    "tag_before": 0.732,
    "tag_unlike": 2.796,
    "tag_other_colors": -2.621,
    "close_up_next": -3.009,
    "opening": -0.270,
    "other_camera": -0.603,
}
PIECE = {
    "habit": 1.160,
    "unlike": -3.969,
    "unlike_here": -4.166,
    "other_colors": -3.550,
    "worst_colors": -1.138,
    "more_tags": -3.178,
    "of_1": -0.339,
    "of_2": 0.225,
    "of_3": 0.371,
    "of_4": 0.305,
    "of_5": 0.528,
    "of_6": 0.410,
    "of_7": -0.157,
    "of_8": -0.683,
    "longer": -1.003,
}
USUAL = (
    0.0815,
    0.1726,
    0.2013,
    0.2024,
    0.1723,
    0.1117,
    0.0444,
    0.0133,
    0.0005,
)
