from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.barcodes import check_digit, normal_barcode
from closet_app.domain.fields import FIELD, LONGEST_WORD, Kind
from closet_app.domain.item import Condition, ItemFacts, Measurement, Ownership
from closet_app.domain.money import Money
from closet_app.domain.sku import sku_key
from closet_app.domain.status import OWN_STATUSES, ArchiveReason
from closet_app.domain.text import clean_line, clean_text
from closet_app.domain.units import Length, Weight
from closet_app.exchange.candidates import Candidate, ListedAt, Standing
from closet_app.exchange.cell_forms import join_words, split_words
from closet_app.exchange.columns import ITEMS
from closet_app.exchange.csv_out import guarded, unguarded
from closet_app.exchange.own_format import is_own_format, item_row
from closet_app.exchange.reading import ImportOptions
from closet_app.exchange.rows_in import read_items
from closet_app.exchange.tables_out import write_table
from closet_app.exchange.value_forms import IMPERIAL, METRIC

from .conftest import opened

HOSTILE = st.one_of(
    st.text(max_size=20),
    st.sampled_from([
        "=1+1", "+1", "-50% sale", "@home", "'90s", "''", "'=x", "\ttab", "00", "1,234", "2-Jan",
        "TOTAL", "undefined", "-", "n/a", "#REF!", "a, b", '"', '"a", "b"', "<r>x</r>", "<b>&amp;",
        "_x000D_", "two\nlines", "é\u0301", "빈티지", "👩‍👧", "x\u2028y", "SKU", "free", "yes",
        ";|#",
        '=HYPERLINK("http://example.invalid","x")', "  many   spaces  ", "٣٤", "null", "{}",
    ]),
)  # fmt: skip


def text(key: str) -> st.SearchStrategy[str]:
    clean = clean_text if FIELD[key].kind is Kind.LONG_TEXT else clean_line
    return HOSTILE.map(clean).filter(lambda value: len(value) <= FIELD[key].limit)


WORDS = st.lists(
    HOSTILE.map(clean_line).filter(lambda word: 0 < len(word) <= LONGEST_WORD),
    max_size=4, unique=True,
).map(tuple)  # fmt: skip
MONEY = st.none() | st.integers(0, 10**12).map(lambda minor: Money(minor, "USD"))
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31))
MEASURES = st.lists(
    st.builds(
        Measurement,
        HOSTILE.map(clean_line).filter(bool) | st.sampled_from(["pit_to_pit", "length"]),
        st.integers(1, 10**7).map(Length) | st.integers(1, 800).map(lambda n: Length(n * 3175)),
    ),
    max_size=3,
).map(tuple)
WEIGHTS = (
    st.none()
    | st.integers(1, 10**9).map(Weight)
    | st.integers(1, 99).map(lambda ounces: Weight.of(ounces, "oz"))
)
BARCODES = st.just("") | st.integers(1, 10**12 - 1).map(
    lambda body: normal_barcode(f"{body:012}{check_digit(f'{body:012}')}")
)
FACTS = st.builds(
    ItemFacts,
    **{
        key: text(key)
        for key, field in FIELD.items()
        if field.kind in {Kind.TEXT, Kind.LONG_TEXT} and key not in {"sku", "upc"}
    },
    **{key: text(key) for key in ("department", "category", "subcategory", "size_system")},
    **dict.fromkeys(("colors", "other_colors", "style_words", "tags"), WORDS),
    **dict.fromkeys((key for key, field in FIELD.items() if field.kind is Kind.MONEY), MONEY),
    sku=text("sku").filter(sku_key),
    upc=BARCODES,
    condition=st.none() | st.sampled_from(Condition),
    ownership=st.sampled_from(Ownership),
    measurements=MEASURES,
    weight=WEIGHTS,
    quantity=st.integers(0, 9_999),
    acquired_on=DAYS,
)
LISTED = st.builds(
    ListedAt,
    st.sampled_from(["ebay", "poshmark", "depop"]),
    HOSTILE.map(clean_line),
    MONEY,
    DAYS,
    st.sampled_from(["live", "ended", "sold"]),
)
STANDINGS = st.builds(
    Standing,
    status=st.sampled_from(sorted(OWN_STATUSES)),
    archive_reason=st.none() | st.sampled_from(ArchiveReason),
    listed_since=DAYS,
    lowest_asking=MONEY,
    listings=st.lists(LISTED, max_size=3).map(tuple),
)
PIECES = st.lists(
    st.tuples(FACTS, STANDINGS), max_size=3, unique_by=lambda piece: sku_key(piece[0].sku)
)


def there_and_back(
    folder: Path, name: str, pieces: list[Any], options: ImportOptions, units: tuple[str, str]
) -> list[Candidate]:
    path = folder / name
    rows = [item_row(facts, standing, "USD") for facts, standing in pieces]
    assert write_table(path, ITEMS, rows, currency="USD", units=units) == len(pieces)
    sheet, mapping, settled, questions = opened(path, options)
    assert settled.own
    assert not questions.any
    items = read_items(sheet, mapping, settled)
    assert not items.left_out
    return list(items.candidates)


@given(PIECES, st.sampled_from([IMPERIAL, METRIC]), st.sampled_from(["list.csv", "list.xlsx"]))
def test_export_then_import_gives_the_same_items(
    tmp_path_factory: pytest.TempPathFactory,
    options: ImportOptions,
    pieces: list[tuple[ItemFacts, Standing]],
    units: tuple[str, str],
    name: str,
) -> None:
    folder = tmp_path_factory.mktemp("own")
    back = there_and_back(folder, name, pieces, options, units)
    assert [candidate.problems for candidate in back] == [()] * len(pieces)
    assert [candidate.facts for candidate in back] == [facts for facts, _ in pieces]
    assert [candidate.standing for candidate in back] == [standing for _, standing in pieces]


def test_apostrophes_do_not_grow_by_going_round(tmp_path: Path, options: ImportOptions) -> None:
    facts = ItemFacts(sku="'1", title="''90s", brand="=1+1", notes="'")
    for _ in range(3):
        (back,) = there_and_back(tmp_path, "list.csv", [(facts, Standing())], options, IMPERIAL)
        assert back.facts == facts
    assert "'''90s" in (tmp_path / "list.csv").read_text("utf-8-sig")


@given(HOSTILE)
def test_a_guarded_text_is_no_formula_and_comes_back(words: str) -> None:
    assert unguarded(guarded(words)) == words
    assert guarded(words)[:1] not in {"=", "+", "-", "@", "\t", "\r"}


@given(st.lists(HOSTILE, max_size=5))
def test_words_in_one_cell_come_apart_again(words: list[str]) -> None:
    assert split_words(join_words(words)) == tuple(words)


def test_a_list_from_another_currency_is_refused(tmp_path: Path, options: ImportOptions) -> None:
    path = tmp_path / "list.csv"
    write_table(
        path, ITEMS, [item_row(ItemFacts(sku="1", title="x"), Standing(), "EUR")], currency="EUR"
    )
    sheet, mapping, settled, _ = opened(path, options)
    (candidate,) = read_items(sheet, mapping, settled).candidates
    assert [problem.field for problem in candidate.problems] == ["currency"]


def test_a_list_with_columns_deleted_and_days_respelt_is_still_known(
    tmp_path: Path, options: ImportOptions
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "Title,SKU,Brand,Cost,Acquired on,Size,Bin,Notes,Tags,Status,Currency\n"
        '\'=Dress,JL-1,Gap,4.50,1/31/2026,M,B4,,"a, ""b, c""",Listed,USD\n',
        "utf-8-sig",
    )
    sheet, mapping, settled, _ = opened(path, options)
    (candidate,) = read_items(sheet, mapping, settled).candidates
    assert candidate.facts == ItemFacts(
        sku="JL-1", title="=Dress", brand="Gap", cost_price=Money(450, "USD"), size="M", bin="B4",
        acquired_on=date(2026, 1, 31), tags=("a", "b, c"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Status", "Wibble"), ("Archived because", "Bored"), ("Listings", "ebay | live"),
        ("Listings", "ebay | live | 1.2.3 |  | x"), ("Listings", "ebay | live | 1 | today | x"),
        ("Cost", "lots"), ("Quantity", "few"), ("Lowest asked", "x"), ("Weight", "heavy"),
    ],
)  # fmt: skip
def test_what_was_spoilt_in_closets_own_list_is_named(
    tmp_path: Path, options: ImportOptions, heading: str, cell: str
) -> None:
    path = tmp_path / "list.csv"
    row = dict.fromkeys((column.heading for column in ITEMS), "")
    row |= {"SKU": "1", "Currency": "USD", heading: cell}
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([list(row), list(row.values())])
    sheet, mapping, settled, _ = opened(path, options)
    (candidate,) = read_items(sheet, mapping, settled).candidates
    assert [problem.heading for problem in candidate.problems] == [heading]


def test_only_its_own_headings_make_a_list_closets_own() -> None:
    headings = [column.heading for column in ITEMS]
    assert is_own_format(headings)
    assert is_own_format(list(reversed(headings)))
    assert not is_own_format([*headings, "Wibble"])
    assert not is_own_format([heading for heading in headings if heading != "Currency"])
    assert not is_own_format(headings[:5])
