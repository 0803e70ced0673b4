"""What a label printer is sent, read back to the dots it burns."""

from __future__ import annotations

import io
import re
from itertools import groupby
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from closet_app.errors import InvalidValueError
from closet_app.printing.documents import make_address_labels, make_item_labels
from closet_app.printing.stock import load_stock
from closet_app.printing.thermal.epl import epl_label
from closet_app.printing.thermal.languages import Language, label_stream
from closet_app.printing.thermal.raster import RESOLUTIONS, Raster, page_raster
from closet_app.printing.thermal.tspl import tspl_label
from closet_app.printing.thermal.zpl import zpl_label
from tests.printing.pieces import address_label, item_label

SHIPPING, ROLL = "address-4x6", "label-2.25x1.25"
TWENTIES = {chr(ord("g") + step): 20 * (step + 1) for step in range(20)}
ONES = {chr(ord("G") + step): step + 1 for step in range(19)}


def address_pdf() -> bytes:
    out = io.BytesIO()
    make_address_labels([address_label()], load_stock(SHIPPING), out)
    return out.getvalue()


def label_pdf(stock: str = ROLL, labels: int = 1) -> bytes:
    out = io.BytesIO()
    make_item_labels([item_label()] * labels, load_stock(stock), out)
    return out.getvalue()


def dots_of_zpl(label: bytes) -> np.ndarray:
    """The dots of a ^GFA field, unfolded as Zebra's guide says a printer does."""
    text = label.decode("ascii")
    found = re.search(r"\^GFA,(\d+),(\d+),(\d+),([^^]*)\^FS", text)
    assert found
    size, also, stride = (int(found[part]) for part in (1, 2, 3))
    assert size == also
    row, times = "", 0
    rows: list[str] = []
    for sign in found[4]:
        if sign in TWENTIES or sign in ONES:
            times += TWENTIES.get(sign, 0) + ONES.get(sign, 0)
        elif sign in ",!":
            row = row.ljust(stride * 2, "0" if sign == "," else "F")
        elif sign == ":":
            row = rows[-1]
        else:
            row += sign * max(1, times)
            times = 0
        if len(row) == stride * 2:
            rows.append(row)
            row = ""
    assert not row
    data = bytes.fromhex("".join(rows))
    assert len(data) == size
    width = int(re.search(r"\^PW(\d+)", text)[1])  # type: ignore[index]  # found above
    return unpacked(data, stride, width)


def dots_after(label: bytes, head: bytes, stride: int, width: int, height: int) -> np.ndarray:
    """The dots of an EPL or TSPL graphic, where a 0 is burnt."""
    start = label.index(head) + len(head)
    data = bytes(byte ^ 0xFF for byte in label[start : start + stride * height])
    return unpacked(data, stride, width)


def unpacked(data: bytes, stride: int, width: int) -> np.ndarray:
    rows = np.frombuffer(data, np.uint8).reshape(-1, stride)
    return np.unpackbits(rows, axis=1)[:, :width].astype(bool)


def codes_in(dots: np.ndarray) -> list[str]:
    found = zxingcpp.read_barcodes(np.where(dots, 0, 255).astype(np.uint8))
    return [code.text for code in found]


@pytest.mark.parametrize(("dpi", "size"), [(203, (812, 1218)), (300, (1200, 1800))])
def test_a_shipping_label_has_the_dots_its_trade_size_says(dpi: int, size: tuple[int, int]) -> None:
    raster = page_raster(address_pdf(), 0, dpi)
    assert (raster.width, raster.height) == size
    assert len(raster.rows) == raster.stride * raster.height


@pytest.mark.parametrize("dpi", RESOLUTIONS)
@pytest.mark.parametrize("stock", [ROLL, "dymo-30334", "brother-dk-1202"])
def test_the_code_is_read_from_what_zpl_burns(dpi: int, stock: str) -> None:
    shipped = load_stock(stock)
    (label,) = label_stream(label_pdf(stock), shipped, Language.ZPL, dpi)
    dots = dots_of_zpl(label)
    tall, wide = dots.shape
    assert (tall > wide) == (shipped.turned or shipped.height > shipped.width)
    assert codes_in(dots) == [item_label().code]


@pytest.mark.parametrize("dpi", RESOLUTIONS)
def test_every_language_burns_the_same_dots(dpi: int) -> None:
    raster = page_raster(address_pdf(), 0, dpi)
    wanted = unpacked(raster.rows, raster.stride, raster.width)
    size = (raster.stride, raster.width, raster.height)
    epl, tspl = epl_label(raster), tspl_label(raster)
    assert np.array_equal(dots_of_zpl(zpl_label(raster)), wanted)
    head = f"GW0,0,{raster.stride},{raster.height},".encode()
    assert np.array_equal(dots_after(epl, head, *size), wanted)
    head = f"BITMAP 0,0,{raster.stride},{raster.height},0,".encode()
    assert np.array_equal(dots_after(tspl, head, *size), wanted)
    assert codes_in(wanted) == [address_label().code]


def test_text_is_crisp_and_never_dithered() -> None:
    raster = page_raster(address_pdf(), 0, 203)
    dots = unpacked(raster.rows, raster.stride, raster.width)
    alone = dots[1:-1, 1:-1] & ~(
        dots[:-2, 1:-1] | dots[2:, 1:-1] | dots[1:-1, :-2] | dots[1:-1, 2:]
    )
    assert alone.sum() <= 2
    assert 0.01 < dots.mean() < 0.2


@given(st.data(), st.integers(1, 70), st.integers(1, 9))
def test_any_dots_come_back_from_zpl(data: st.DataObject, width: int, height: int) -> None:
    stride = -(-width // 8)
    row = st.one_of(
        st.sampled_from([bytes(stride), b"\xff" * stride]),
        st.binary(min_size=stride, max_size=stride),
    )
    rows = b"".join(data.draw(st.lists(row, min_size=height, max_size=height)))
    raster = Raster(width, height, 203, rows)
    assert np.array_equal(dots_of_zpl(zpl_label(raster)), unpacked(rows, stride, width))


def test_long_runs_are_counted_in_hundreds() -> None:
    rows = (b"\x00" * 400 + b"\x11") + (b"\xff" * 300 + b"\x00" * 101)
    raster = Raster(401 * 8, 2, 203, rows)
    assert np.array_equal(dots_of_zpl(zpl_label(raster)), unpacked(rows, 401, 401 * 8))


def test_copies_and_continuous_rolls_are_asked_for() -> None:
    raster = Raster(8, 1, 203, b"\xf0")
    assert b"^PQ3^XZ" in zpl_label(raster, 3)
    assert b"^MNN" in zpl_label(raster, continuous=True)
    assert b"^MN" not in zpl_label(raster)
    assert epl_label(raster, 3).endswith(b"\nP3\n")
    assert b"\nQ1,24\n" in epl_label(raster)
    assert b"\nQ1,0\n" in epl_label(raster, continuous=True)
    assert b"PRINT 1,3\r\n" in tspl_label(raster, 3)


def test_each_page_becomes_one_label() -> None:
    labels = list(label_stream(label_pdf(labels=3), load_stock(ROLL), Language.ZPL, 203))
    assert len(labels) == 3
    assert [key for key, _ in groupby(labels)] == labels[:1]


def test_a_resolution_no_head_has_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "label.pdf"
    file.write_bytes(label_pdf())
    with pytest.raises(InvalidValueError, match="203, 300 or 600"):
        page_raster(file, 0, 150)


def test_darkness_is_said_on_the_scale_of_each_language() -> None:
    raster = Raster(8, 1, 203, b"\xf0")
    assert zpl_label(raster, darkness=50).startswith(b"~SD15^XA")
    assert zpl_label(raster, darkness=100).startswith(b"~SD30^XA")
    assert b"~SD" not in zpl_label(raster)
    assert b"\nD15\n" in epl_label(raster, darkness=100)
    assert b"\nD" not in epl_label(raster)
    assert b"\r\nDENSITY 8\r\n" in tspl_label(raster, darkness=50)
    assert b"DENSITY" not in tspl_label(raster)


def test_rows_are_whole_bytes_and_white_to_their_end() -> None:
    raster = Raster(13, 2, 203, b"\xff\xf8" * 2)
    epl = epl_label(raster)
    assert b"\nq16\n" in epl
    assert b"GW0,0,2,2,\x00\x07\x00\x07\nP1" in epl
    assert b"BITMAP 0,0,2,2,0,\x00\x07\x00\x07\r\n" in tspl_label(raster)
    assert b"^PW13^LL2^FO0,0^GFA,4,4,2," in zpl_label(raster)


def test_a_label_wider_than_any_head_of_its_language_is_refused() -> None:
    widest, wider = 832, 840
    assert epl_label(Raster(widest, 1, 203, bytes(widest // 8)))
    with pytest.raises(InvalidValueError, match="4 inches wide"):
        epl_label(Raster(wider, 1, 203, bytes(wider // 8)))
    with pytest.raises(InvalidValueError, match="4 inches wide"):
        epl_label(Raster(1_240, 1, 300, bytes(1_240 // 8)))
