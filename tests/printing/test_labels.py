from __future__ import annotations

import io
from dataclasses import replace

import pytest

from closet_app.errors import InvalidValueError
from closet_app.printing.documents import make_address_labels, make_item_labels
from closet_app.printing.stock import load_stock
from closet_app.printing.values import Party
from tests.printing.pieces import NAMES, address_label, ink, item_label, words_of

DPI = 72


def sheet(count: int, start: int) -> tuple[bytes, int]:
    out = io.BytesIO()
    labels = [item_label(f"JL-{number:04}", f"JL-{number:04}") for number in range(1, count + 1)]
    printed = make_item_labels(labels, load_stock("avery-5160"), out, start)
    return out.getvalue(), printed.pages


def filled_cells(pdf: bytes, page: int) -> list[int]:
    """Numbers (from 1) of the cells with ink; ink between cells fails."""
    stock, seen = load_stock("avery-5160"), ink(pdf, page, DPI)
    found = []
    for index in range(stock.per_page):
        cell = stock.cell(index)
        rows = slice(int(cell.top) + 4, int(cell.top + cell.height) - 4)
        columns = slice(int(cell.left) + 4, int(cell.left + cell.width) - 4)
        if seen[rows, columns].any():
            found.append(index + 1)
            seen[rows, columns] = False
    assert not seen.any()
    return found


@pytest.mark.parametrize(
    ("count", "start", "first", "second"),
    [
        (3, 1, [1, 2, 3], []),
        (3, 5, [5, 6, 7], []),
        (30, 1, list(range(1, 31)), []),
        (4, 29, [29, 30], [1, 2]),
    ],
)
def test_labels_begin_at_the_first_free_cell(
    count: int, start: int, first: list[int], second: list[int]
) -> None:
    pdf, pages = sheet(count, start)
    assert pages == (2 if second else 1)
    assert filled_cells(pdf, 0) == first
    if second:
        assert filled_cells(pdf, 1) == second


@pytest.mark.parametrize("start", [0, 31, -1])
def test_a_cell_the_sheet_does_not_have_is_refused(start: int) -> None:
    with pytest.raises(InvalidValueError, match="labels 1 to 30"):
        sheet(1, start)


def test_a_label_says_number_words_price_and_bin() -> None:
    out = io.BytesIO()
    make_item_labels([item_label()], load_stock("label-2.25x1.25"), out)
    words = words_of(out.getvalue())
    for expected in ("JL-0412", "Breton boatneck tee", "Madewell, M", "$34", "B-04"):
        assert expected in words


def test_price_and_bin_can_be_hidden() -> None:
    for stock in ("label-2.25x1.25", "avery-5160"):
        out = io.BytesIO()
        make_item_labels([replace(item_label(), price="", bin="")], load_stock(stock), out)
        assert "$" not in words_of(out.getvalue())
        assert "B-04" not in words_of(out.getvalue())


@pytest.mark.parametrize("stock_id", ["label-2.25x1.25", "avery-5160"])
@pytest.mark.parametrize("title", [*NAMES.values(), "unbreakable" * 30, "many words " * 40])
def test_hostile_labels_stay_inside_their_safe_margin(stock_id: str, title: str) -> None:
    stock = load_stock(stock_id)
    label = replace(item_label(), sku=title, title=title, detail=title, price=title, bin=title)
    out = io.BytesIO()
    make_item_labels([label], stock, out)
    seen = ink(out.getvalue(), 0, DPI)
    cell = stock.cell(0)
    edge = stock.margin - 1
    seen[
        int(cell.top + edge) : int(cell.top + cell.height - edge),
        int(cell.left + edge) : int(cell.left + cell.width - edge),
    ] = False
    assert not seen.any()


def test_an_address_label_says_where_from_and_that_it_is_no_postage() -> None:
    out = io.BytesIO()
    make_address_labels([address_label()], load_stock("address-4x6"), out)
    words = words_of(out.getvalue())
    for expected in (
        "Juniper Lane PO Box 88 Millbrook, WA 98000",
        "postage goes here",
        "Ship to Renata Okafor 221 Alder Court, Apt 3 Riverbend, OR 97000",
        "Order 1047 3 pieces, 2 lb 3 oz Ship by Mon",
    ):
        assert expected in words


def test_an_address_too_long_for_its_label_is_named() -> None:
    out = io.BytesIO()
    endless = Party("Renata", tuple(f"line {number}" for number in range(60)))
    printed = make_address_labels([address_label(endless)], load_stock("address-4x6"), out)
    assert [str(remark.kind) for remark in printed.warnings] == ["address_cut"]


def test_thermal_pieces_are_pure_black() -> None:
    out = io.BytesIO()
    make_address_labels([address_label()], load_stock("address-4x6"), out)
    make_item_labels([item_label()], load_stock("label-2.25x1.25"), out)
    assert b"/DCTDecode" not in out.getvalue()


def test_slips_are_not_printed_on_labels() -> None:
    with pytest.raises(InvalidValueError, match="does not suit"):
        make_item_labels([item_label()], load_stock("letter"), io.BytesIO())
