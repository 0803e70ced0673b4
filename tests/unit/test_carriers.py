"""Tracking numbers: whose they are, whether they were typed right, and where they lead."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.carriers import (
    CARRIERS,
    POSTS,
    find_carrier,
    guess_carrier,
    plain_number,
    tracking_link,
)

NUMBERS = {
    "9400111202555842332669": "USPS",
    "1Z5R89390357567127": "UPS",
    "986578788855": "FedEx",
    "041441760228964": "FedEx",
    "3318810025": "DHL",
    "7035114477138472": "Canada Post",
    "RB123456785US": "USPS",
    "RB123456785GB": "Royal Mail",
    "RB123456785KR": "Korea Post",
    "RB123456785AU": "Australia Post",
    "RB123456785NZ": "NZ Post",
}


@pytest.mark.parametrize(("number", "carrier"), NUMBERS.items())
def test_a_number_tells_its_carrier_however_it_is_written(number: str, carrier: str) -> None:
    spaced = " ".join(number[at : at + 4] for at in range(0, len(number), 4)).lower()
    guess = guess_carrier(f" {spaced} ")
    assert guess is not None
    assert (guess.carrier.name, guess.certain, guess.mistyped) == (carrier, True, False)
    assert plain_number(spaced) == number


@pytest.mark.parametrize("number", NUMBERS)
def test_a_wrong_figure_is_noticed_as_far_as_the_check_digit_can(number: str) -> None:
    places = [at for at, sign in enumerate(number) if sign.isdigit() and at > 1]
    wrong = [
        number[:at] + digit + number[at + 1 :]
        for at in places
        for digit in "0123456789"
        if digit != number[at]
    ]
    guesses = [guess_carrier(each) for each in wrong]
    passed = sum(guess is not None and guess.certain for guess in guesses)
    every = number in {"9400111202555842332669", "041441760228964", "7035114477138472"}
    assert passed <= (0 if every else len(wrong) * 0.2)
    assert all(guess is None or guess.certain or guess.mistyped for guess in guesses)


def test_the_postal_code_of_a_scanned_label_is_left_out() -> None:
    assert plain_number("420970019400111202555842332669") == "9400111202555842332669"
    assert (
        plain_number("42097001123494001112025558423326691") == "42097001123494001112025558423326691"
    )


def test_numbers_without_a_check_digit_count_at_home_only() -> None:
    assert guess_carrier("6861234567890") is None
    guess = guess_carrier("6861234567890", "KR")
    assert guess is not None
    assert (guess.carrier.name, guess.certain) == ("Korea Post", False)


def test_carriers_are_found_by_name_and_lead_to_their_page() -> None:
    assert find_carrier(" royal  MAIL") == CARRIERS["Royal Mail"]
    assert find_carrier("Pigeon post") is None
    link = tracking_link("usps", "9400 1112 0255 5842 3326 69")
    assert link == "https://tools.usps.com/go/TrackConfirmAction?tLabels=9400111202555842332669"
    assert tracking_link("", "1Z5R89390357567127").startswith("https://www.ups.com/")
    assert tracking_link("Pigeon post", "1Z5R89390357567127") == ""
    assert tracking_link("USPS", " ") == ""


@given(st.sampled_from(sorted(CARRIERS)), st.text(max_size=80))
def test_no_number_changes_where_a_link_leads(name: str, number: str) -> None:
    link = tracking_link(name, number)
    if link:
        made, page = urlsplit(link), urlsplit(CARRIERS[name].page)
        fixed = page.path.replace("{number}", "")
        assert (made.scheme, made.netloc) == ("https", page.netloc)
        assert made.path.startswith(fixed)
        assert made.path.count("/") == page.path.count("/")
        assert "\n" not in link
        assert link.isascii()


@given(st.text(max_size=80))
def test_any_text_is_a_number_or_none(text: str) -> None:
    guess = guess_carrier(text)
    assert guess is None or guess.carrier.name in CARRIERS
    assert plain_number(plain_number(text)) == plain_number(text)


def test_every_post_is_a_carrier_with_a_place_for_the_number() -> None:
    assert set(POSTS.values()) <= set(CARRIERS)
    for carrier in CARRIERS.values():
        assert carrier.page.startswith("https://")
        assert carrier.page.count("{number}") == 1
