"""Words of a page are copied and found as they were typed, whatever their script."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from pathlib import Path
from shutil import which

import pypdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from closet_app.printing.documents import make_cards, make_slips
from closet_app.printing.stock import load_stock
from closet_app.printing.values import Party, SlipLine
from tests.printing.piece_table import PIECES, Piece
from tests.printing.pieces import NAMES, card, slip

POPPLER = which("pdftotext")
SILENT = str.maketrans("", "", "\u200b\u200e\u200f\u202a\u202b\u202c\x02\ufffe\r")
POINTS = "\u05b0\u05b8\u05b9\u064b\u064f\u0652"
SPOKEN = {
    **NAMES,
    "pointed Hebrew": "נוֹעָה",
    "Arabic with vowels": "شُكْرًا",
    "Arabic ligatures": "سلام لا",
    "Urdu": "پیاری ٹوپی",
    "Latin ligatures": "ﬁne office waffle",
}
"""What is copied comes without its vowel points."""


def page_of(text: str) -> bytes:
    out = io.BytesIO()
    line = SlipLine(text, "Zara, size S", "$26.00")
    buyer = Party(text, ("Street 1",))
    make_slips([replace(slip(buyer=buyer), lines=(line,))], load_stock("letter"), out)
    return out.getvalue()


def words_in(text: str) -> set[str]:
    plain = text.translate(SILENT).replace("ﬁ", "fi")
    return {word.translate(str.maketrans("", "", POINTS)) for word in plain.split()}


@pytest.mark.parametrize("script", SPOKEN)
def test_browsers_copy_the_words(script: str) -> None:
    document = pypdfium2.PdfDocument(page_of(SPOKEN[script]))
    assert words_in(SPOKEN[script]) <= words_in(document[0].get_textpage().get_text_range())


@pytest.mark.parametrize("script", SPOKEN)
def test_the_text_of_the_file_has_the_words(script: str) -> None:
    text = pypdf.PdfReader(io.BytesIO(page_of(SPOKEN[script]))).pages[0].extract_text()
    assert words_in(SPOKEN[script]) <= words_in(text)


@pytest.mark.skipif(POPPLER is None, reason="poppler is not here")
@pytest.mark.parametrize("script", SPOKEN)
def test_readers_of_the_desktop_copy_the_words(script: str, tmp_path: Path) -> None:
    path = tmp_path / "slip.pdf"
    path.write_bytes(page_of(SPOKEN[script]))
    told = subprocess.run([str(POPPLER), str(path), "-"], capture_output=True, check=True)
    assert told.stderr == b""
    assert words_in(SPOKEN[script]) <= words_in(told.stdout.decode())


def test_a_note_in_handwriting_is_copied_as_typed() -> None:
    out = io.BytesIO()
    make_cards([card("first office waffle, fluffy")], load_stock("card-iso-a6"), out)
    text = pypdf.PdfReader(out).pages[0].extract_text()
    assert "first office waffle, fluffy" in " ".join(text.split())


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.id)
def test_strict_readers_find_no_fault(piece: Piece) -> None:
    reader = pypdf.PdfReader(io.BytesIO(piece.pdf()), strict=True)
    for page in reader.pages:
        contents = page.get_contents()
        assert contents is not None
        operators = [operator for _, operator in contents.operations]
        assert operators.count(b"BT") == operators.count(b"ET")
        assert operators.count(b"q") == operators.count(b"Q")
        assert operators.count(b"BDC") == operators.count(b"EMC")
