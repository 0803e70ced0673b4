"""Bins in walking order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.bins import walking_key

names = st.text(max_size=12) | st.builds(
    "{}-{}".format, st.sampled_from("AaBÄ"), st.integers(0, 300)
)


def test_bins_are_walked_by_their_figures_and_no_bin_comes_last() -> None:
    bins = ["", "B-1", "A-11", "a-2", "A-2b", "A-02", "Under the bed", "A"]
    assert sorted(bins, key=walking_key) == [
        "A", "A-02", "a-2", "A-2b", "A-11", "B-1", "Under the bed", "",
    ]  # fmt: skip


@given(st.lists(names).flatmap(lambda bins: st.tuples(st.just(bins), st.permutations(bins))))
def test_any_bins_have_one_order_however_they_come(both: tuple[list[str], list[str]]) -> None:
    one, other = (sorted(bins, key=walking_key) for bins in both)
    assert list(map(walking_key, one)) == list(map(walking_key, other))


@given(st.text("ABCÄé -", max_size=5), st.integers(0, 10**9), st.integers(0, 10**9))
def test_of_one_shelf_the_smaller_figure_comes_first(shelf: str, one: int, other: int) -> None:
    before = walking_key(f"{shelf}-{one}") < walking_key(f"{shelf}-{other}")
    assert before == (one < other)
