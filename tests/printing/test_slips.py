from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from closet_app.printing.documents import Printed, make_slips
from closet_app.printing.stock import load_stock
from closet_app.printing.values import Party, Slip
from tests.printing.pieces import SHOP, ink, photo, slip, slip_line, words_of


def made(*slips: Slip, stock: str = "letter") -> tuple[bytes, Printed]:
    out = io.BytesIO()
    printed = make_slips(slips, load_stock(stock), out)
    return out.getvalue(), printed


def test_a_slip_says_who_what_and_how_much() -> None:
    pdf, printed = made(slip())
    words = words_of(pdf)
    for expected in (
        "Packing slip",
        "Order 1047 on eBay, Nov 20, 2025",
        "Packed for Renata Okafor",
        "221 Alder Court, Apt 3",
        "From Juniper Lane",
        "2. Satin shirt",
        "Zara, size S",
        "$22.00",
        "Care Shirt: wash cool",
        "Paid $91.10",
        "Not quite right? Write me first.",
        "Scan to see what is new in the closet.",
        "thank you! Maya",
    ):
        assert expected in words
    assert printed == Printed(1, ())


def test_a_gift_shows_no_price() -> None:
    words = words_of(made(slip(gift=True))[0])
    assert "$" not in words
    assert "Paid" not in words
    assert "1. Satin shirt" in words


@pytest.mark.parametrize("stock", ["letter", "a4"])
@pytest.mark.parametrize("count", [1, 3, 5, 8])
def test_up_to_eight_pieces_stay_on_one_page(stock: str, count: int) -> None:
    pdf, printed = made(slip(lines=count), stock=stock)
    assert printed.pages == 1
    assert " of " not in words_of(pdf).replace("Order 1047", "").replace("1 of 1", "x")


@pytest.mark.parametrize(("count", "pages"), [(9, 2), (16, 2), (17, 3), (40, 5)])
def test_more_than_eight_pieces_go_on_to_another_page(count: int, pages: int) -> None:
    pdf, printed = made(slip(lines=count))
    assert printed.pages == pages
    assert f"1 of {pages}" in words_of(pdf, 0)
    assert f"{pages} of {pages}" in words_of(pdf, pages - 1)
    assert "Paid" not in words_of(pdf, 0)
    assert "Paid $91.10" in words_of(pdf, pages - 1)
    words = " ".join(words_of(pdf, page) for page in range(pages))
    assert all(f" {number}. Satin shirt" in words for number in range(1, count + 1))


def test_page_size_is_the_papers() -> None:
    box = pypdf.PdfReader(io.BytesIO(made(slip(), stock="a4")[0])).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((595.28, 841.89), abs=0.01)


def test_a_long_address_pushes_the_lines_down_and_loses_nothing() -> None:
    lines = tuple(f"Address line number {number}" for number in range(1, 8))
    pdf, printed = made(slip(lines=8, buyer=Party("Renata Okafor", lines)))
    words = " ".join(words_of(pdf, page) for page in range(printed.pages))
    assert all(line in words for line in lines)
    assert "8. Satin shirt" in words
    assert printed.warnings == ()


def test_nothing_is_printed_outside_the_safe_margin() -> None:
    long = "unbreakable" * 20
    shop = replace(SHOP, name=long, tagline=long, promise=long, note=long * 9, signature=long)
    hostile = replace(
        slip(lines=8, shop=shop, buyer=Party(long, (long,) * 9)),
        heading=long,
        care=long * 20,
        paid=long,
    )
    for page in range(made(hostile)[1].pages):
        seen = ink(made(hostile)[0], page, dpi=72)
        assert not seen[:18].any()
        assert not seen[-18:].any()
        assert not seen[:, :18].any()
        assert not seen[:, -18:].any()


def test_markup_in_a_title_is_only_letters() -> None:
    line = replace(slip_line(), title="<b>Bold</b> &amp; {x} %s (a\\")
    words = words_of(made(replace(slip(), lines=(line,)))[0])
    assert "<b>Bold</b> &amp; {x} %s (a\\" in words


def test_a_photo_is_kept_once_however_often_it_is_printed(tmp_path: Path) -> None:
    picture = photo(tmp_path)
    several = [replace(slip(), lines=(slip_line(1, picture),) * 3) for _ in range(5)]
    pdf, printed = made(*several)
    assert printed.warnings == ()
    assert pdf.count(b"/DCTDecode") == 1
    assert ink(pdf, 4)[310:365, 105:150].all()


def test_a_missing_photo_leaves_its_frame_and_says_so_once(tmp_path: Path) -> None:
    lost = replace(slip(), lines=(slip_line(1, tmp_path / "lost.jpg"),) * 2)
    _, printed = made(lost)
    assert [remark.sentence for remark in printed.warnings] == [
        "1047: the photo lost.jpg cannot be opened, so its frame stays empty."
    ]


def test_a_broken_photo_does_not_stop_the_run(tmp_path: Path) -> None:
    broken = photo(tmp_path)
    broken.write_bytes(broken.read_bytes()[:200])
    _, printed = made(replace(slip(), lines=(slip_line(1, broken),)), slip())
    assert printed.pages == 2
    assert len(printed.warnings) == 1


def test_the_shops_logo_takes_the_place_of_the_sprig(tmp_path: Path) -> None:
    logo = photo(tmp_path, "logo.png", (10, 10, 10))
    corner = (slice(60, 122), slice(70, 110))
    with_logo = ink(made(slip(shop=replace(SHOP, logo=logo)))[0])[corner]
    with_sprig = ink(made(slip())[0])[corner]
    assert with_logo.mean() > 0.6
    assert 0.02 < with_sprig.mean() < 0.4


def test_a_lost_logo_is_named(tmp_path: Path) -> None:
    _, printed = made(slip(shop=replace(SHOP, logo=tmp_path / "logo.png")))
    assert [str(remark.kind) for remark in printed.warnings] == ["missing_logo"]


def test_a_shop_with_only_a_name_has_an_empty_foot() -> None:
    bare = replace(SHOP, tagline="", address=(), signature="", promise="", note="", link="")
    pdf, _ = made(slip(shop=bare))
    assert not ink(pdf)[-200:].any()


def test_number_and_bin_stand_beside_the_piece() -> None:
    line = replace(slip_line(), sku="JL-0412", bin="B-04")
    assert "JL-0412 · B-04" in words_of(made(replace(slip(), lines=(line,)))[0])


def test_a_letter_no_font_has_is_named_and_shown_as_a_sign() -> None:
    pdf, printed = made(slip(buyer=Party("Ada ᚠ", ("Street",))))
    assert [remark.sentence for remark in printed.warnings] == [
        "1047: no font has “ᚠ”, so a sign stands in its place."
    ]
    assert "Ada \ufffd" in words_of(pdf)


def test_all_letters_that_no_font_has_are_one_remark() -> None:
    _, printed = made(slip(buyer=Party("ᚠᚢᚠ ᚦ", ("Street",))))
    assert [remark.sentence for remark in printed.warnings] == [
        "1047: no font has “ᚠ ᚢ ᚦ”, so signs stand in their places."
    ]


def test_what_was_paid_keeps_clear_of_the_last_piece_where_nothing_is_summed_up() -> None:
    seen = ink(made(replace(slip(lines=1), totals=(), paid="$0.00"))[0], dpi=72)
    rules = [row for row in range(len(seen) // 2) if seen[row].mean() > 0.8]
    below = seen[rules[-1] + 1 :, 420:].any(axis=1)
    assert int(below.argmax()) > 6
