from __future__ import annotations

import io

import numpy as np
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from closet_app.printing import slip_plan
from closet_app.printing.address_label import GEOMETRY
from closet_app.printing.cards.back import BACK
from closet_app.printing.codes import code_art, dark_side
from closet_app.printing.documents import (
    make_address_labels,
    make_cards,
    make_item_labels,
    make_slips,
)
from closet_app.printing.item_label import CELL, ROLL
from closet_app.printing.stock import load_stock
from tests.printing.pieces import SHOP, address_label, card, codes_on, item_label, slip

DPIS = (203, 300)


@pytest.mark.parametrize("dpi", DPIS)
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_phone_reads_the_slips_code(paper: str, dpi: int) -> None:
    out = io.BytesIO()
    make_slips([slip()], load_stock(paper), out)
    assert codes_on(out.getvalue(), 0, dpi) == [SHOP.link]


@pytest.mark.parametrize("dpi", DPIS)
@pytest.mark.parametrize("stock", ["card-iso-a6", "card-us-a6", "card-4x6"])
def test_a_phone_reads_the_cards_code(stock: str, dpi: int) -> None:
    out = io.BytesIO()
    make_cards([card()], load_stock(stock), out)
    assert codes_on(out.getvalue(), 1, dpi) == ["https://juniper.example/look/1047"]


@pytest.mark.parametrize("dpi", DPIS)
@pytest.mark.parametrize("stock", ["label-2.25x1.25", "avery-5160"])
def test_a_phone_reads_every_item_label(stock: str, dpi: int) -> None:
    texts = ["JL-0412", "https://juniper.example/i/JL-0412", "https://juniper.example/" + "x" * 80]
    labels = [item_label(f"JL-{number}", text) for number, text in enumerate(texts)]
    out = io.BytesIO()
    printed = make_item_labels(labels, load_stock(stock), out)
    found = [text for page in range(printed.pages) for text in codes_on(out.getvalue(), page, dpi)]
    assert sorted(found) == sorted(texts)
    assert printed.warnings == ()


@pytest.mark.parametrize("dpi", DPIS)
def test_a_phone_reads_the_address_label(dpi: int) -> None:
    out = io.BytesIO()
    make_address_labels([address_label()], load_stock("address-4x6"), out)
    assert codes_on(out.getvalue(), 0, dpi) == ["1047"]


@settings(max_examples=25)
@given(st.text(min_size=1, max_size=60).filter(lambda text: text.isprintable()))
def test_a_hostile_number_reads_back_equal(text: str) -> None:
    art = code_art(text)
    assert art is not None
    dots = np.full((art.modules + 8, art.modules + 8), 255, np.uint8)
    for column, row, length in art.runs:
        dots[row + 4, column + 4 : column + 4 + length] = 0
    read = zxingcpp.read_barcodes(np.kron(dots, np.ones((6, 6), np.uint8)))
    assert [code.bytes.decode() for code in read] == [text]


@pytest.mark.parametrize(
    "room",
    [slip_plan.GEOMETRY.code, BACK.code, GEOMETRY.code.width, ROLL.code.width, CELL.code.width],
)
def test_every_design_gives_a_code_three_quarters_of_an_inch(room: float) -> None:
    sides = {modules: dark_side(modules, room, thermal=False) for modules in range(21, 178, 4)}
    readable = {modules: side for modules, side in sides.items() if side}
    assert len(readable) >= 6
    for modules, side in readable.items():
        assert side * (modules + 8) / modules >= 0.75 * 72


def test_modules_have_at_least_three_dots_or_there_is_no_code() -> None:
    assert dark_side(21, 54.7, thermal=False) == 54.7
    snapped = dark_side(25, 54.7, thermal=True)
    assert snapped is not None
    assert snapped * 203 / 72 / 25 == pytest.approx(6)
    assert dark_side(53, 54.7, thermal=True) is None


@pytest.mark.parametrize("text", ["x" * 180, "x" * 5_000])
def test_a_link_too_long_for_its_label_leaves_the_number_and_says_so(text: str) -> None:
    out = io.BytesIO()
    printed = make_item_labels([item_label(code=text)], load_stock("label-2.25x1.25"), out)
    assert [str(remark.kind) for remark in printed.warnings] == ["code_too_long"]
    assert printed.warnings[0].sentence.startswith("JL-0412: ")
    assert codes_on(out.getvalue(), 0, 300) == []


def test_no_link_means_no_code_and_no_remark() -> None:
    out = io.BytesIO()
    printed = make_item_labels([item_label(code="")], load_stock("label-2.25x1.25"), out)
    assert printed.warnings == ()
    assert codes_on(out.getvalue(), 0, 300) == []
