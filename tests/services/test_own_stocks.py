"""Stocks that the seller describes: kept, copied, changed, deleted, and each undone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from closet_app.errors import InvalidValueError, NotFoundError
from closet_app.printing.stock import Kind, stocks
from closet_app.services import history
from closet_app.services.closet import Closet
from closet_app.services.print_stocks import blank_draft, stocks_for
from closet_app.services.prints import PieceKind
from closet_app.services.shop import edit_shop
from closet_app.services.stocks import (
    StockDraft,
    all_stocks,
    copy_stock,
    delete_own_stock,
    draft_of_stock,
    find_stock,
    free_name,
    is_own,
    save_own_stock,
)

TEN = StockDraft(
    name="Ten of 4 × 2",
    columns=2,
    rows=5,
    left=0.15625,
    top=0.5,
    cell_width=4,
    cell_height=2,
    pitch_x=4.1875,
    pitch_y=2,
)


def test_a_described_stock_is_offered_first_and_undone(closet: Closet) -> None:
    stock_id, changed = save_own_stock(closet, TEN)
    assert (changed.label, changed.shop) == ("Saved the stock “Ten of 4 × 2”", True)
    assert all_stocks(closet)[0].id == stock_id
    assert stock_id in {each.id for each in stocks_for(closet, PieceKind.ADDRESS)}
    assert draft_of_stock(closet, stock_id) == TEN
    history.undo(closet)
    with pytest.raises(NotFoundError, match="no label or paper stock"):
        find_stock(closet, stock_id)


@pytest.mark.parametrize("stock", stocks(), ids=lambda stock: stock.id)
def test_one_like_any_that_comes_with_closet_can_be_printed_on(
    closet: Closet, stock: object
) -> None:
    shipped = find_stock(closet, getattr(stock, "id", ""))
    for unit in ("in", "mm"):
        stock_id, _ = copy_stock(closet, shipped.id, unit)
        made = find_stock(closet, stock_id)
        assert made.per_page == shipped.per_page
        for name in ("width", "height", "left", "top", "cell_width", "cell_height", "pitch_x"):
            assert getattr(made, name) == pytest.approx(getattr(shipped, name), abs=0.02)


def test_copies_have_names_of_their_own(closet: Closet) -> None:
    first, _ = copy_stock(closet, "avery-5160")
    second, _ = copy_stock(closet, first)
    third, _ = copy_stock(closet, first)
    names = [find_stock(closet, each).name for each in (first, second, third)]
    assert names == [
        "Avery 5160, 30 labels",
        "Avery 5160, 30 labels 2",
        "Avery 5160, 30 labels 3",
    ]
    long, _ = save_own_stock(closet, replace(TEN, name="x" * 60))
    copied, _ = copy_stock(closet, long)
    assert len(find_stock(closet, copied).name) <= 60
    assert free_name(closet, "AVERY 5160, 30 LABELS") == "AVERY 5160, 30 LABELS 4"


def test_a_name_stands_for_one_stock(closet: Closet) -> None:
    stock_id, _ = save_own_stock(closet, TEN)
    with pytest.raises(InvalidValueError, match="already") as refused:
        save_own_stock(closet, replace(TEN, name="TEN of 4 × 2"))
    assert refused.value.field == "name"
    save_own_stock(closet, replace(TEN, name="TEN of 4 × 2", top=0.25), stock_id)
    assert find_stock(closet, stock_id).top == 18.0


def test_what_used_a_deleted_stock_goes_back_to_the_usual_one(closet: Closet) -> None:
    stock_id, _ = save_own_stock(closet, TEN)
    edit_shop(closet, label_stock=stock_id)
    delete_own_stock(closet, stock_id)
    assert stocks_for(closet, PieceKind.LABEL)[0].id == "label-2.25x1.25"
    history.undo(closet)
    assert stocks_for(closet, PieceKind.LABEL)[0].id == stock_id
    assert is_own(stock_id)


@pytest.mark.parametrize(
    ("country", "unit", "page"), [("US", "in", (8.5, 11.0)), ("DE", "mm", (210.0, 297.0))]
)
def test_a_new_one_begins_with_the_paper_of_the_country(
    closet: Closet, country: str, unit: str, page: tuple[float, float]
) -> None:
    edit_shop(closet, country=country)
    draft = blank_draft(closet, "Mine", unit)
    assert (draft.page_width, draft.page_height) == page
    assert (draft.kind, draft.columns, draft.trouble()) == (Kind.SHEET, 1, None)
