"""Teach which photos are close-ups and labels, from made-up shots, into resources/models.

python -m tools.train_shots

Prints how often it is right on the garments held out, and on the sample's own session.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from closet_app.paths import resources
from closet_app.photo.shot_looks import FILE, SHOTS
from tools.photo_sessions.burst import burst_shots
from tools.photo_sessions.library import frames_of

Floats = NDArray[np.float64]

KINDS = {
    "front": 0, "angle": 0, "back": 0, "blurred": 0, "dark": 0, "again": 0, "near_duplicate": 0,
    "detail": 1, "flaw": 1,
    "tag": 2, "care": 2,
}  # fmt: skip
"""Half of a piece is neither whole nor a close-up, and is left out."""
ROUNDS, PACE, RIDGE = 400, 8.0, 1e-4


def main() -> None:
    """Train on one half of the garments, say how it does on the rest, and write the file."""
    weights = _trained(*_shots(held_out=False))
    np.savez_compressed(resources() / "models" / FILE, weights=weights.astype(np.float16))
    for title, (vectors, kinds) in {
        "held-out garments": _shots(held_out=True),
        "burst": _taught(burst_shots()),
    }.items():
        found = (_with_one(vectors) @ weights).argmax(axis=1)
        for kind, shot in enumerate(SHOTS):
            right = found[kinds == kind] == kind
            wrong = found[kinds != kind] == kind
            print(
                f"{title}, {shot}: {right.mean():.1%} of {len(right)} found, "
                f"{wrong.mean():.1%} of the others taken for one"
            )


def _shots(*, held_out: bool) -> tuple[Floats, NDArray[np.int64]]:
    frames = frames_of(held_out=held_out)
    return _taught([(frame.vector, shown.kind) for shown, frame in frames.items()])


def _taught(
    shots: list[tuple[NDArray[np.float32] | None, str]],
) -> tuple[Floats, NDArray[np.int64]]:
    known = [(vector, KINDS[kind]) for vector, kind in shots if kind in KINDS]
    vectors = np.array([vector for vector, _ in known], dtype=np.float64)
    return vectors, np.array([kind for _, kind in known], dtype=np.int64)


def _trained(vectors: Floats, kinds: NDArray[np.int64]) -> Floats:
    """Logistic regression by plain descent; the problem is convex."""
    rows, wanted = _with_one(vectors), np.eye(len(SHOTS))[kinds]
    weights = np.zeros((rows.shape[1], len(SHOTS)))
    for _ in range(ROUNDS):
        powers = np.exp(rows @ weights - (rows @ weights).max(axis=1, keepdims=True))
        chances = powers / powers.sum(axis=1, keepdims=True)
        slope = rows.T @ (chances - wanted) / len(rows)
        slope[:-1] += RIDGE * weights[:-1]
        weights -= PACE * slope
    return weights


def _with_one(vectors: Floats) -> Floats:
    return np.column_stack((vectors, np.ones(len(vectors))))


if __name__ == "__main__":
    main()
