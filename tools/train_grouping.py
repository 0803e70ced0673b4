"""Weigh the features of grouping on made-up sessions, and write them into the program.

python -m tools.train_grouping [--sessions N]

The weights maximize the likelihood of the true cuts (a semi-Markov conditional random field), so
that the chances of the seams come out calibrated. Garments held out for measuring are not used.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from closet_app.photo.grouping.features import BOUNDARY, HABIT, LENGTHS, PIECE, features_of, habit
from closet_app.photo.grouping.segmentation import piece_chances, total
from tools.photo_sessions.sessions import Made, made_sessions

Floats = NDArray[np.float64]

TARGET = Path(__file__).resolve().parent.parent / "closet_app" / "photo" / "grouping" / "weights.py"
PHOTOS = 96
TURNS = 3
ROUNDS = 220
STEP = 0.08
RIDGE = 0.5
"""Of each weight's square, against the log-likelihood of all sessions."""
NAMES = (*BOUNDARY, *PIECE, *LENGTHS)
HEAD = '''"""How much each feature says, in log-odds; written by `python -m tools.train_grouping`.

`USUAL` are the shares of pieces of 1, 2, … photos, the last of each length beyond.
"""

from __future__ import annotations

'''


class Batch:
    """The features of sessions of one size, side by side, with their true cuts."""

    def __init__(self, sessions: Sequence[Made]) -> None:
        made = [features_of(session.frames) for session in sessions]
        self.seams = np.stack([boundaries for boundaries, _ in made])
        self.seams[:, 0] = 0.0
        self.pieces = np.stack([pieces for _, pieces in made])
        longest = self.pieces.shape[2]
        self.truth = np.stack([_true_cut(session.pieces, longest) for session in sessions])
        self.usual = self._usual()

    def likelihood(self, weights: Floats) -> tuple[float, Floats]:
        """The log-likelihood of the true cuts, and its slope."""
        scores = self._scores(weights)
        reached = float((scores * self.truth).sum() - total(scores).sum())
        return reached, self._summed(self.truth) - self._summed(piece_chances(scores))

    def note_habits(self, weights: Floats) -> None:
        """Fill in the feature that hangs on what the others say."""
        column = PIECE.index(HABIT)
        self.pieces[..., column] = 0.0
        own = habit(piece_chances(self._scores(weights)), self.usual)
        self.pieces[..., column] = own[:, None, :]

    @property
    def photos(self) -> int:
        """Of all sessions together."""
        return int(np.prod(self.truth.shape[:2]))

    def _scores(self, weights: Floats) -> Floats:
        of_seams = self.seams @ weights[: len(BOUNDARY)]
        return np.asarray(self.pieces @ weights[len(BOUNDARY) :] + of_seams[:, :, None])

    def _summed(self, chances: Floats) -> Floats:
        of_seams = np.einsum("sn,snf->f", chances.sum(axis=2), self.seams)
        return np.concatenate((of_seams, np.einsum("snl,snlf->f", chances, self.pieces)))

    def _usual(self) -> Floats:
        counts = self.truth.sum(axis=(0, 1))
        known = len(LENGTHS) - 1
        shares = np.append(counts[:known], counts[known:].mean()) + 1.0
        return np.asarray(shares / shares.sum(), dtype=np.float64)


def main() -> None:
    """Train, say how well the sessions are explained, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m tools.train_grouping", description=__doc__)
    parser.add_argument("--sessions", type=int, default=192)
    parser.add_argument("--out", type=Path, default=TARGET)
    asked = parser.parse_args()
    batch = Batch(made_sessions(asked.sessions, PHOTOS, held_out=False))
    weights = train(batch)
    asked.out.write_text(_written(weights, batch.usual), encoding="utf-8")


def train(batch: Batch) -> Floats:
    """The weights that explain the true cuts best; habits are noted anew between the turns."""
    weights = np.zeros(len(NAMES))
    for turn in range(1, TURNS + 1):
        weights = _climbed(batch, weights)
        reached, _ = batch.likelihood(weights)
        print(f"turn {turn}: log-likelihood {reached / batch.photos:.4f} a photo")
        if turn < TURNS:
            batch.note_habits(weights)
    return weights


def _climbed(batch: Batch, weights: Floats) -> Floats:
    """Adam on the whole batch; the problem is convex, so that the start does not matter."""
    weights, drift, size = weights.copy(), np.zeros(len(NAMES)), np.zeros(len(NAMES))
    for turn in range(1, ROUNDS + 1):
        slope = batch.likelihood(weights)[1] - 2 * RIDGE * weights
        drift = 0.9 * drift + 0.1 * slope
        size = 0.99 * size + 0.01 * slope**2
        pace = STEP * min(1.0, 3 * (1 - turn / (ROUNDS + 1)))
        weights += pace * (drift / (1 - 0.9**turn)) / (np.sqrt(size / (1 - 0.99**turn)) + 1e-9)
    return weights


def _true_cut(pieces: Sequence[int], longest: int) -> Floats:
    """1 for each true piece, by first photo and length less one; longer ones are cut."""
    table = np.zeros((len(pieces), longest))
    first = 0
    for place in range(1, len(pieces) + 1):
        ends = place == len(pieces) or pieces[place] != pieces[first]
        if ends or place - first == longest:
            table[first, place - first - 1] = 1.0
            first = place
    return table


def _written(weights: Floats, usual: Floats) -> str:
    tables = {"BOUNDARY": range(len(BOUNDARY)), "PIECE": range(len(BOUNDARY), len(NAMES))}
    lines = [HEAD]
    for table, columns in tables.items():
        rows = "".join(f'    "{NAMES[at]}": {weights[at]:.3f},\n' for at in columns)
        lines.append(f"{table} = {{\n{rows}}}\n")
    shares = "".join(f"    {share:.4f},\n" for share in usual)
    lines.append(f"USUAL = (\n{shares})\n")
    return "".join(lines)


if __name__ == "__main__":
    main()
