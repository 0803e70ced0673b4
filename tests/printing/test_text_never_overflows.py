from __future__ import annotations

import random

import numpy as np
import pytest

from closet_app.printing import styles
from closet_app.printing.area import Area, Box, Pen, Slot
from closet_app.printing.paper import Paper
from closet_app.printing.phrases import load_phrases
from closet_app.printing.stock import Cell
from closet_app.printing.text.fitting import Fitted, Style, fit_address, fit_line, fit_lines
from tests.printing.pieces import ink

ALPHABETS = (
    "abc XYZ ",
    "WMÆŒ@%",
    "ÀÉÎõüßŁ ",
    "김서연크림색 ",
    "王小明上海市「」、。",
    "さくらサクラー ",
    "حقيبة يد ليلى ",
    "נועה לוי 12 ",
    "สุภาพรใจดี ที่ปั้น ",
    "प्रिया क्षत्रिय ज्ञान ",
    "🌸👗🔥👍🏽👩‍👩‍👧🇰🇷",
    "a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308z",
    "\u202e\u2066\u200b\u200d\u200f\ufeff\x00\x07\t\n",
    "<b>&amp;%s{}\\()'\"",
    "\ud800\uf8ff\U0001f9ffᚠ𒀀",
    "i",
    "0123456789",
)
STYLES = (styles.BODY, styles.SHOP_NAME, styles.LETTER, styles.ADDRESS_NAME, styles.LABEL_TEXT)
COLUMNS, ROWS, PAGES = 5, 6, 10
PITCH = (220.0, 130.0)
BOX = (120.0, 60.0)


def hostile_text(draw: random.Random) -> str:
    parts = []
    for _ in range(draw.randint(1, 5)):
        alphabet = draw.choice(ALPHABETS)
        parts.append("".join(draw.choices(alphabet, k=draw.choice((1, 5, 12, 40, 400)))))
    return draw.choice(("", " ")).join(parts)


def fitted(draw: random.Random, text: str, style: Style) -> Fitted:
    width, height = BOX
    room = height - style.size * 1.6
    ways = (
        lambda: fit_line(text, style, width),
        lambda: fit_lines(text, style, width, max(1, int(room / style.leading) + 1)),
        lambda: fit_address(text.splitlines()[:3], style, width, room),
    )
    return draw.choice(ways)()


@pytest.mark.parametrize("seed", range(PAGES))
def test_three_hundred_hostile_texts_stay_in_their_boxes(seed: int) -> None:
    draw = random.Random(seed)
    paper = Paper("Boxes", load_phrases())
    size = (PITCH[0] * COLUMNS, PITCH[1] * ROWS)
    paper.open_page(*size)
    allowed = np.zeros((int(size[1]), int(size[0])), np.bool_)
    for number in range(COLUMNS * ROWS):
        row, column = divmod(number, COLUMNS)
        left, top = column * PITCH[0] + 50, row * PITCH[1] + 35
        style = draw.choice(STYLES)
        made = fitted(draw, hostile_text(draw), style)
        baseline = style.size * 1.12
        Area(paper, Cell(left, top, *BOX)).fitted(made, styles.INK, Slot(0, baseline, BOX[0]))
        # Handwriting may swing a tenth of its size over the edge of its advance.
        slack = int(made.size * 0.1) + 2
        foot = int(top + baseline + made.height + made.size * 0.45) + 2
        assert foot <= top + BOX[1] + 4
        allowed[int(top) - 2 : foot, int(left) - slack : int(left + BOX[0]) + slack] = True
    paper.close_page()
    assert not (ink(paper.finish(), dpi=72) & ~allowed).any()


def test_the_check_would_see_ink_outside() -> None:
    paper = Paper("Boxes", load_phrases())
    paper.open_page(200, 200)
    Area(paper, Cell(0, 0, 200, 200)).frame(Box(10, 10, 50, 50), Pen(2, styles.INK))
    paper.close_page()
    assert ink(paper.finish(), dpi=72)[8:12, 10:60].any()
