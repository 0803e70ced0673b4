from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closet_app.errors import NotFoundError
from closet_app.printing.stock import POINTS, Cell, Kind, Stock, load_stock, stock_ids, stocks
from closet_app.printing.stock_draft import StockDraft, draft_of, read_draft, write_draft
from closet_app.printing.suiting import needs

ALL = [load_stock(stock_id) for stock_id in stock_ids()]


ROUNDED = 1e-6
"""Points that sums of lengths may be off."""


def overlap(one: Cell, other: Cell) -> bool:
    apart_x = min(one.left + one.width, other.left + other.width) <= ROUNDED + max(
        one.left, other.left
    )
    apart_y = min(one.top + one.height, other.top + other.height) <= ROUNDED + max(
        one.top, other.top
    )
    return not (apart_x or apart_y)


@pytest.mark.parametrize("stock", ALL, ids=stock_ids())
def test_cells_never_overlap_nor_leave_the_page(stock: Stock) -> None:
    cells = [stock.cell(index) for index in range(stock.per_page)]
    assert not any(overlap(one, other) for one, other in combinations(cells, 2))
    for cell in cells:
        assert cell.left >= 0
        assert cell.top >= 0
        assert cell.left + cell.width <= stock.width + 1e-6
        assert cell.top + cell.height <= stock.height + 1e-6
        assert 2 * stock.margin < min(cell.width, cell.height)


SHARE = st.floats(0.5, 1.1)


@st.composite
def drafts(draw: st.DrawFn) -> StockDraft:
    """Sheets that are nearly right: some fit, some overlap or leave the page by a little."""
    unit = draw(st.sampled_from(sorted(POINTS)))
    width, height = (draw(st.floats(100, 900)) / POINTS[unit] for _ in range(2))
    columns, rows = draw(st.integers(1, 9)), draw(st.integers(1, 12))
    pitch_x, pitch_y = width / columns * draw(SHARE), height / rows * draw(SHARE)
    return StockDraft(
        name="My labels",
        kind=draw(st.sampled_from(Kind)),
        unit=unit,
        page_width=round(width, 3),
        page_height=round(height, 3),
        columns=columns,
        rows=rows,
        left=round(width * draw(st.floats(0, 0.2)), 3),
        top=round(height * draw(st.floats(0, 0.2)), 3),
        cell_width=round(pitch_x * draw(SHARE), 3),
        cell_height=round(pitch_y * draw(SHARE), 3),
        pitch_x=round(pitch_x, 3),
        pitch_y=round(pitch_y, 3),
        margin=0.0,
    )


SNUG = 0.11
"""Points that a described stock may be off: figures are rounded to a thousandth of an inch."""


def lies_right(stock: Stock) -> bool:
    cells = [stock.cell(index) for index in range(stock.per_page)]
    apart = all(
        min(one.left + one.width, other.left + other.width) - max(one.left, other.left) <= SNUG
        or min(one.top + one.height, other.top + other.height) - max(one.top, other.top) <= SNUG
        for one, other in combinations(cells, 2)
    )
    return apart and all(
        min(cell.left, cell.top) >= 0
        and cell.left + cell.width <= stock.width + SNUG
        and cell.top + cell.height <= stock.height + SNUG
        for cell in cells
    )


@settings(max_examples=200)
@given(drafts())
def test_a_sellers_own_cells_never_overlap_nor_leave_the_page_or_are_refused(
    draft: StockDraft,
) -> None:
    if draft.trouble() is None:
        assert lies_right(draft.stock())
        assert read_draft(write_draft(draft)) == draft


@pytest.mark.parametrize("unit", sorted(POINTS))
@pytest.mark.parametrize("stock", ALL, ids=stock_ids())
def test_every_stock_can_be_described_in_any_unit(stock: Stock, unit: str) -> None:
    draft = draft_of(stock, unit)
    draft.check()
    again = draft.stock(stock.id)
    assert lies_right(again)
    assert (again.per_page, again.folded, again.kind) == (stock.per_page, stock.folded, stock.kind)
    for index in range(stock.per_page):
        was, now = stock.cell(index), again.cell(index)
        assert (now.left, now.top) == pytest.approx((was.left, was.top), abs=SNUG)


KNOWN = {
    Kind.SHEET: "5160 5161 5162 5163 5164 5167 5168 5366 6871 6873 6874 6879 5395 5126 L7160 "
    "L7161 L7162 L7163 L7165 L7651 8160 5260 5960 18160 8162 8163 15163 18163 8164 8167 8126",
    Kind.ROLL: "30252 99010 30256 30334 11354 11352 11353 11355 11356 30258 30327 30332 30374 "
    "30376 30856 30915 99012 99014 99019 DK-1201 DK-1202 DK-1204 DK-1208 DK-2205",
    Kind.CARD: "5371 8371 28371 8373 5389",
}


@pytest.mark.parametrize("kind", KNOWN)
def test_every_number_that_papers_are_sold_under_is_known(kind: Kind) -> None:
    told = " ".join(" ".join((stock.name, *stock.also)) for stock in stocks(kind))
    words = set(told.replace(",", " ").split())
    assert set(KNOWN[kind].split()) <= words


def test_cards_come_flat_and_folded_in_the_sizes_of_both_worlds() -> None:
    panels = {
        (round((card.cell_width / (2 if card.folded else 1)) / 72, 2), card.folded)
        for card in stocks(Kind.CARD)
    }
    flat = {(4.25, False), (4.5, False), (5.0, False), (3.5, False), (4.0, False), (4.13, False)}
    assert flat | {(4.25, True), (4.5, True), (5.0, True), (4.13, True)} <= panels


@given(st.sampled_from(ALL), st.integers(0, 500))
def test_a_cell_number_goes_on_over_the_pages(stock: Stock, index: int) -> None:
    assert stock.cell(index) == stock.cell(index + stock.per_page)


def test_avery_5160_is_the_makers_geometry() -> None:
    stock = load_stock("avery-5160")
    assert (stock.columns, stock.rows, stock.per_page) == (3, 10, 30)
    assert stock.cell(0) == Cell(13.5, 36, 189, 72)
    assert stock.cell(4) == Cell(13.5 + 198, 36 + 72, 189, 72)


@pytest.mark.parametrize(
    ("stock_id", "width", "height"),
    [
        ("letter", 612, 792),
        ("a4", 595.28, 841.89),
        ("card-iso-a6", 297.64, 419.53),
        ("card-us-a6", 324, 450),
        ("card-4x6", 288, 432),
        ("label-2.25x1.25", 162, 90),
        ("address-4x6", 288, 432),
    ],
)
def test_pages_have_their_size_in_points(stock_id: str, width: float, height: float) -> None:
    stock = load_stock(stock_id)
    assert stock.width == pytest.approx(width, abs=0.01)
    assert stock.height == pytest.approx(height, abs=0.01)


def test_every_kind_can_be_chosen_from() -> None:
    assert {stock.id for stock in stocks(Kind.PAPER)} == {"letter", "a4"}
    assert {stock.kind for stock in stocks(Kind.SHEET, Kind.ROLL)} == {Kind.SHEET, Kind.ROLL}
    assert all(stock.source and stock.name for stock in ALL)


def test_an_unknown_stock_is_named_with_the_known_ones() -> None:
    with pytest.raises(NotFoundError, match="avery-5160"):
        load_stock("../stock/letter")


@pytest.mark.parametrize("piece", ["style", "care"])
def test_what_has_no_fold_is_not_printed_across_one(piece: str) -> None:
    folded = [each for each in map(load_stock, stock_ids()) if each.folded]
    assert folded
    assert not any(needs(piece).suits(stock) for stock in folded)
    assert all(needs("card").suits(stock) for stock in folded)
