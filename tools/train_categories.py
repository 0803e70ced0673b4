"""Train the head that names garments, from the embeddings in `tools/category/clothing.npz`.

Prints how often it is right on photos it has not seen (each fifth of them held out in turn, axes
and all), then writes `resources/models/categories.npz` trained on all of them. Afterwards run
`python -m tools.gather_resources --record models`. Takes about a minute.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from closet_app.photo.garment_head import VECTOR, Floats, rooted, softmax, unit

ROOT = Path(__file__).resolve().parent.parent
EMBEDDINGS = ROOT / "tools" / "category" / "clothing.npz"
HEAD = ROOT / "resources" / "models" / "categories.npz"

FOLDS = 5
KERNEL = 0.5
RIDGE = 0.1
"""Chosen among 0.25 to 2 and 0.03 to 1 by the held-out figures; their neighbors differ by 0.5 %."""

DEPARTMENTS = ("Women", "Men", "Kids")
TOLD_BY_SHAPE = {"dress": "Women", "skirt": "Women"}
SHARE_TOLD = 24 / 26
"""23 of the 24 dresses and skirts of the sample closet are Women's; with one more of each doubt."""

Labels = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Fitted:
    """What training gives; see `closet_app.photo.garment_head.GarmentHead`."""

    mean: Floats
    axes: Floats
    support: Floats
    weights: Floats
    bias: Floats

    def scores(self, seen: Floats) -> Floats:
        """A score for each class, about 1 for the right one and 0 for others."""
        vectors = unit(np.asarray((rooted(seen) - self.mean) @ self.axes.T, np.float32))
        return _kernel(vectors, self.support) @ self.weights + self.bias


def main() -> None:
    """Measure, train on everything, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HEAD)
    options = parser.parse_args()
    with np.load(EMBEDDINGS, allow_pickle=False) as kept:
        seen = kept["embedding"].astype(np.float32)
        labels = kept["label"].astype(np.int64)
        classes = [str(name) for name in kept["classes"]]
    held_out = _held_out_scores(seen, labels, len(classes))
    sharpness = _best_sharpness(held_out, labels)
    _report(held_out, labels, classes, sharpness)
    _report_neighbours(seen, labels)
    _write(options.out, _fitted(seen, labels, len(classes)), classes, sharpness)


def _fitted(seen: Floats, labels: Labels, classes: int) -> Fitted:
    """Principal axes and a kernel ridge regression onto the classes."""
    roots = rooted(seen)
    mean = roots.mean(axis=0)
    axes = _as_stored(np.linalg.svd(roots - mean, full_matrices=False)[2][:VECTOR])
    support = _as_stored(unit((roots - mean) @ axes.T))
    wanted = np.eye(classes, dtype=np.float32)[labels]
    bias = wanted.mean(axis=0)
    ridge = RIDGE * np.eye(len(support), dtype=np.float32)
    weights = np.linalg.solve(_kernel(support, support) + ridge, wanted - bias)
    return Fitted(mean, axes, support, weights, bias)


def _as_stored(values: Floats) -> Floats:
    return np.asarray(values.astype(np.float16), np.float32)


def _kernel(one: Floats, other: Floats) -> Floats:
    return np.asarray(np.exp(-KERNEL * (2 - 2 * one @ other.T)), np.float32)


def _held_out_scores(seen: Floats, labels: Labels, classes: int) -> Floats:
    scores = np.empty((len(labels), classes), np.float32)
    folds = _folds(labels)
    for fold in range(FOLDS):
        held = folds == fold
        scores[held] = _fitted(seen[~held], labels[~held], classes).scores(seen[held])
    return scores


def _folds(labels: Labels) -> Labels:
    """Which fifth each photo is in, every class spread evenly over all."""
    drawn = np.random.default_rng(20261123)
    folds = np.empty(len(labels), np.int64)
    for label in np.unique(labels):
        of_class = drawn.permutation(np.flatnonzero(labels == label))
        folds[of_class] = np.arange(len(of_class)) % FOLDS
    return folds


def _best_sharpness(scores: Floats, labels: Labels) -> float:
    """The factor of scores whose confidences are the likeliest for the held-out photos."""
    rows = np.arange(len(labels))
    losses = {
        factor: -float(np.log(softmax(scores * np.float32(factor))[rows, labels] + 1e-9).mean())
        for factor in np.arange(2, 15, 0.1)
    }
    return round(float(min(losses, key=lambda factor: losses[factor])), 2)


def _report(scores: Floats, labels: Labels, classes: list[str], sharpness: float) -> None:
    order = np.argsort(-scores, axis=1)
    right = order[:, 0] == labels
    among = (order[:, :3] == labels[:, None]).any(axis=1)
    print(f"held out, {FOLDS} folds of {len(labels)} photos, {len(classes)} classes")
    print(f"top-1 {right.mean():.1%}, top-3 {among.mean():.1%}")
    for at, name in enumerate(classes):
        of_class = labels == at
        print(f"  {name:10} {right[of_class].mean():6.1%} of {of_class.sum()}")
    sure = softmax(scores * np.float32(sharpness)).max(axis=1)
    print(f"confidences (sharpness {sharpness})")
    edges = (0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
    for low, high in pairwise(edges):
        within = (sure >= low) & (sure < high)
        if within.any():
            said, held = sure[within].mean(), right[within].mean()
            print(f"  said {said:6.1%}, right {held:6.1%} ({within.sum()} photos)")


def _report_neighbours(seen: Floats, labels: Labels) -> None:
    """How often a photo's ten nearest are of its class, by the whole vector and the short one."""
    roots = rooted(seen)
    mean = roots.mean(axis=0)
    axes = np.linalg.svd(roots - mean, full_matrices=False)[2][:VECTOR]
    whole, short = unit(roots - mean), unit((roots - mean) @ axes.T)
    nearest = {"1280": _nearest(whole), f"{VECTOR}": _nearest(short)}
    for name, ten in nearest.items():
        same = (labels[ten] == labels[:, None]).mean()
        print(f"of the ten nearest by {name} numbers, {same:.1%} are of the same class")
    pairs = zip(nearest["1280"], nearest[f"{VECTOR}"], strict=True)
    shared = np.mean([len(set(one) & set(other)) / 10 for one, other in pairs])
    print(f"{shared:.1%} of the ten nearest are the same")


def _nearest(vectors: Floats) -> Labels:
    alike = vectors @ vectors.T
    np.fill_diagonal(alike, -1)
    return np.argsort(-alike, axis=1)[:, :10]


def _write(path: Path, fitted: Fitted, classes: list[str], sharpness: float) -> None:
    np.savez(
        path,
        mean=fitted.mean,
        axes=fitted.axes.astype(np.float16),
        support=fitted.support.astype(np.float16),
        weights=fitted.weights.astype(np.float32),
        bias=fitted.bias.astype(np.float32),
        kernel=np.float32(KERNEL),
        sharpness=np.float32(sharpness),
        classes=np.array(classes),
        departments=np.array(DEPARTMENTS),
        shares=_department_shares(classes),
    )
    print(f"wrote {path} ({path.stat().st_size / 1e6:.1f} MB)")


def _department_shares(classes: list[str]) -> Floats:
    """Departments × classes: what a class tells of the department; 0 where it tells nothing."""
    shares = np.zeros((len(DEPARTMENTS), len(classes)), np.float32)
    for name, department in TOLD_BY_SHAPE.items():
        shares[DEPARTMENTS.index(department), classes.index(name)] = SHARE_TOLD
    return shares


if __name__ == "__main__":
    main()
