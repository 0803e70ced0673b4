"""Text cut into runs of one font and one direction, each shaped once and remembered."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from closet_app.printing.text import fonts
from closet_app.printing.text.clusters import clusters
from closet_app.printing.text.printfont import Glyphs

_PER_EM = 1000
# How far ink may stand above and below the baseline before its run is drawn smaller.
HIGHEST_INK, LOWEST_INK = 1.12, -0.45
_USUAL_SWING = 0.1


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one font, left to right; `width` in ems of the face's size.

    `scale` shrinks towers of marks into the line, `heavy` asks for a thicker pen because the
    fallback font has no bold, `spoken` is what parts say that do not spell it, `missing` are the
    characters drawn as a replacement sign, the overhangs are ink beyond the width that is more
    than a letter's usual swing.
    """

    font: str
    parts: tuple[tuple[float, str], ...]
    width: float
    level: int = 0
    scale: float = 1.0
    heavy: bool = False
    spoken: tuple[str | None, ...] = ()
    missing: str = ""
    left_overhang: float = 0.0
    right_overhang: float = 0.0


class _Piece(NamedTuple):
    file: str
    level: int
    text: str
    missing: str


@lru_cache(maxsize=30_000)
def plain_width(face: str, text: str) -> float:
    """Width in ems of text the face draws without a shaper."""
    widths = fonts.font(fonts.FACES[face].file).widths
    return sum(map(widths.__getitem__, text)) / _PER_EM


def plain_run(face: str, text: str) -> Run:
    """The run of such text."""
    file = fonts.FACES[face].file
    return Run(fonts.font(file).fontName, ((0.0, text),), plain_width(face, text))


@lru_cache(maxsize=20_000)
def runs(face: str, text: str, levels: bytes, leaning: str) -> tuple[Run, ...]:
    """The runs of a word in logical order; empty `levels` mean all run rightward."""
    if fonts.plain_letters(face).issuperset(text) and not any(levels):
        return (plain_run(face, text),)
    return tuple(_run(face, piece) for piece in _pieces(face, text, levels, leaning))


def _pieces(face: str, text: str, levels: bytes, leaning: str) -> list[_Piece]:
    placed: list[_Piece] = []
    at = 0
    for cluster in clusters(text):
        level = levels[at] if levels else 0
        at += len(cluster)
        file = _neighbour(placed, cluster, level) or fonts.file_for(face, cluster, leaning)
        if file:
            placed.append(_Piece(file, level, cluster, ""))
        else:
            placed.extend(_stand_ins(face, cluster, level, leaning))
    return [
        _Piece(file, level, "".join(p.text for p in same), "".join(p.missing for p in same))
        for (file, level), group in groupby(placed, key=lambda piece: (piece.file, piece.level))
        for same in [list(group)]
    ]


def _stand_ins(face: str, cluster: str, level: int, leaning: str) -> Iterator[_Piece]:
    """A fancy letter as the plain one it stands for, else the sign for what no font has."""
    plain = clusters(unicodedata.normalize("NFKC", cluster).replace(" ", ""))
    files = [fonts.file_for(face, each, leaning) for each in plain]
    if files and all(files):
        for file, each in zip(files, plain, strict=True):
            yield _Piece(file, level, each, "")
        return
    sign, file = fonts.replacement_for(face)
    yield _Piece(file, level, sign, cluster)


def _neighbour(placed: list[_Piece], cluster: str, level: int) -> str:
    """The font of the letters a leftward mark belongs to: a Latin hand's would lean over them."""
    if not placed or level % 2 == 0 or cluster.isalnum() or placed[-1].missing:
        return ""
    return placed[-1].file if fonts.font(placed[-1].file).covers(cluster) else ""


def _run(face: str, piece: _Piece) -> Run:
    font = fonts.font(piece.file)
    shaped = shape(piece.file, piece.text, piece.level % 2 == 1)
    wanted = fonts.FACES[face]
    grown = wanted.companion_scale if piece.file == wanted.companion else 1.0
    scale = min(grown, _scale_into_line(shaped))
    return Run(
        font=font.fontName,
        parts=shaped.parts,
        width=shaped.advance / _PER_EM * scale,
        level=piece.level,
        scale=scale,
        heavy=fonts.needs_heavier_pen(face, piece.file),
        spoken=shaped.spoken,
        missing=piece.missing or (piece.text if shaped.has_missing else ""),
        left_overhang=_overhang(-shaped.ink.left, scale),
        right_overhang=_overhang(shaped.ink.right - shaped.advance, scale),
    )


@lru_cache(maxsize=20_000)
def shape(file: str, text: str, leftward: bool) -> Glyphs:  # noqa: FBT001  a cache key
    """The shaped run, remembered for every size."""
    return fonts.font(file).shape(text, leftward=leftward)


def height_of(face: str, letter: str) -> tuple[float, float]:
    """How high one letter's ink reaches and how low, in ems above the baseline."""
    file = fonts.file_for(face, letter, fonts.east_asian_leaning(letter))
    if not file:
        letter, file = fonts.replacement_for(face)
    ink = shape(file, letter, False).ink  # noqa: FBT003  a cache key
    return ink.top / _PER_EM, ink.bottom / _PER_EM


def _overhang(ink: float, scale: float) -> float:
    return max(0.0, ink / _PER_EM * scale - _USUAL_SWING)


def _scale_into_line(shaped: Glyphs) -> float:
    above = HIGHEST_INK * _PER_EM / max(shaped.ink.top, 1.0)
    below = LOWEST_INK * _PER_EM / min(shaped.ink.bottom, -1.0)
    return min(above, below)
