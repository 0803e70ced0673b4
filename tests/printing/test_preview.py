from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from closet_app.errors import InvalidValueError
from closet_app.printing.documents import make_cards, make_item_labels
from closet_app.printing.preview import bands, page_count, page_size, render_page
from closet_app.printing.stock import load_stock
from tests.printing.pieces import card, item_label


def label_pdf() -> bytes:
    out = io.BytesIO()
    make_item_labels([item_label()], load_stock("label-2.25x1.25"), out)
    return out.getvalue()


def test_pages_are_counted_and_measured(tmp_path: Path) -> None:
    path = tmp_path / "cards.pdf"
    make_cards([card()], load_stock("card-4x6"), path)
    assert page_count(path) == page_count(path.read_bytes()) == 2
    assert page_size(path, 1) == pytest.approx((288, 432))


def test_a_page_is_rendered_at_dots_or_at_a_width() -> None:
    pdf = label_pdf()
    at_dpi = render_page(pdf, 0, dpi=203)
    assert (at_dpi.width, at_dpi.height) == (457, 254)
    assert len(at_dpi.rgba) == 457 * 254 * 4
    assert render_page(pdf, 0, width_px=324).width == 324
    assert at_dpi.rgba[:4] == b"\xff\xff\xff\xff"


@pytest.mark.parametrize("dpi", [203, 300, 600])
@pytest.mark.parametrize("height", [1_000_000, 64, 37])
def test_bands_put_together_are_the_page(dpi: int, height: int) -> None:
    pdf = label_pdf()
    whole = render_page(pdf, 0, dpi=dpi)
    strips = list(bands(pdf, 0, dpi, height))
    assert [strip.top for strip in strips] == list(range(0, whole.height, height))
    assert sum(strip.pixels.height for strip in strips) == whole.height
    joined = np.frombuffer(b"".join(strip.pixels.rgba for strip in strips), np.uint8)
    difference = joined.astype(int) - np.frombuffer(whole.rgba, np.uint8)
    # PDFium reckons the grey of a few edge pixels from the strip it draws them in.
    assert (abs(difference) > 3).mean() < 1e-4
    assert abs(difference).max() < 100


def test_no_page_is_rendered_finer_than_a_printer_prints() -> None:
    assert render_page(label_pdf(), 0, dpi=5_000).width == 1_350


def test_a_band_without_rows_is_refused() -> None:
    with pytest.raises(InvalidValueError):
        list(bands(label_pdf(), 0, 300, 0))


def test_pages_can_be_rendered_from_many_threads() -> None:
    pdf = label_pdf()
    with ThreadPoolExecutor(8) as pool:
        pages = list(pool.map(lambda _: render_page(pdf, 0, dpi=100).rgba, range(24)))
    assert len(set(pages)) == 1
