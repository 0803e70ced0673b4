"""Item numbers: the seller's pattern, the next free one, the same number however typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.sku import SkuPattern, next_after, next_free, require_sku, sku_key
from closet_app.errors import InvalidValueError

JUNIPER = SkuPattern("JL-{0000}")


def test_the_first_number_of_a_pattern_is_one() -> None:
    assert next_free(JUNIPER, []) == "JL-0001"
    assert next_free(SkuPattern(), ["tee"]) == "0001"


def test_the_next_number_follows_the_highest_however_it_was_typed() -> None:
    assert next_free(JUNIPER, ["jl-0411", " JL-0412\u00a0", "JL-0007", "B-9999"]) == "JL-0413"


def test_numbers_grow_past_their_zeros() -> None:
    assert next_free(JUNIPER, ["JL-9999"]) == "JL-10000"
    assert next_free(JUNIPER, ["JL-10000"]) == "JL-10001"


def test_a_number_that_happens_to_be_taken_is_skipped() -> None:
    assert next_after(JUNIPER, 11, ["jl-0012", "JL-0013"]) == "JL-0014"
    assert next_after(JUNIPER, 11) == "JL-0012"


@given(st.sets(st.integers(1, 10**6), max_size=20))
def test_the_next_free_number_is_never_taken(counts: set[int]) -> None:
    taken = [JUNIPER.number(count).lower() for count in counts]
    assert sku_key(next_free(JUNIPER, taken)) not in {sku_key(sku) for sku in taken}


@given(st.integers(0, 10**10), st.sampled_from(["JL-{0000}", "{000} box", "Å {00}ß", "7{0000}"]))
def test_the_counter_is_read_back_from_the_number(count: int, pattern: str) -> None:
    assert SkuPattern(pattern).count_of(SkuPattern(pattern).number(count)) == count


@pytest.mark.parametrize("sku", ["JL-", "JL-12a", "12", "JL-١٢", "", "JL-²", "JL-" + "9" * 30])
def test_a_number_of_another_pattern_has_no_counter(sku: str) -> None:
    assert JUNIPER.count_of(sku) is None


@pytest.mark.parametrize("pattern", ["JL-", "JL-{}", "{00}-{00}", "JL-{12}", "{" + "0" * 13 + "}"])
def test_a_pattern_needs_one_counter_of_zeros(pattern: str) -> None:
    with pytest.raises(InvalidValueError, match="no pattern"):
        SkuPattern(pattern)


def test_a_pattern_that_leaves_no_room_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="longer than 40"):
        SkuPattern("x" * 38 + "{000}")


def test_an_item_number_is_cleaned_and_never_empty_or_endless() -> None:
    assert require_sku("  JL-0412\n") == "JL-0412"
    for typed in ("", " \u200b ", "x" * 41):
        with pytest.raises(InvalidValueError) as refused:
            require_sku(typed)
        assert refused.value.field == "sku"
