"""What a photo shows, going by its likeness vector: the whole piece, a close-up, a sewn-in label.

`tools/train_shots.py` makes the file and says how good it is on garments it has not seen.
"""

from __future__ import annotations

import zipfile
from functools import cache

import numpy as np
from numpy.typing import NDArray

from closet_app.paths import resources
from closet_app.photo.looks import Shot

Floats = NDArray[np.float32]

FILE = "shots.npz"
SHOTS = (Shot.FRONT, Shot.DETAIL, Shot.TAG)


def likely_shot(vector: Floats | None) -> Shot | None:
    """The likeliest of `SHOTS`; None without a vector of `Eyes.embed`, or without the model."""
    weights = _weights()
    if vector is None or weights is None or len(vector) + 1 != len(weights):
        return None
    return SHOTS[int(np.argmax(vector @ weights[:-1] + weights[-1]))]


@cache
def _weights() -> Floats | None:
    """A row for each number of the vector and one more, a column for each of `SHOTS`."""
    try:
        with np.load(resources() / "models" / FILE, allow_pickle=False) as kept:
            return np.asarray(kept["weights"], np.float32)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
