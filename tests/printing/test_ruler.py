"""The ruler page counts millimetres from every edge of any stock, in black alone."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from pypdf import PdfReader

from closet_app.printing.preview import render_page
from closet_app.printing.ruler import MM, make_ruler
from closet_app.printing.sheet import Layout
from closet_app.printing.stock import load_stock


def ruler(stock_id: str, **moved: object) -> bytes:
    out = BytesIO()
    make_ruler(Layout(load_stock(stock_id), **moved), "4 × 6, Thermal", out)  # type: ignore[arg-type]  # by name
    return out.getvalue()


def pixels(pdf: bytes, width: int) -> np.ndarray:
    made = render_page(pdf, 0, width_px=width)
    return np.frombuffer(made.rgba, np.uint8).reshape(made.height, made.width, 4)


@pytest.mark.parametrize("stock_id", ["letter", "address-4x6", "avery-5160", "dymo-30252"])
def test_the_page_is_of_its_stock_and_black_alone(stock_id: str) -> None:
    stock, pdf = load_stock(stock_id), ruler(stock_id)
    (page,) = PdfReader(BytesIO(pdf)).pages
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
        (stock.width, stock.height), abs=0.01
    )
    seen = pixels(pdf, 800)[..., :3]
    assert (seen.max(axis=2) == seen.min(axis=2)).all()
    assert (seen < 128).any()


def test_ten_millimetres_from_the_left_edge_stands_a_long_tick() -> None:
    stock = load_stock("letter")
    dots = 8
    seen = pixels(ruler("letter"), round(stock.width * dots))[..., 0]
    row = round((stock.height / 3 + 3.0 * MM) * dots)
    dark = np.flatnonzero(seen[row, : round(25 * MM * dots)] < 128)
    assert any(abs(column / dots - 10 * MM) < 0.3 for column in dark)
    assert not any(abs(column / dots - 9 * MM) < 0.3 for column in dark)


def test_a_nudge_moves_every_tick() -> None:
    stock = load_stock("address-4x6")
    straight, moved = (
        pixels(pdf, 1152)[..., 0]
        for pdf in (ruler("address-4x6"), ruler("address-4x6", offset=(2000, 0)))
    )
    shift = round(2 * MM / stock.width * 1152)
    assert (straight[:, : 1152 - shift] < 128).sum() == pytest.approx(
        (moved[:, shift:] < 128).sum(), rel=0.02
    )
    assert not (moved[:, : shift - 2] < 128).any()
