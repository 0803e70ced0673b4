from __future__ import annotations

from dataclasses import replace

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.addresses import Address, address_from_text, address_lines
from closet_app.domain.countries import COUNTRIES, country_code

LINE = st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=12)


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (
            Address("Ana Bell", "12 Elm St", "Apt 5", "Riverbend", "OR", "97201", "US"),
            ("Ana Bell", "12 Elm St", "Apt 5", "Riverbend, OR 97201"),
        ),
        (
            Address("Ana Bell", "12 Elm St", "", "Riverbend", "OR", "97201", ""),
            ("Ana Bell", "12 Elm St", "Riverbend, OR 97201"),
        ),
        (
            Address("Jo", "1 rue Est", "", "Montréal", "QC", "H2X 1Y4", "Canada"),
            ("Jo", "1 rue Est", "Montréal QC  H2X 1Y4", "CANADA"),
        ),
        (
            Address("Bo", "1 High St", "", "Leeds", "", "LS1 1AA", "UK"),
            ("Bo", "1 High St", "Leeds", "LS1 1AA", "UNITED KINGDOM"),
        ),
        (
            Address("Eva", "Hauptstr. 1", "", "Berlin", "", "10115", "Deutschland"),
            ("Eva", "Hauptstr. 1", "10115 Berlin", "GERMANY"),
        ),
        (
            Address("Luc", "2 rue Haute", "", "Lyon", "", "69001", "FR"),
            ("Luc", "2 rue Haute", "69001 Lyon", "FRANCE"),
        ),
        (
            Address("Inés", "Calle 1", "", "Madrid", "", "28001", "ES"),
            ("Inés", "Calle 1", "28001 Madrid", "SPAIN"),
        ),
        (
            Address("Inés", "Calle 1", "", "Getafe", "Madrid", "28901", "ES"),
            ("Inés", "Calle 1", "28901 Getafe (Madrid)", "SPAIN"),
        ),
        (
            Address("テスト", "1-2-3", "201号", "渋谷区", "東京都", "150-0001", "JP"),
            ("〒150-0001", "東京都渋谷区1-2-3", "201号", "テスト", "JAPAN"),
        ),
        (
            Address("テスト", "1-2-3", "", "渋谷区", "東京都", "", "JP"),
            ("東京都渋谷区1-2-3", "テスト", "JAPAN"),
        ),
        (
            Address("Aki", "1-2-3 Jingumae", "", "Shibuya", "Tokyo", "150-0001", "JP"),
            ("Aki", "1-2-3 Jingumae", "Shibuya, Tokyo", "150-0001", "JAPAN"),
        ),
        (
            Address("김", "테헤란로 1", "", "강남구", "서울", "06000", "대한민국"),
            ("서울 강남구 테헤란로 1", "김", "06000", "SOUTH KOREA"),
        ),
        (
            Address("Q", "Rua 1", "", "Recife", "", "50000", "BR"),
            ("Q", "Rua 1", "Recife", "50000", "BRAZIL"),
        ),
        (Address("Q", "1 Oak", "", "", "NV", "89501"), ("Q", "1 Oak", "NV 89501")),
        (Address("Q", "1 Oak", "", "Reno", "", "89501"), ("Q", "1 Oak", "Reno, 89501")),
        (Address("X", "1 Way", country="Atlantis"), ("X", "1 Way", "ATLANTIS")),
        (
            Address("X", "1 Way", "", "Here", "There", "12", "FJ"),
            ("X", "1 Way", "12 Here", "There", "FIJI"),
        ),
        (Address(), ()),
        (Address(country="DE"), ()),
    ],
)
def test_an_address_has_the_form_of_its_country(address: Address, lines: tuple[str, ...]) -> None:
    assert address_lines(address, "US") == lines


def test_the_country_is_left_out_at_home() -> None:
    berlin = Address("Eva", "Hauptstr. 1", "", "Berlin", "", "10115", "DE")
    assert address_lines(berlin, "Germany") == ("Eva", "Hauptstr. 1", "10115 Berlin")


def test_braces_and_markup_in_a_name_are_only_letters() -> None:
    hostile = Address("{0} {name} <b>", "{city}", "%s", "a|b", "", "1", "US")
    assert address_lines(hostile, "US") == ("{0} {name} <b>", "{city}", "%s", "a|b, 1")


@given(st.builds(Address, *[LINE] * 6, st.sampled_from(["", "Nowhere", *COUNTRIES])))
def test_every_part_that_was_typed_is_printed(address: Address) -> None:
    printed = " ".join(address_lines(address, "US"))
    for part in (address.name, address.line1, address.line2):
        assert part.strip(" ,-") in printed or "," in part


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "12 Elm St, Riverbend, OR 97201",
            Address("", "12 Elm St", "", "Riverbend", "OR", "97201", "US"),
        ),
        (
            "12 Elm St\nApt 5\nRiverbend OR 97201-1234\nUSA",
            Address("", "12 Elm St", "Apt 5", "Riverbend", "OR", "97201-1234", "US"),
        ),
        (
            "Hauptstr. 1; 10115 Berlin; Germany",
            Address("", "Hauptstr. 1", "", "Berlin", "", "10115", "DE"),
        ),
        (
            "1 rue Est\r\nMontréal QC  H2X 1Y4\r\nCanada\r\n",
            Address("", "1 rue Est", "", "Montréal", "QC", "H2X 1Y4", "CA"),
        ),
        (
            "10 High St, London, SW1A 2AA, UK",
            Address("", "10 High St", "London", "SW1A 2AA", "", "", "GB"),
        ),
        (
            "Keizersgracht 1, 1015 CJ Amsterdam, Netherlands",
            Address("", "Keizersgracht 1", "", "Amsterdam", "", "1015 CJ", "NL"),
        ),
        ("by the sea", Address("", "by the sea", country="US")),
        ("Georgia", Address("", "Georgia", country="US")),
        ("", Address()),
        ("A; B; C; D", Address("", "A", "B, C", "D", "", "", "US")),
    ],
)
def test_an_address_typed_in_lines_is_parted(text: str, address: Address) -> None:
    assert address_from_text(text, "US") == address


@given(
    st.builds(
        Address,
        st.just(""),
        st.just("12 Elm St"),
        st.sampled_from(["", "Apt 5"]),
        st.sampled_from(["Riverbend", "New York", "St. Paul"]),
        st.sampled_from(["OR", "NY"]),
        st.sampled_from(["97201", "10001-0001"]),
        st.just("US"),
    )
)
def test_printed_lines_are_read_again(address: Address) -> None:
    assert address_from_text("\n".join(address_lines(address, "US")), "US") == address


def test_a_parcel_needs_a_street_and_a_place() -> None:
    assert Address(line1="1 Elm St", city="Reno").can_be_posted
    assert Address(line1="1 Elm St", postal_code="89501").can_be_posted
    assert not Address(line1="1 Elm St").can_be_posted
    assert not Address(city="Reno").can_be_posted


def test_countries_are_those_that_babel_knows() -> None:
    territories = Locale("en").territories
    assert len(COUNTRIES) == 249
    assert set(COUNTRIES) <= set(territories)
    assert COUNTRIES["SE"] == territories["SE"]


def test_countries_are_known_by_code_and_name() -> None:
    assert country_code("us") == "US"
    assert country_code(" united  kingdom") == "GB"
    assert country_code("日本") == "JP"
    assert country_code("Atlantis") == ""
    assert country_code("") == ""
    assert {country_code(name) for name in COUNTRIES.values()} == set(COUNTRIES)


@pytest.mark.parametrize("place", ["APO", "FPO", "dpo"])
def test_military_post_has_no_comma_before_its_region(place: str) -> None:
    abroad = Address("Renata Okafor", "PSC 802 Box 74", "", place, "AE", "09499-0074", "US")
    assert address_lines(abroad, "US")[-1] == f"{place} AE 09499-0074"
    assert address_lines(replace(abroad, city="Apopka", region="FL"), "US")[-1].startswith(
        "Apopka, FL"
    )
