"""What glyphs say: the words to copy and search for where a letter is drawn as several glyphs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

Cluster = tuple[int, str]
"""Letters drawn as several glyphs: the place of the first one in the run, and their text."""


class Placed(NamedTuple):
    """A glyph by its character: its advance, where it is drawn, and the cluster it is part of.

    `x` counts from the run's start and `rise` from the baseline, in thousandths of the type size;
    the cluster is None where the glyph alone says its letters.
    """

    code: int
    step: float
    x: float
    rise: float
    cluster: Cluster | None


def clusters_of(sources: Sequence[str]) -> list[Cluster | None]:
    """The cluster of each glyph; the first one's source is its text, the others' are empty."""
    found: list[Cluster | None] = []
    for at, source in enumerate(sources):
        if not source and found:
            found.append(found[-1])
        else:
            found.append((at, source) if sources[at + 1 : at + 2] == [""] else None)
    return found


def on_bodies(sources: Sequence[str], steps: Sequence[float]) -> list[str]:
    """Sources that stand with the bodies of letters, and not with the dots drawn before them.

    Vowel points are left out: readers turn leftward text around and would set them astray.
    """
    moved: list[str] = []
    starts = [at for at, source in enumerate(sources) if source]
    for start, end in zip(starts, [*starts[1:], len(sources)], strict=True):
        body = next((at for at in range(start, end) if steps[at]), start)
        letters = "".join(filter(_is_no_point, sources[start])) or sources[start]
        moved += (letters if at == body else "" for at in range(start, end))
    return moved


def said(clusters: Iterable[Cluster | None]) -> Iterator[str | None]:
    """What each part says; of several parts of one cluster the first says it all."""
    for cluster, same in groupby(clusters):
        for number, _ in enumerate(same):
            yield cluster and ("" if number else cluster[1])


def _is_no_point(letter: str) -> bool:
    return unicodedata.category(letter) != "Mn"
