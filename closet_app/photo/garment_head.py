"""From what the net sees to a short vector, and from that to the kind of garment.

`tools/train_categories.py` makes the file and says how good it is on photos it has not seen.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from closet_app.photo.looks import Likely

Floats = NDArray[np.float32]

VECTOR = 256
"""Numbers in a vector."""


@dataclass(frozen=True, slots=True, eq=False)
class GarmentHead:
    """Principal axes, and a kernel ridge classifier on the vectors they give.

    `axes` are 256 × 1280 about `mean`, `support` the vectors of the photos it was trained on,
    `weights` their say in each of `classes`, `kernel` the width of the Gaussian between vectors,
    `sharpness` makes of scores confidences that hold. `departments` × `classes` are `shares`.
    """

    mean: Floats
    axes: Floats
    support: Floats
    weights: Floats
    bias: Floats
    kernel: float
    sharpness: float
    classes: tuple[str, ...]
    departments: tuple[str, ...]
    shares: Floats

    def vector(self, seen: Floats) -> Floats:
        """The unit vector of 256 numbers for what the net sees (1280 numbers)."""
        reduced = self.axes @ (rooted(seen) - self.mean)
        return np.asarray(unit(reduced), np.float32)

    def confidences(self, vector: Floats) -> Floats:
        """How sure each of `classes` is, in their order; together 1."""
        apart = 2 - 2 * (self.support @ unit(vector))
        scores = np.exp(-self.kernel * apart) @ self.weights + self.bias
        return softmax(scores * self.sharpness)

    def categories(self, vector: Floats, most: int) -> tuple[Likely, ...]:
        """The likeliest classes first."""
        return _likely(self.classes, self.confidences(vector))[:most]

    def department_likelihoods(self, vector: Floats) -> tuple[Likely, ...]:
        """Departments by what such garments belong to, the likeliest first."""
        return _likely(self.departments, self.shares @ self.confidences(vector))


def rooted(seen: Floats) -> Floats:
    """Square roots at unit length: the largest answers of the net no longer drown the rest."""
    return unit(np.sqrt(np.maximum(seen, 0)))


def unit(values: Floats) -> Floats:
    """`values` (the last axis) at length 1; zeros stay."""
    length = np.linalg.norm(values, axis=-1, keepdims=True)
    return np.asarray(values / np.maximum(length, 1e-9), np.float32)


def softmax(scores: Floats) -> Floats:
    """Scores (the last axis) as shares of 1."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), np.float32)


def read_head(path: Path) -> GarmentHead | None:
    """The head of a file; None when it is missing or damaged."""
    try:
        with np.load(path, allow_pickle=False) as kept:
            return _head({name: kept[name] for name in kept.files})
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None


def _head(kept: dict[str, NDArray[np.generic]]) -> GarmentHead:
    floats = ("mean", "axes", "support", "weights", "bias", "shares")
    return GarmentHead(
        **{name: np.asarray(kept[name], np.float32) for name in floats},
        kernel=float(kept["kernel"]),
        sharpness=float(kept["sharpness"]),
        classes=tuple(str(name) for name in kept["classes"]),
        departments=tuple(str(name) for name in kept["departments"]),
    )


def _likely(names: tuple[str, ...], shares: Floats) -> tuple[Likely, ...]:
    order = np.argsort(-shares)
    return tuple(Likely(names[at], round(float(shares[at]), 4)) for at in order)
