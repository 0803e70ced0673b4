"""The session of the sample, as it was measured once: `tests/data/photos/burst_looks.npz`."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from closet_app.photo.grouping import Frame, arrange, groups, seams
from closet_app.photo.looks import Shot

KEPT = Path(__file__).resolve().parents[2] / "data" / "photos" / "burst_looks.npz"


@pytest.fixture(scope="module")
def frames() -> list[Frame]:
    with np.load(KEPT, allow_pickle=False) as kept:
        return [
            Frame(
                str(kept["names"][place]),
                datetime.fromisoformat(str(kept["taken"][place])),
                str(kept["cameras"][place]),
                kept["vectors"][place].astype(np.float32),
                tuple(tuple(row) for row in lab.astype(float).tolist() if row[3] > 0),
                Shot(str(kept["shots"][place])),
                str(kept["prints"][place]),
            )
            for place, lab in enumerate(kept["lab"])
        ]


@pytest.fixture(scope="module")
def pieces() -> list[int]:
    with np.load(KEPT, allow_pickle=False) as kept:
        return [int(piece) for piece in kept["pieces"]]


def cut(frames: list[Frame]) -> set[frozenset[int]]:
    order = arrange(frames)
    found = groups(order, seams([frames[place] for place in order]))
    return {frozenset(group) for group in found}


def truth(pieces: list[int]) -> set[frozenset[int]]:
    return {
        frozenset(place for place, piece in enumerate(pieces) if piece == number)
        for number in pieces
    }


def test_the_session_is_cut_into_its_twelve_pieces(frames: list[Frame], pieces: list[int]) -> None:
    assert cut(frames) == truth(pieces)


def test_the_order_of_the_names_is_enough(frames: list[Frame], pieces: list[int]) -> None:
    nameless = [replace(frame, taken_at=None, camera="") for frame in frames]
    assert len(cut(nameless) & truth(pieces)) >= 11


def test_without_the_likeness_net_time_and_color_still_part_most(
    frames: list[Frame], pieces: list[int]
) -> None:
    blind = [replace(frame, vector=None, shot=Shot.FRONT) for frame in frames]
    assert len(cut(blind) & truth(pieces)) >= 8
