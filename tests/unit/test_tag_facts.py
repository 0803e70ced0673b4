"""What the words of a label say, however a text reader misread them."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.tags import BrandBook, TagBook, TagFacts, TagLine, read_tag
from closet_app.domain.tags.keys import slips, tag_key
from closet_app.paths import resources

Printed = tuple[str, ...]


@cache
def book() -> TagBook:
    folder = resources() / "tags"
    return TagBook.from_toml({
        stem: (folder / f"{stem}.toml").read_text("utf-8") for stem in ("fibers", "words")
    })  # fmt: skip


@cache
def brands() -> BrandBook:
    return BrandBook.from_toml((resources() / "brands" / "brands.toml").read_text("utf-8"))


def told(*lines: str, own: Printed = ()) -> TagFacts:
    """The facts of a label whose first line is printed three times as large as the others."""
    printed = [TagLine(text, 1.0, 0.09 if at == 0 else 0.03) for at, text in enumerate(lines)]
    return read_tag(printed, book(), brands().with_own(own))


def material(*lines: str) -> str:
    found = told("", *lines).material
    return found.value if found else ""


def size(*lines: str) -> str:
    found = told("", *lines).size
    return found.value if found else ""


def brand(*lines: str, own: Printed = ()) -> str:
    found = told(*lines, own=own).brand
    return found.value if found else ""


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("100% COTTON",), "100% cotton"),
        (("1OO%COTT0N",), "100% cotton"),
        (("lOO% cotton",), "100% cotton"),
        (("97%COTTON3%ELASTANE",), "97% cotton, 3% elastane"),
        (("COTTON 60%", "POLYESTER 40%"), "60% cotton, 40% polyester"),
        (("COTTON", "100%"), "100% cotton"),
        (("60%", "COTTON", "40%", "NYLON"), "60% cotton, 40% nylon"),
        (("SHELL 100% POLYESTER", "LINING 100% POLYAMIDE"),
         "Shell 100% polyester, lining 100% polyamide"),
        (("SHELL", "60% COTTON 40% NYLON", "LINING", "100%POLYESTER"),
         "Shell 60% cotton, 40% nylon, lining 100% polyester"),
        (("OBERSTOFF 100% BAUMWOLLE / FUTTER 100% VISKOSE",),
         "Shell 100% cotton, lining 100% viscose"),
        (("100% COTTON/COTON/BAUMWOLLE/ALGODON",), "100% cotton"),
        (("60% COTTON 40% POLYESTER", "60% COTON 40% POLYESTER", "60% ALGODÓN 40% POLIÉSTER"),
         "60% cotton, 40% polyester"),
        (("70% LAINE 30% POLYAMIDE",), "70% wool, 30% polyamide"),
        (("겉감 면 100%", "안감 폴리에스터 100%"), "Shell 100% cotton, lining 100% polyester"),
        (("95% ORGANIC COTTON 5% SPANDEX",), "95% organic cotton, 5% spandex"),
        (("47.5% VISCOSE 52.5% LINEN",), "47.5% viscose, 52.5% linen"),
        (("100\uff05 綿",), "100% cotton"),
        (("100% POLYESTFR",), "100% polyester"),
        (("GENUINE LEATHER",), "Leather"),
        (("WASH COTTON WHITES SEPARATELY",), ""),
        (("65% POLY 35% COTTON",), "65% polyester, 35% cotton"),
        (("FABRIC CONTENT: 100% COTTON",), "100% cotton"),
        (("88% POLYESTER 12% LYCRA ELASTANE",), "88% polyester, 12% elastane"),
        (("100 COTTON",), "100% cotton"), (("100& COTTON",), "100% cotton"),
        (("PURE COTTON",), "Cotton"),
        (("LEATHER UPPER", "RUBBER SOLE"), "Upper leather, sole rubber"),
        (("HURRY 50% OFF",), ""),
    ],
)  # fmt: skip
def test_a_composition_is_read(lines: Printed, expected: str) -> None:
    assert material(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "sure"),
    [(("100% COTTON",), True), (("97% COTTON 3% ELASTANE",), True), (("60% COTTON",), False)],
)
def test_percentages_that_do_not_add_up_are_doubted(lines: Printed, sure: bool) -> None:
    found = told("", *lines).material

    assert found is not None
    assert (found.confidence > 0.9) is sure
    assert sure or found.confidence < 0.5


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("L",), "L"), (("l",), "L"), (("XXL",), "XXL"), (("2XL",), "2XL"), (("S/P",), "S"),
        (("L/XL",), "L/XL"), (("XL/TG",), "XL"), (("M (38-40)",), "M"), (("MEN'S LARGE",), "L"),
        (("SIZE M",), "M"), (("Size: 8",), "8"), (("SIZE", "12"), "12"), (("1O",), "10"),
        (("TAILLE 38",), "38"), (("TAILLE/TALLA M",), "M"), (("GR. 42",), "42"),
        (("W 29 L 32",), "W 29 L 32"), (("W32 L34",), "W32 L34"), (("W32/L34",), "W32 L34"),
        (("32x34",), "32x34"), (("WAIST 31",), "W31"),
        (("EUR 38", "US 8", "UK 12"), "8"), (("F 40 D 38 I 44",), "40"), (("UK 12",), "12"),
        (("2T",), "2T"), (("6 ANS",), "6Y"), (("12 M",), "12 Months"),
        (("3-6 MONTHS",), "3-6 Months"),
        (("104 CM",), "104 cm"), (("16W",), "16W"), (("40R",), "40R"), (("34B",), "34B"),
        (("7 1/2",), "7.5"), (("00",), "00"), (("PETITE S",), "SP"),
        (("PS",), "SP"), (("XSP",), "XSP"), (("ONE SIZE",), "One size"),
        (("사이즈 95",), "95"), (("FREE",), "One size"), (("XL 100% COTTON",), "XL"),
        (("MADE IN CHINA",), ""), (("100% COTTON",), ""), (("RN 104692",), ""),
        (("S/M",), "S/M"), (("M/M",), "M"), (("JP L",), "L"), (("KR 66",), "66"),
        (("IT 42",), "42"), (("I 44",), "44"), (("D 8",), ""), (("T38",), "38"),
        (("10/12",), "10/12"), (("32/34",), "32/34"), (("98/104",), "98/104"),
        (("12/19",), ""), (("03/20",), ""), (("98/104 CM",), "98/104 cm"), (("116",), "116"),
        (("16½ 34/35",), "16.5 34/35"), (("30W x 32L",), "30x32"),
        (("501 W32 L34",), "W32 L34"), (("6 PETITE",), "6P"), (("XL TALL",), "XLT"),
        (("40 REGULAR",), "40R"), (("10 LONG",), "10 Long"), (("M REG",), "M"),
        (("MEDIUM/MOYEN",), "M"), (("LARGE / G",), "L"), (("SMALL LARGE",), ""),
        (("95 (L)",), "L"), (("165/88A M",), "M"), (("160/84A",), "160/84A"),
        (("8 1/2 B",), "8.5"), (("9.5 EE",), "9.5EE"), (("8.5 W",), "8.5W"),
        (("16 W",), "16W"), (("25 D",), ""), (("7M",), "7"),
        (("18M",), "18 Months"), (("AGE 5-6",), "5-6Y"), (("EU 42 2/3",), "42 2/3"),
        (("42 2/3",), "42 2/3"), (("2X-LARGE",), "2XL"), (("NEWBORN",), "Newborn"),
    ],
)  # fmt: skip
def test_a_size_is_read(lines: Printed, expected: str) -> None:
    assert size(*lines) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("GAP XL", "XL"), ("H&M EUR 38", "38"), ("Levi's 501", ""), ("Levi's W32 L34", "W32 L34")],
)
def test_a_size_is_read_beside_the_brand(line: str, expected: str) -> None:
    found = told(line, "100% COTTON").size

    assert (found.value if found else "") == expected


def test_an_address_in_california_is_no_number_of_a_maker() -> None:
    assert told("", "LOS ANGELES, CA 90015").ca is None
    assert told("", "RN 54023 CA 32054").ca is not None


def test_the_region_of_a_size_is_its_system() -> None:
    assert told("", "EUR 38", "US 8", "MEX 28").size_system == "US"
    assert told("", "UK 12").size_system == "UK"
    assert told("", "M").size_system == ""


def test_a_washing_temperature_is_no_size() -> None:
    doubted = told("GAP", "30", "100% COTTON", "MACHINE WASH").size

    assert doubted is not None
    assert doubted.confidence < 0.55


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("VANS",), "Vans"), (("Jack & Jones",), "Jack & Jones"), (("JACK JONES",), "Jack & Jones"),
        (("ESPR1T",), "Esprit"), (("QUIKSlLVER",), "Quiksilver"), (("OUIKSILVER",), "Quiksilver"),
        (("FRED", "PERRY"), "Fred Perry"), (("LEVI STRAUSS & CO.",), "Levi's"),
        (("Levl's",), "Levi's"), (("H&M",), "H&M"), (("SÉZANE",), "Sézane"),
        (("SEZANE",), "Sézane"), (("SAMSOE SAMSOE",), "Samsøe Samsøe"),
        (("made for PATAGONIA",), "Patagonia"), (("GAP",), "Gap"), (("LOVE",), ""),
        (("COTTON",), ""), (("COTTON ON",), "Cotton On"), (("MEDIUM",), ""),
        (("MADE IN ITALY",), ""), (("TOMMY", "BAHAMA"), "Tommy Bahama"),
        (("ANN TAYLOR", "LOFT"), "LOFT"), (("THE", "NORTH", "FACE", "M"), "The North Face"),
        (("GAP M",), "Gap"), (("GAP YEAR DIARY",), ""),
    ],
)  # fmt: skip
def test_a_brand_is_read(lines: Printed, expected: str) -> None:
    assert brand(*lines, "100% COTTON") == expected


def test_short_and_ordinary_names_count_only_where_they_are_large() -> None:
    assert brand("MADEWELL", "NEXT", "GAP", "100% COTTON") == "Madewell"
    assert brand("machine wash", "NEXT", "GAP", "100% COTTON") == ""
    assert brand("NEXT", "machine wash", "100% COTTON") == "Next"


def test_the_sellers_own_brands_come_first_in_her_spelling() -> None:
    assert brand("HANSEL", "100% COTTON", own=("Hänsel",)) == "Hänsel"
    assert brand("MADEWELL", "100% COTTON", own=("MadeWell",)) == "MadeWell"


def test_a_large_unknown_name_on_a_label_is_a_doubtful_brand() -> None:
    found = told("ZORBLAX", "M", "100% COTTON", "MADE IN PERU").brand

    assert found is not None
    assert found.value == "Zorblax"
    assert found.confidence == pytest.approx(0.6)


def test_numbers_country_and_care_are_read_with_their_lines() -> None:
    facts = told(
        "GAP", "M", "100% COTTON", "RN1O4692 CA 17897", "MADE IN", "TURKEY",
        "MACHINE WASH COLD. TUMBLE DRY LOW", "do not bleach",
    )  # fmt: skip

    assert facts.rn is not None
    assert facts.ca is not None
    assert facts.made_in is not None
    assert (facts.rn.value, facts.rn.lines) == ("RN 104692", (3,))
    assert facts.ca.value == "CA 17897"
    assert (facts.made_in.value, facts.made_in.lines) == ("Turkey", (4, 5))
    assert [fact.value for fact in facts.care] == [
        "Machine wash cold", "Tumble dry low", "Do not bleach",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("MADE lN VIETNAM", "Vietnam"), ("MADEINCHINA", "China"), ("FABRIQUÉ AU MAROC", "Morocco"),
        ("Hecho en México", "Mexico"), ("제조국 베트남", "Vietnam"),
        ("MADE IN SRI LANKA", "Sri Lanka"),
        ("HERGESTELLT IN DER TÜRKEI", "Turkey"), ("MADE IN U.S.A.", "USA"), ("MADE WITH LOVE", ""),
    ],
)  # fmt: skip
def test_where_it_was_made_is_read(line: str, country: str) -> None:
    found = told("", line).made_in

    assert (found.value if found else "") == country


def test_the_department_is_read() -> None:
    found = told("GAP", "WOMEN'S", "M").department

    assert found is not None
    assert found.value == "Women"


def test_words_that_are_no_label_count_less() -> None:
    shirt, label = told("VANS").brand, told("VANS", "100% COTTON").brand

    assert shirt is not None
    assert label is not None
    assert shirt.confidence < label.confidence


@given(st.lists(st.text(max_size=24), max_size=8))
def test_any_text_is_survived(lines: list[str]) -> None:
    facts = told(*lines)

    found = (facts.brand, facts.size, facts.material, facts.rn, facts.made_in, *facts.care)
    for fact in filter(None, found):
        assert 0 <= fact.confidence <= 1
        assert all(0 <= line < len(lines) for line in fact.lines)


@given(st.text(max_size=12), st.text(max_size=12), st.integers(0, 4))
def test_slips_count_both_ways_and_stop_at_the_most(one: str, other: str, most: int) -> None:
    found = slips(one, other, most)

    assert found == slips(other, one, most)
    assert (found == 0) == (one == other)
    assert found <= most + 1


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert tag_key(tag_key(text)) == tag_key(text)


def test_a_share_of_nothing_is_no_share() -> None:
    assert material("100% COTTON", "0% WOOL") == "100% cotton"


@pytest.mark.parametrize("line", ["900", "33DD"])
def test_a_figure_that_no_garment_has_is_no_size(line: str) -> None:
    assert size(f"SIZE {line}") == ""


def test_an_unknown_brand_keeps_its_own_letters() -> None:
    assert brand("QuilloRa", "M", "100% COTTON", "MADE IN INDIA") == "QuilloRa"
    assert brand("QUILLORA", "M", "100% COTTON", "MADE IN INDIA") == "Quillora"


@pytest.mark.parametrize(
    ("heights", "expected"),
    [((0.09, 0.085, 0.02), "Velvet Morning"), ((0.09, 0.05, 0.02), "Velvet"),
     ((0.085, 0.09, 0.085), "Morning")],
)  # fmt: skip
def test_an_unknown_brand_may_stand_in_two_rows_of_one_size(
    heights: tuple[float, ...], expected: str
) -> None:
    rows = zip(("VELVET", "MORNING", "OUTFITTERS GROUP"), heights, strict=True)
    small = [TagLine(text, 1.0, 0.02) for text in ("100% COTTON", "MADE IN PERU", "RN 51883")]
    small += [TagLine("100% COTON", 1.0, 0.02)]
    lines = [TagLine(text, 1.0, height) for text, height in rows] + small
    found = read_tag(lines, book(), brands()).brand

    assert found is not None
    assert found.value == expected


def test_a_size_is_no_unknown_brand() -> None:
    assert brand("XL/TG", "ZORBLAX", "100% COTTON", "MADE IN PERU") == ""
    assert brand("8P", "100% COTTON", "MADE IN PERU") == ""


def test_words_without_heights_are_read_from_the_first_line() -> None:
    flat = [TagLine(text, 1.0, 0.0) for text in ("GAP", "M", "100% COTTON")]
    found = read_tag(flat, book(), brands()).brand
    assert found is not None
    assert found.value == "Gap"
