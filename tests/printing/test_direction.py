from __future__ import annotations

import pytest

from closet_app.printing.area import Align, common_edge
from closet_app.printing.text.direction import (
    embedding_levels,
    has_right_to_left,
    in_visual_order,
)
from closet_app.printing.text.layout import line


def visual(text: str) -> str:
    _, levels = embedding_levels(text)
    pairs = list(zip(text, levels, strict=True))
    return "".join(char for char, _ in in_visual_order(pairs, lambda pair: pair[1]))


@pytest.mark.parametrize(
    ("logical", "seen"),
    [
        ("abc", "abc"),
        ("אבג", "גבא"),
        ("abc אבג def", "abc גבא def"),
        ("אבג abc", "abc גבא"),
        ("רחוב הרצל 12", "12 לצרה בוחר"),
        ("שלום 12-34", "12-34 םולש"),
    ],
)
def test_letters_stand_in_the_order_a_reader_expects(logical: str, seen: str) -> None:
    assert visual(logical) == seen


def test_only_leftward_scripts_ask_for_the_algorithm() -> None:
    assert has_right_to_left("ليلى")
    assert not has_right_to_left("김서연 สุภาพร प्रिया Zoë 🌸")


def test_invisible_joiners_take_the_level_of_the_letter_before() -> None:
    base, levels = embedding_levels("نمی\u200cشود")
    assert base == 1
    assert set(levels) == {1}


def test_a_number_in_a_leftward_line_still_reads_rightward() -> None:
    made = line("text", "شارع الحمرا 12")
    assert made.leftward
    assert "".join(text for _, text in made.runs[0].parts) == "12"


def test_a_mostly_leftward_address_keeps_one_edge() -> None:
    assert common_edge("ليلى الحسن", "شارع الحمرا 12", "Lebanon لبنان") is Align.RIGHT
    assert common_edge("ليلى الحسن", "12 Main Street", "Boston") is Align.LEFT
    assert common_edge("Renata", "") is Align.LEFT
