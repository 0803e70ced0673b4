"""Names of every script as pixels, since text cannot be read back from shaped glyphs."""

from __future__ import annotations

import io

import numpy as np
import pytest
from numpy.typing import NDArray

from closet_app.printing import styles
from closet_app.printing.area import Area, Slot
from closet_app.printing.documents import make_slips
from closet_app.printing.paper import Paper
from closet_app.printing.phrases import load_phrases
from closet_app.printing.stock import Cell, load_stock
from closet_app.printing.text import fonts
from closet_app.printing.text.fitting import Style
from closet_app.printing.text.layout import line
from closet_app.printing.values import Party
from tests.printing.pieces import MORE_NAMES, NAMES, ink, slip

DPI = 144
EVERY_NAME = {**NAMES, **MORE_NAMES}


def drawn(text: str, width: float = 200) -> NDArray[np.bool_]:
    paper = Paper("Line", load_phrases())
    paper.open_page(width + 40, 60)
    Area(paper, Cell(20, 0, width, 60)).line(text, styles.BUYER_NAME, Slot(0, 35, width))
    paper.close_page()
    return ink(paper.finish(), dpi=DPI)


@pytest.mark.parametrize("script", EVERY_NAME)
def test_a_name_leaves_ink_in_its_line_and_nowhere_else(script: str) -> None:
    seen = drawn(EVERY_NAME[script])
    rows, columns = np.nonzero(seen)
    width = line("strong", EVERY_NAME[script]).width * styles.BUYER_NAME.size
    assert seen.mean() > 0.004
    assert columns.max() - columns.min() == pytest.approx(width * DPI / 72, abs=10)
    assert rows.min() > (35 - 1.2 * 14) * DPI / 72
    assert rows.max() < (35 + 0.5 * 14) * DPI / 72


@pytest.mark.parametrize("script", EVERY_NAME)
def test_no_name_is_drawn_with_the_empty_glyph(script: str) -> None:
    for run in line("strong", EVERY_NAME[script]).runs:
        font = fonts.font(f"{run.font}.ttf")
        glyphs = {font.face.charToGlyph[ord(char)] for _, text in run.parts for char in text}
        assert 0 not in glyphs


@pytest.mark.parametrize("script", ["Arabic", "Hebrew"])
def test_leftward_names_end_at_the_right_edge(script: str) -> None:
    columns = np.nonzero(drawn(NAMES[script]).any(axis=0))[0]
    assert columns.max() == pytest.approx((20 + 200) * DPI / 72, abs=6)
    assert columns.min() > 120 * DPI / 72


def test_raised_marks_come_down_again() -> None:
    """Two raised Thai marks in a row once lifted everything after them."""
    plain = np.nonzero(drawn("HHHH").any(axis=1))[0]
    after = drawn("ปี่ที่นี้ HHHH")
    right = after[:, int(np.nonzero(after.any(axis=0))[0].max()) - 12 :]
    assert np.nonzero(right.any(axis=1))[0].max() == plain.max()


def test_arabic_is_joined_and_mirrored() -> None:
    joined, apart = drawn("بيت"), drawn("ب ي ت")
    assert stretches(joined) < stretches(apart)
    assert not np.array_equal(drawn("(ليلى) ب"), drawn(")ليلى( ب"))


def test_a_hindi_conjunct_differs_from_its_letters() -> None:
    assert not np.array_equal(drawn("क्ष"), drawn("क‌ष"))


def test_an_emoji_of_several_signs_is_one_picture() -> None:
    family = np.nonzero(drawn("👩‍👩‍👧").any(axis=0))[0]
    apart = np.nonzero(drawn("👩👩👧").any(axis=0))[0]
    assert np.ptp(family) < np.ptp(apart) * 0.6


def test_a_bold_name_without_a_bold_font_is_drawn_heavier() -> None:
    assert drawn("김서연").sum() > ink_of("text", "김서연") * 1.03


def ink_of(face: str, text: str) -> int:
    paper = Paper("Line", load_phrases())
    paper.open_page(240, 60)
    style = Style(face, 14, 9, 18, styles.INK)
    Area(paper, Cell(20, 0, 200, 60)).line(text, style, Slot(0, 35, 200))
    paper.close_page()
    return int(ink(paper.finish(), dpi=DPI).sum())


def test_a_fancy_letter_is_drawn_as_the_plain_one_it_stands_for() -> None:
    drawn_as = line("text", MORE_NAMES["Fancy"])
    assert drawn_as.missing == ""
    assert "".join(text for _, text in drawn_as.runs[0].parts) == "Renata"


def test_slips_of_every_script_print_without_remarks() -> None:
    buyers = [Party(name, (name, f"{name} 12")) for name in EVERY_NAME.values()]
    printed = make_slips(
        [slip(buyer=buyer) for buyer in buyers], load_stock("letter"), io.BytesIO()
    )
    assert printed.pages == len(EVERY_NAME)
    assert printed.warnings == ()


def stretches(seen: NDArray[np.bool_]) -> int:
    """How many separate stretches of ink a line has, from left to right."""
    columns = seen.any(axis=0).astype(np.int8)
    return int((np.diff(columns) == 1).sum())
