"""How well grouping does: on the sample's own session and on made-up ones of held-out garments.

python -m tools.measure_grouping [--sessions N] [--photos N] [--write]

`--write` puts the tables into docs/photo.md.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from closet_app.photo.grouping import Frame, arrange, groups, seams
from tools.photo_sessions.burst import burst
from tools.photo_sessions.scenario import Knobs
from tools.photo_sessions.sessions import made_session

DOCS = Path(__file__).resolve().parent.parent / "docs" / "photo.md"
MARKS = "<!-- measured by python -m tools.measure_grouping --write -->", "<!-- end -->"
HEADINGS = ("session", "pairwise F1", "exact pieces", "cut too often", "cut missed")
BINS = 10

TIMED = {
    "an ordinary seller": Knobs(),
    "one common ground": Knobs(common_room=True),
    "fast: 3 s and 9 s": Knobs(within=3, between=9, common_room=True),
    "slow: 20 s and 90 s": Knobs(within=20, between=90, common_room=True),
    "even rhythm: 8 s and 12 s": Knobs(within=8, between=12, common_room=True),
    "a third of the pieces without a pause": Knobs(swaps=0.33, common_room=True),
    "pauses of minutes in every fifth piece": Knobs(pauses=0.2, common_room=True),
    "half of the pieces look like the one before": Knobs(similar=0.5, common_room=True),
    "no labels": Knobs(tags=0, common_room=True),
    "many blurred, dark and double": Knobs(retakes=0.3, common_room=True),
    "one to three photos each": Knobs(photos_each=1.8, common_room=True),
    "a fifth without times": Knobs(times="some", common_room=True),
    "two phones, one after the other": Knobs(phones="after", common_room=True),
    "two phones on the same pieces": Knobs(phones="shared", common_room=True),
    "the same, one clock nine hours ahead": Knobs(phones="shared", clock="ahead", common_room=True),
    "two people on different pieces": Knobs(phones="apart", common_room=True),
    "the clock falls back in the middle": Knobs(clock="reset", common_room=True),
}
UNTIMED = {
    "an ordinary seller": Knobs(times="none"),
    "one common ground": Knobs(times="none", common_room=True),
    "half of the pieces look like the one before": Knobs(
        times="none", similar=0.5, common_room=True
    ),
    "no labels": Knobs(times="none", tags=0, common_room=True),
    "one to three photos each": Knobs(times="none", photos_each=1.8, common_room=True),
    "many blurred, dark and double": Knobs(times="none", retakes=0.3, common_room=True),
    "the counter runs over 9999": Knobs(times="none", first_number=9950, common_room=True),
    "two phones, one after the other": Knobs(times="none", phones="after", common_room=True),
}


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs and pieces counted, so that sessions add up.

    `cut` are seams found where there is none of `inside` boundaries, `missed` true ones of `edges`.
    """

    both: int = 0
    found: int = 0
    true: int = 0
    exact: int = 0
    pieces: int = 0
    cut: int = 0
    inside: int = 0
    missed: int = 0
    edges: int = 0

    def __add__(self, other: Score) -> Score:
        values = (getattr(self, name) + getattr(other, name) for name in Score.__slots__)
        return Score(*values)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall over pairs of photos of one piece."""
        return 2 * self.both / max(1, self.found + self.true)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What grouping made of one session: its score, and each seam with whether it was one."""

    score: Score
    seams: tuple[tuple[float, bool], ...]


def main() -> None:
    """Measure every kind of session and print, or write, the tables."""
    parser = argparse.ArgumentParser(prog="python -m tools.measure_grouping", description=__doc__)
    parser.add_argument("--sessions", type=int, default=12)
    parser.add_argument("--photos", type=int, default=124)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    text = report(asked.sessions, asked.photos)
    if asked.write:
        before, _, rest = DOCS.read_text(encoding="utf-8").partition(MARKS[0])
        after = rest.partition(MARKS[1])[2]
        DOCS.write_text(f"{before}{MARKS[0]}\n\n{text}\n{MARKS[1]}{after}", encoding="utf-8")
    print(text)


def report(sessions: int, photos: int) -> str:
    """The tables as Markdown: with times, without, and how far the chances can be trusted."""
    parts, seen = [], []
    for title, cases, timed in (
        ("With times", TIMED, True),
        ("By file order alone", UNTIMED, False),
    ):
        frames, pieces = burst(timed=timed)
        rows = [("**burst**, 40 photos, 12 pieces", outcome(frames, pieces).score)]
        for name, knobs in cases.items():
            made = _outcomes(replace(knobs, photos=photos), sessions)
            seen += [seam for one in made for seam in one.seams]
            rows.append((name, _sum(one.score for one in made)))
        rows.append(("**all made-up sessions**", _sum(score for _, score in rows[1:])))
        parts.append(f"{title}, {sessions} sessions of {photos} photos a line:\n\n{_table(rows)}")
    parts.append(f"How often a seam of a given chance is one:\n\n{_calibration(seen)}")
    return "\n".join(parts)


def outcome(frames: Sequence[Frame], pieces: Sequence[int]) -> Outcome:
    """What grouping makes of `frames`, whose true pieces are `pieces`."""
    order = arrange(frames)
    chances = seams([frames[place] for place in order])
    truth = [pieces[place] for place in order]
    begins = [True, *(one != other for one, other in pairwise(truth))]
    found = {
        photo: number for number, group in enumerate(groups(order, chances)) for photo in group
    }
    score = _scored([found[place] for place in range(len(frames))], pieces)
    wrong = [(chance >= 0.5, true) for chance, true in zip(chances, begins, strict=True)][1:]  # noqa: PLR2004 - even odds
    score = replace(
        score,
        cut=sum(split and not true for split, true in wrong),
        inside=sum(not true for _, true in wrong),
        missed=sum(true and not split for split, true in wrong),
        edges=sum(true for _, true in wrong),
    )
    return Outcome(score, tuple(zip(chances[1:], begins[1:], strict=True)))


def _outcomes(knobs: Knobs, sessions: int) -> list[Outcome]:
    made = (made_session(knobs, 1000 + seed, held_out=True) for seed in range(sessions))
    return [outcome(one.frames, one.pieces) for one in made]


def _scored(found: Sequence[int], true: Sequence[int]) -> Score:
    both = Counter(zip(found, true, strict=True))
    ours, theirs = Counter(found), Counter(true)
    return Score(
        both=_pairs(both.values()),
        found=_pairs(ours.values()),
        true=_pairs(theirs.values()),
        exact=sum(count == ours[one] == theirs[other] for (one, other), count in both.items()),
        pieces=len(theirs),
    )


def _pairs(counts: Iterable[int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts)


def _sum(scores: Iterable[Score]) -> Score:
    return sum(scores, Score())


def _table(rows: Iterable[tuple[str, Score]]) -> str:
    lines = ["| " + " | ".join(HEADINGS) + " |", "|---" + "|--:" * (len(HEADINGS) - 1) + "|"]
    for name, score in rows:
        cells = (
            f"{score.f1:.3f}",
            f"{score.exact / max(1, score.pieces):.1%}",
            f"{score.cut / max(1, score.inside):.1%}",
            f"{score.missed / max(1, score.edges):.1%}",
        )
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _calibration(seen: Sequence[tuple[float, bool]]) -> str:
    chances = np.array([chance for chance, _ in seen])
    true = np.array([begins for _, begins in seen])
    lines = ["| chance given | boundaries | were seams |", "|---|--:|--:|"]
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    for number in range(BINS):
        inside = bins == number
        if inside.any():
            share = f"{true[inside].mean():.0%}"
            lines.append(
                f"| {number / BINS:.1f}–{(number + 1) / BINS:.1f} | {inside.sum()} | {share} |"
            )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
