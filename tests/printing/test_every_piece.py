"""What holds for every printed piece, whatever it is filled with."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any, cast

import numpy as np
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from pypdf.generic import ContentStream

from closet_app.printing.preview import render_page
from closet_app.printing.stock import Cell, Kind, Stock
from tests.printing.piece_table import BY_ID, LINK, PIECES, Filling, Piece, filled_with
from tests.printing.pieces import codes_on, ink, photo

NAMES, AT_ONCE = 300, 6
"""How many names are tried, and how many of them in one file."""
DPI = 48
POINTS_PER_DOT = 72 / DPI
MARK = 12.0
"""How far marks for cutting and folding reach from the edge of a card, in points."""
NASTY = (
    "Wilhelmina Konstantinopoulou-Featherstonehaugh van der Westhuizen",
    "unbreakable" * 30,
    "김서연크림색겨울코트와니트" * 4,
    "王小明上海市「」、。",
    "さくらサクラー",
    "حقيبة يد ليلى",
    "נוֹעָה לֵוִי",
    "สุภาพรใจดี ที่ปั้น",
    "प्रिया क्षत्रिय ज्ञान",
    "🌸👗🔥👍🏽👩‍👩‍👧🇰🇷",
    "Z̸̢̛a̷͎͝l̶̯͛g̵͉̊o̸",
    "\u202e\u2066\u200b\u200d\ufeff\x00\x07\t\n\u2028",
    ") Tj ET Q q 1 0 0 rg 0 0 999 999 re f BT (",
    "endstream endobj trailer << /OpenAction /JavaScript >>",
    "<b>&amp;{shop}%s{first name}\\()'\"</b>",
    "\ud800\uf8ff\U000f0041𒀀",
    "W" * 200,
    "i",
    "",
)
TEXTS = st.one_of(
    st.lists(st.sampled_from(NASTY), min_size=1, max_size=3).map(" ".join),
    st.text(max_size=60),
    st.text("WMÆŒ@%김ش🌸ไम \u0301\u200d\u202e", max_size=120),
)
COLORED = {"rg", "RG", "g", "G", "k", "K", "sc", "SC", "scn", "SCN", "cs", "CS"}
every_piece = pytest.mark.parametrize("piece", PIECES, ids=BY_ID)
every_kind = pytest.mark.parametrize("dpi", [203, 300])


@cache
def usual_pdf(piece_id: str) -> bytes:
    return BY_ID[piece_id].pdf()


@cache
def allowed(piece_id: str, labels: int) -> NDArray[np.bool_]:
    """Where the first labels of a sheet, or a card's panels, may have ink: their safe parts."""
    piece = BY_ID[piece_id]
    stock = piece.stock
    rim = 18.0 if stock.kind is Kind.PAPER else piece.rim or stock.margin
    shape = tuple(int(np.ceil(side / POINTS_PER_DOT)) for side in (stock.height, stock.width))
    mask = np.zeros(shape, np.bool_)
    for cell in (stock.cell(index) for index in range(min(labels, stock.per_page))):
        for panel in _panels(stock, cell):
            _open_up(mask, panel, rim)
        if stock.crop:
            for edge in (cell.top, cell.top + cell.height):
                _open_up(mask, Cell(0, edge - MARK, stock.width, 2 * MARK), 0.0)
    return mask


def _panels(stock: Stock, cell: Cell) -> list[Cell]:
    if not stock.folded:
        return [cell]
    half = cell.width / 2
    return [Cell(cell.left + side * half, cell.top, half, cell.height) for side in (0, 1)]


def _open_up(mask: NDArray[np.bool_], cell: Cell, rim: float) -> None:
    edges = (
        cell.top + rim,
        cell.top + cell.height - rim,
        cell.left + rim,
        cell.left + cell.width - rim,
    )
    top, bottom, left, right = (round(edge / POINTS_PER_DOT) for edge in edges)
    mask[max(0, top - 1) : bottom + 1, max(0, left - 1) : right + 1] = True


@settings(max_examples=NAMES // AT_ONCE)
@given(st.sampled_from(PIECES), st.lists(TEXTS, min_size=AT_ONCE, max_size=AT_ONCE))
def test_no_name_leaves_its_place_nor_does_anything_but_stand_there(
    piece: Piece, texts: list[str]
) -> None:
    pdf, made = piece.printed(*map(filled_with, texts))
    mask = allowed(piece.id, len(texts))
    for page in range(made.pages):
        assert not (ink(pdf, page, DPI) & ~mask).any()
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) == made.pages
    assert reader.metadata == pypdf.PdfReader(io.BytesIO(usual_pdf(piece.id))).metadata
    root = cast("dict[str, Any]", reader.trailer["/Root"])
    assert set(root) <= {"/Type", "/Pages", "/Outlines", "/PageMode"}
    assert not any("/Annots" in page or "/AA" in page for page in reader.pages)


@every_piece
def test_it_would_be_seen_if_a_piece_left_its_place(piece: Piece) -> None:
    mask = allowed(piece.id, 1)
    assert not mask.all()
    seen = ink(usual_pdf(piece.id), 0, DPI)
    assert seen.shape == mask.shape
    assert (seen & mask).any()


def operators(pdf: bytes) -> Iterator[tuple[str, list[Any]]]:
    """Every operator of the pages and of the forms they draw."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    for page in reader.pages:
        contents = page.get_contents()
        assert contents is not None
        yield from ((str(op, "ascii"), values) for values, op in contents.operations)
        yield from _of_forms(page["/Resources"], reader)


def _of_forms(
    resources: Any,  # noqa: ANN401  a dictionary of any PDF objects
    reader: pypdf.PdfReader,
) -> Iterator[tuple[str, list[Any]]]:
    for found in resources.get("/XObject", {}).values():
        form = found.get_object()
        if form["/Subtype"] == "/Form":
            stream = ContentStream(form, reader)
            yield from ((str(op, "ascii"), values) for values, op in stream.operations)
            yield from _of_forms(form.get("/Resources", {}), reader)


@pytest.mark.parametrize("piece", [each for each in PIECES if each.black], ids=attrgetter("id"))
def test_black_pieces_use_no_color(piece: Piece, tmp_path: Path) -> None:
    pdf = piece.pdf(Filling(photo=photo(tmp_path)))
    shades = {tuple(map(float, values)) for name, values in operators(pdf) if name in COLORED}
    assert shades
    assert all(len(set(shade)) == 1 and len(shade) == 3 for shade in shades)
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    for page in reader.pages:
        assert all(image.image is None or image.image.mode in "1L" for image in page.images)
    dots = render_page(pdf, 0, dpi=72).rgba
    rows = np.frombuffer(dots, np.uint8).reshape(-1, 4)
    assert (rows[:, 0] == rows[:, 1]).all()
    assert (rows[:, 1] == rows[:, 2]).all()


@pytest.mark.parametrize(
    "piece", [each for each in PIECES if each.stock.kind is Kind.ROLL], ids=attrgetter("id")
)
def test_thermal_pieces_are_pure_black(piece: Piece) -> None:
    shades = {
        tuple(map(float, values)) for name, values in operators(piece.pdf()) if name in COLORED
    }
    assert shades <= {(0.0, 0.0, 0.0), (1.0, 1.0, 1.0)}
    assert (0.0, 0.0, 0.0) in shades


@every_kind
@pytest.mark.parametrize("piece", [each for each in PIECES if each.codes], ids=attrgetter("id"))
def test_phones_read_the_code_of_every_piece(piece: Piece, dpi: int) -> None:
    pdf, made = piece.printed()
    texts = [text for page in range(made.pages) for text in codes_on(pdf, page, dpi)]
    own = "label" in piece.id
    assert texts == [Filling().code if own else LINK]
    assert "code_too_long" not in {remark.kind for remark in made.warnings}


TOLD_ELSEWHERE = (
    "import json; from tests.printing.test_every_piece import digests; print(json.dumps(digests()))"
)


def digests() -> dict[str, str]:
    """What the bytes of every piece add up to."""
    return {piece.id: hashlib.sha256(piece.pdf()).hexdigest() for piece in PIECES}


def test_the_same_words_make_the_same_bytes_in_any_order_and_in_another_process() -> None:
    shuffled = sorted(PIECES, key=lambda piece: piece.id[::-1])
    hostile = [piece.pdf(filled_with("".join(NASTY))) for piece in shuffled[:6]]
    assert all(hostile)
    here = {piece.id: hashlib.sha256(piece.pdf()).hexdigest() for piece in shuffled}
    there = subprocess.run(
        [sys.executable, "-c", TOLD_ELSEWHERE],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": "7"},
    )
    assert json.loads(there.stdout) == here


@every_piece
def test_every_font_is_embedded_and_the_title_says_nothing_of_anybody(piece: Piece) -> None:
    told = Filling(
        "Zebulon Quartermain", "Xylophone corduroy", address=("77 Quillmarsh Row", "Vexford")
    )
    pdf = piece.pdf(told)
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    fonts = list(_fonts(reader))
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in fonts)
    assert all("/ToUnicode" in font for font in fonts)
    facts = reader.metadata
    assert facts is not None
    assert facts.title
    assert not facts.author
    said = " ".join(map(str, facts.values())).lower()
    assert not any(word in said for word in re.findall(r"\w{4,}", f"{told}".lower()) if word in WHO)
    assert reader.xmp_metadata is None
    outside = b"".join(line for line in pdf.split(b"\n") if line.isascii())
    assert not any(word.encode() in outside for word in WHO)


WHO = ("Zebulon", "Quartermain", "Quillmarsh", "Vexford", "zebulon", "quartermain")


def _fonts(reader: pypdf.PdfReader) -> Iterator[Any]:
    for page in reader.pages:
        resources = cast("dict[str, Any]", page["/Resources"])
        for found in resources.get("/Font", {}).values():
            yield found.get_object()
