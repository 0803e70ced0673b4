from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.errors import NotFoundError
from closet_app.printing.stock import Cell, Kind, Stock, load_stock, stock_ids, stocks

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
