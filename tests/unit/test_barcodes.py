"""Numbers of retail barcodes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.barcodes import (
    check_digit,
    is_barcode,
    normal_barcode,
    require_barcode,
    with_lost_zeros,
)
from closet_app.errors import InvalidValueError

BODIES = st.sampled_from([7, 11, 12, 13]).flatmap(
    lambda length: st.text("0123456789", min_size=length, max_size=length).filter(
        lambda body: body.strip("0")
    )
)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("036000291452", "036000291452"), ("0 36000 29145 2", "036000291452"),
        ("0036000291452", "036000291452"), ("4006381333931", "4006381333931"),
        ("4-006381-333931", "4006381333931"), ("96385074", "96385074"),
        ("036000291453", ""), ("", ""), ("JL-0412", ""), ("000000000000", ""), ("12345", ""),
    ],
)  # fmt: skip
def test_a_barcode_has_one_way_to_be_written(typed: str, number: str) -> None:
    assert normal_barcode(typed) == number


@given(BODIES)
def test_the_check_digit_makes_a_barcode_and_no_other_figure_does(body: str) -> None:
    right = check_digit(body)

    assert [is_barcode(f"{body}{last}") for last in range(10)] == [
        last == right for last in range(10)
    ]


@given(BODIES, st.data())
def test_any_wrong_figure_is_noticed(body: str, data: st.DataObject) -> None:
    whole = f"{body}{check_digit(body)}"
    at = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.sampled_from([each for each in "0123456789" if each != whole[at]]))

    assert not is_barcode(whole[:at] + other + whole[at + 1 :])


@given(BODIES)
def test_a_normal_barcode_is_its_own_normal_form(body: str) -> None:
    once = normal_barcode(f"{body}{check_digit(body)}")

    assert once
    assert normal_barcode(once) == once


@pytest.mark.parametrize(
    ("typed", "says"),
    [("036000291453", "One figure of this barcode is wrong"), ("12345", "8, 12, 13 or 14 figures")],
)
def test_a_wrong_number_is_refused_with_a_sentence(typed: str, says: str) -> None:
    with pytest.raises(InvalidValueError, match=says) as refused:
        require_barcode(typed)

    assert refused.value.field == "upc"


def test_nothing_typed_is_no_barcode() -> None:
    assert require_barcode(" ") == ""


def test_zeros_that_a_spreadsheet_dropped_come_back() -> None:
    assert with_lost_zeros("36000291452") == "036000291452"
    assert with_lost_zeros("36000291453") == "36000291453"
    assert with_lost_zeros("96385074") == "96385074"
