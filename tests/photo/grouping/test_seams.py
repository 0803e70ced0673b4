from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.photo.grouping import Frame, arrange, doubt, groups, seams
from closet_app.photo.looks import Shot

START = datetime(2025, 11, 22, 10, 0, tzinfo=UTC)


def timed(*seconds: float) -> list[Frame]:
    return [
        Frame(f"IMG_{2000 + place}.JPG", START + timedelta(seconds=second))
        for place, second in enumerate(seconds)
    ]


def test_no_photos_have_no_seams() -> None:
    assert arrange([]) == []
    assert seams([]) == ()
    assert groups([], []) == ()


def test_one_photo_is_one_piece() -> None:
    assert seams(timed(0)) == (1.0,)


def test_long_pauses_part_pieces() -> None:
    frames = timed(0, 6, 12, 60, 67, 72, 120, 125, 131, 180, 186, 193)
    found = groups(range(12), seams(frames))
    assert found == ((0, 1, 2), (3, 4, 5), (6, 7, 8), (9, 10, 11))


def test_what_the_seller_decided_stays() -> None:
    frames = timed(0, 6, 12, 60, 67, 72, 120, 125, 131, 180, 186, 193)
    chances = seams(frames, {3: False, 8: True})
    assert (chances[3], chances[8]) == (0.0, 1.0)
    assert groups(range(12), chances)[-3:] == ((6, 7), (8,), (9, 10, 11))


def test_even_odds_are_the_most_doubtful() -> None:
    assert (doubt(0.5), doubt(0.0), doubt(1.0)) == (1.0, 0.0, 0.0)


def seen(frame: Frame, number: int, seed: int, shot: Shot = Shot.FRONT) -> Frame:
    """`frame` as a photo of garment `number`; one color and one direction for each."""
    pure, noise = np.random.default_rng(number), np.random.default_rng((number, seed))
    vector = pure.normal(size=64) + 0.5 * noise.normal(size=64)
    color = pure.uniform(-0.2, 0.2, 2)
    return replace(
        frame,
        vector=(vector / np.linalg.norm(vector)).astype(np.float32),
        lab=((0.5, float(color[0]), float(color[1]), 1.0),),
        shot=shot,
    )


def session(sizes: Sequence[int], *, timed: bool) -> list[Frame]:
    frames: list[Frame] = []
    now = 0.0
    for piece, size in enumerate(sizes):
        now += 30.0
        for place in range(size):
            now += 6.0 + place % 3
            frame = timed_at(now) if timed else Frame("")
            frames.append(replace(seen(frame, piece, place), name=f"IMG_{len(frames):04d}.JPG"))
    return frames


def timed_at(seconds: float) -> Frame:
    return Frame("", START + timedelta(seconds=seconds))


def sizes_of(found: Sequence[Sequence[int]]) -> list[int]:
    return [len(group) for group in found]


@pytest.mark.parametrize("is_timed", [True, False], ids=["with times", "by names"])
def test_pieces_are_told_apart_by_looks(is_timed: bool) -> None:
    sizes = [3, 4, 2, 5, 3, 3, 4]
    frames = session(sizes, timed=is_timed)
    assert sizes_of(groups(range(len(frames)), seams(frames))) == sizes


def test_two_garments_a_few_seconds_apart_are_two_pieces() -> None:
    sizes = [3, 3, 3, 3]
    frames = session(sizes, timed=True)
    hurried = [
        replace(f, taken_at=f.taken_at and f.taken_at - timedelta(seconds=29 * (place >= 6)))
        for place, f in enumerate(frames)
    ]
    assert sizes_of(groups(range(12), seams(hurried))) == sizes


def test_a_pause_of_minutes_does_not_part_a_piece() -> None:
    sizes = [3, 4, 3, 3]
    frames = session(sizes, timed=True)
    rested = [
        replace(f, taken_at=f.taken_at and f.taken_at + timedelta(seconds=240 * (place >= 5)))
        for place, f in enumerate(frames)
    ]
    assert sizes_of(groups(range(13), seams(rested))) == sizes


def test_an_hour_later_it_is_another_piece_though_of_the_same_color() -> None:
    frames = [
        replace(
            seen(timed_at(6 * place + 3600 * (place >= 3)), 1, place),
            name=f"IMG_{place}.JPG",
            vector=None,
        )
        for place in range(6)
    ]
    assert sizes_of(groups(range(6), seams(frames))) == [3, 3]


def test_a_label_stays_with_the_piece_before_it() -> None:
    frames = session([3, 3, 3], timed=False)
    label = seen(Frame("IMG_0002.JPG"), 77, 0, Shot.TAG)
    frames[2] = label
    assert sizes_of(groups(range(9), seams(frames))) == [3, 3, 3]


def test_a_seller_who_begins_with_the_label_is_understood() -> None:
    sizes = [3, 4, 3, 3, 4, 3, 3, 4]
    frames = session(sizes, timed=True)
    for first in (sum(sizes[:piece]) for piece in range(len(sizes))):
        frames[first] = seen(frames[first], 500 + first, 0, Shot.TAG)
    assert sizes_of(groups(range(len(frames)), seams(frames))) == sizes


def test_one_photo_of_each_piece_in_an_even_rhythm_is_many_pieces() -> None:
    frames = [
        replace(seen(timed_at(25.0 * place + place % 4), place, 0), name=f"IMG_{place:04d}.JPG")
        for place in range(30)
    ]
    assert sizes_of(groups(range(30), seams(frames))) == [1] * 30


def test_a_thousand_photos_take_well_under_a_second() -> None:
    frames = session([3, 4, 2, 5, 6] * 50, timed=True)
    start = perf_counter()
    order = arrange(frames)
    seams([frames[place] for place in order])
    assert perf_counter() - start < 5  # 0.2 s on an idle machine


decisions = st.dictionaries(st.integers(0, 59), st.booleans(), max_size=60)


@given(st.lists(st.integers(1, 6), min_size=1, max_size=9), decisions, st.booleans())
def test_decisions_are_kept_and_every_photo_is_in_one_group(
    sizes: list[int], settled: dict[int, bool], is_timed: bool
) -> None:
    frames = session(sizes, timed=is_timed)
    chances = seams(frames, settled)
    assert all(0 <= chance <= 1 for chance in chances)
    for place, begins in settled.items():
        if 0 < place < len(frames):
            assert chances[place] == begins
    found = groups(range(len(frames)), chances)
    assert [photo for group in found for photo in group] == list(range(len(frames)))


def test_a_piece_may_be_joined_beyond_any_usual_length() -> None:
    frames = session([3] * 20, timed=True)
    joined = dict.fromkeys(range(1, 60), False)
    assert sizes_of(groups(range(60), seams(frames, joined))) == [60]
    assert sizes_of(groups(range(60), seams(frames, joined | {30: True}))) == [30, 30]


@pytest.mark.parametrize("share", [0.3, 1.0])
def test_photos_without_looks_are_grouped_by_what_else_is_known(share: float) -> None:
    drawn = random.Random(3)
    frames = [
        replace(f, vector=None, lab=(), fingerprint="") if drawn.random() < share else f
        for f in session([3] * 8, timed=True)
    ]
    assert sizes_of(groups(range(24), seams(frames))) == [3] * 8
