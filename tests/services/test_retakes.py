"""Of photos that show nearly the same the best lit and sharpest is kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.boxes import WHOLE
from closet_app.photo.fingerprints import MOMENT, SAME_FRAMING, SAME_MOMENT
from closet_app.photo.looks import Fault, Measures, Quality, Shot
from closet_app.services.retakes import REACH, Retakes, Shown, retakes

START = datetime(2026, 11, 21, 10)  # noqa: DTZ001 - cameras note local times


def shown(
    number: int,
    bits: int,
    *,
    second: int | None = 0,
    sharp: float = 0.4,
    fault: Fault | None = None,
) -> Shown:
    """A photo whose fingerprint has so many bits set."""
    quality = Quality(sharp, 0.9, 0.7, 0.0, 0.0, 3000, (fault,) if fault else ())
    measures = Measures(quality, (), (), f"{2**bits - 1:016x}", WHOLE, Shot.FRONT)
    taken = None if second is None else START + timedelta(seconds=second)
    return Shown(number, measures, taken)


def test_the_sharper_of_two_comes_first() -> None:
    found = list(retakes([shown(1, 0, sharp=0.2), shown(2, 3, second=4, sharp=0.4)]))
    assert found == [Retakes((2, 1), better_lit=False, seconds_apart=4)]


def test_a_well_lit_photo_comes_before_a_sharper_dark_one() -> None:
    dark = shown(1, 0, sharp=0.5, fault=Fault.TOO_DARK)
    (found,) = retakes([dark, shown(2, 3, second=9)])
    assert (found.ids, found.better_lit) == ((2, 1), True)


def test_photos_of_one_minute_may_differ_more() -> None:
    first = shown(1, 0)
    assert list(retakes([first, shown(2, SAME_MOMENT, second=MOMENT)]))
    assert not list(retakes([first, shown(2, SAME_MOMENT, second=MOMENT + 1)]))
    assert not list(retakes([first, shown(2, SAME_MOMENT, second=None)]))
    assert list(retakes([first, shown(2, SAME_FRAMING, second=None)]))


def test_a_chain_of_retakes_is_one_framing() -> None:
    (found,) = retakes([shown(number, 10 * number, second=number) for number in range(4)])
    assert found.ids == (0, 1, 2, 3)


def test_what_was_taken_long_before_is_not_compared() -> None:
    others = [shown(number, 60, sharp=0.1) for number in range(1, REACH + 1)]
    apart = list(retakes([shown(0, 0), *others, shown(99, 0)]))
    assert [set(found.ids) for found in apart] == [{each.id for each in others}]


@given(
    st.lists(st.tuples(st.integers(0, 64), st.integers(0, 300)), max_size=REACH),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_photos_does_not_matter(
    photos: list[tuple[int, int]], chance: Random
) -> None:
    made = [shown(at, bits, second=second) for at, (bits, second) in enumerate(photos)]
    mixed = list(made)
    chance.shuffle(mixed)
    assert {frozenset(each.ids) for each in retakes(made)} == {
        frozenset(each.ids) for each in retakes(mixed)
    }
