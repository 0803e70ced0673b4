from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.photo.grouping import Frame, arrange
from closet_app.photo.looks import Shot

START = datetime(2025, 11, 22, 10, 0, tzinfo=timezone(timedelta(hours=-8)))


def at(name: str, seconds: float, camera: str = "Apple iPhone 13") -> Frame:
    return Frame(name, START + timedelta(seconds=seconds), camera)


def names(frames: Sequence[Frame]) -> list[str]:
    return [frames[place].name for place in arrange(frames)]


@pytest.mark.parametrize(
    "wanted",
    [
        ["IMG_9.JPG", "IMG_10.JPG", "IMG_11.JPG"],
        ["IMG_9998.JPG", "IMG_9999.JPG", "IMG_0001.JPG", "IMG_0002.JPG"],
        ["IMG_0100.JPG", "IMG_9000.JPG"],
        ["DSC09999.JPG", "DSC10000.JPG"],
        ["IMG_1233.JPG", "IMG_1234.JPG", "IMG_E1234.JPG", "IMG_1235.JPG"],
        ["IMG_1.JPG", "IMG_1(1).JPG", "IMG_1 (2).JPG", "IMG_2.JPG"],
        ["IMG_7.jpg", "IMG_7-edited.jpg", "IMG_7~2.jpg", "IMG_8.jpg"],
        ["image.jpg", "image (1).jpg", "image (2).jpg", "image (10).jpg"],
        ["PXL_20251122_182631671.jpg", "PXL_20251122_182637603.jpg"],
        ["20251122_102631.jpg", "20251122_102637.jpg", "20251123_080000.jpg"],
        ["photo-2025-11-22-10-26-31.jpg", "photo-2025-11-22-10-26-37.jpg"],
        ["100APPLE/IMG_0999.JPG", "101APPLE/IMG_0001.JPG"],
    ],
)
def test_names_alone_say_the_order(wanted: list[str]) -> None:
    for seed in range(5):
        mixed = random.Random(seed).sample(wanted, len(wanted))
        assert names([Frame(name) for name in mixed]) == wanted


def test_the_clock_speaks_before_the_name() -> None:
    assert names([at("b.jpg", 1), at("a.jpg", 2), at("c.jpg", 0)]) == ["c.jpg", "b.jpg", "a.jpg"]


def test_a_photo_without_a_time_lies_beside_its_number() -> None:
    frames = [at(f"IMG_{2000 + place}.JPG", place * 7) for place in range(8)]
    frames[3] = Frame("IMG_2003.webp")
    frames[7] = Frame("IMG_2007.png")
    mixed = [frames[place] for place in (7, 3, 0, 1, 2, 6, 5, 4)]
    assert names(mixed) == [frame.name for frame in frames]


def test_a_time_in_the_name_stands_for_a_lost_one() -> None:
    wanted = [
        at("PXL_20251122_182631671.jpg", 1591, "Google Pixel 7"),
        Frame("PXL_20251122_182637603.webp"),
        at("PXL_20251122_182645603.jpg", 1606, "Google Pixel 7"),
    ]
    wanted = [replace(f, taken_at=f.taken_at and f.taken_at.replace(minute=26)) for f in wanted]
    assert names(wanted[::-1]) == [frame.name for frame in wanted]


def test_times_in_names_are_read_in_the_zone_of_the_others() -> None:
    frames = [at("IMG_1.JPG", 0), Frame("20251122_100005.jpg"), at("IMG_2.JPG", 10)]
    assert names(frames[::-1]) == [frame.name for frame in frames]


def test_photos_without_any_time_follow_by_name() -> None:
    frames = [at("IMG_2.JPG", 10), Frame("Scan 10.png"), Frame("Scan 9.png"), at("IMG_1.JPG", 0)]
    assert names(frames) == ["IMG_1.JPG", "IMG_2.JPG", "Scan 9.png", "Scan 10.png"]


def test_a_clock_that_fell_back_is_put_right_by_the_numbers() -> None:
    frames = [at(f"DSC{place:05d}.JPG", place * 9) for place in range(40)]
    for place in range(20, 40):
        frames[place] = at(frames[place].name, place * 9 - 2_000_000)
    mixed = random.Random(1).sample(frames, len(frames))
    assert names(mixed) == [frame.name for frame in frames]


def test_shuffled_numbers_do_not_overrule_the_clock() -> None:
    numbers = random.Random(2).sample(range(100), 40)
    frames = [at(f"IMG_{number:04d}.JPG", place * 60) for place, number in enumerate(numbers)]
    assert names(frames[::-1]) == [frame.name for frame in frames]


def test_two_phones_of_one_make_are_ordered_by_time() -> None:
    first = [at(f"IMG_{2000 + place}.JPG", place * 20) for place in range(10)]
    second = [at(f"IMG_{8000 + place}.JPG", place * 20 + 7) for place in range(10)]
    both = [frame for pair in zip(first, second, strict=True) for frame in pair]
    assert names(second + first) == [frame.name for frame in both]


def garment(number: int, seed: int) -> np.ndarray:
    pure = np.random.default_rng(number).normal(size=64)
    near = pure + 0.4 * np.random.default_rng((number, seed)).normal(size=64)
    return (near / np.linalg.norm(near)).astype(np.float32)


def seen(frame: Frame, number: int, seed: int) -> Frame:
    color = np.random.default_rng(number).uniform(-0.2, 0.2, 2)
    return replace(
        frame,
        vector=garment(number, seed),
        lab=((0.5, float(color[0]), float(color[1]), 1.0),),
        shot=Shot.FRONT,
    )


def two_people() -> tuple[list[Frame], list[Frame]]:
    first = [
        seen(at(f"IMG_{2000 + n}.JPG", n // 3 * 40 + n % 3 * 6, "Apple iPhone 13"), n // 3, n)
        for n in range(36)
    ]
    second = [
        seen(at(f"DSC0{2000 + n}.JPG", n // 3 * 41 + n % 3 * 7 + 2, "SONY"), 100 + n // 3, n)
        for n in range(36)
    ]
    return first, second


def test_two_people_with_different_pieces_are_not_mixed() -> None:
    first, second = two_people()
    assert names(second + first) == [frame.name for frame in first + second]


def test_two_phones_on_the_same_pieces_are_one_session() -> None:
    first = [seen(at(f"IMG_{2000 + n}.JPG", n // 3 * 40 + n % 3 * 6), n // 3, n) for n in range(36)]
    second = [
        seen(at(f"DSC0{2000 + n}.JPG", n // 2 * 40 + n % 2 * 6 + 15, "SONY"), n // 2, 50 + n)
        for n in range(24)
    ]
    taken = sorted(first + second, key=lambda frame: frame.taken_at or START)
    assert names(second + first) == [frame.name for frame in taken]


def test_a_phone_whose_clock_is_hours_wrong_meets_the_other_again() -> None:
    first = [seen(at(f"IMG_{2000 + n}.JPG", n // 3 * 40 + n % 3 * 6), n // 3, n) for n in range(36)]
    second = [seen(at(f"DSC0{2000 + n}.JPG", n * 40 + 18, "SONY"), n, 50 + n) for n in range(12)]
    wanted = [f.name for f in sorted(first + second, key=lambda frame: frame.taken_at or START)]
    late = [
        replace(frame, taken_at=frame.taken_at and frame.taken_at + timedelta(hours=9))
        for frame in second
    ]
    found = names(late + first)
    assert [found.index(name) // 4 for name in wanted] == [place // 4 for place in range(48)]


moments = st.one_of(
    st.none(),
    st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
photos = st.builds(
    Frame,
    st.from_regex(r"(IMG_|PXL_|DSC|)[0-9]{0,9}( \([0-9]\))?\.(JPG|png)", fullmatch=True)
    | st.text(),
    moments,
    st.sampled_from(["", "Apple iPhone 13", "SONY"]),
)


@given(st.lists(photos, max_size=30))
def test_every_photo_has_one_place(frames: list[Frame]) -> None:
    assert sorted(arrange(frames)) == list(range(len(frames)))


def test_two_phones_that_saw_nothing_known_are_in_the_order_of_their_clocks() -> None:
    noon = datetime(2026, 3, 7, 12, tzinfo=UTC)
    frames = [
        Frame(f"IMG_{place:04d}.JPG", noon + timedelta(seconds=9 * place), camera)
        for place, camera in enumerate(["Apple iPhone 13", "SONY"] * 15)
    ]
    assert list(arrange(frames)) == list(range(30))


@given(st.lists(photos, max_size=20, unique_by=lambda frame: frame.name), st.randoms())
def test_the_order_of_the_files_changes_nothing(frames: list[Frame], mixing: random.Random) -> None:
    mixed = mixing.sample(frames, len(frames))
    assert names(mixed) == names(frames)
