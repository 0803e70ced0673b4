from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.printing import styles
from closet_app.printing.text import fonts
from closet_app.printing.text.breaking import words
from closet_app.printing.text.clean import clean
from closet_app.printing.text.fitting import (
    TextTooLongError,
    fit_address,
    fit_line,
    fit_lines,
    fit_note,
)
from closet_app.printing.text.layout import Line, elided, line, wrapped
from closet_app.printing.text.runs import runs
from tests.printing.pieces import NAMES

LETTERS = st.text(
    st.one_of(
        st.characters(min_codepoint=0x20, max_codepoint=0x24F),
        st.sampled_from("김서연王小明さくらليلىנועהสุภาพรप्रिया🌸👗 "),
    ),
    max_size=80,
)


def said(lines: tuple[Line, ...]) -> list[str]:
    """The lines' own text; only for scripts whose glyphs keep their characters."""
    return ["".join(text for run in made.runs for _, text in run.parts) for made in lines]


@given(LETTERS, st.floats(3, 30))
def test_no_line_is_wider_than_asked(text: str, width: float) -> None:
    assert all(made.width <= width * 1.0001 for made in wrapped("text", text, width))
    assert elided("text", text, width).width <= width * 1.0001


@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), max_size=60))
def test_wrapping_loses_no_letter(text: str) -> None:
    assert "".join(said(wrapped("text", text, 6))).replace(" ", "") == text


def test_lines_end_between_words() -> None:
    lines = wrapped("text", "Two-strap leather slide, size EU 39", 9)
    assert said(lines) == ["Two-strap leather", "slide, size EU 39"]


def test_a_word_longer_than_the_line_is_cut_between_letters() -> None:
    lines = wrapped("text", "Donaudampfschifffahrtsgesellschaft", 6)
    assert len(lines) > 2
    assert "".join(said(lines)) == "Donaudampfschifffahrtsgesellschaft"


def test_chinese_and_japanese_break_between_characters_but_not_before_a_stop() -> None:
    pieces = [
        "上海市静安区、南京。"[word.start : word.end] for word in words("上海市静安区、南京。")
    ]
    assert "区、" in pieces
    assert "京。" in pieces
    assert len(pieces) == 8


def test_thai_breaks_before_a_leading_vowel() -> None:
    text = "ประเทศไทย"
    assert [text[word.start : word.end] for word in words(text)] == ["ประ", "เทศ", "ไทย"]


def test_korean_breaks_at_spaces() -> None:
    assert len(words("서울특별시 마포구 양화로")) == 3


def test_a_cut_line_ends_with_an_ellipsis_at_a_whole_character() -> None:
    text = "👩‍👩‍👧" * 30
    made = elided("text", text, 6)
    assert made.width <= 6
    assert said((made,))[0].endswith("…")


def test_the_last_allowed_line_is_elided() -> None:
    lines = wrapped("text", "one two three four five six seven eight nine ten", 6, 2)
    assert len(lines) == 2
    assert said(lines)[1].endswith("…")


@pytest.mark.parametrize("script", NAMES)
def test_every_name_has_a_font_and_no_empty_glyph(script: str) -> None:
    made = line("strong", NAMES[script])
    assert made.missing == ""
    assert made.width > 1


@pytest.mark.parametrize("face", fonts.FACES)
def test_every_face_writes_every_script(face: str) -> None:
    for name in NAMES.values():
        assert line(face, name).missing == ""


def test_a_script_without_font_is_shown_as_a_sign_and_named() -> None:
    made = line("text", "Ada ᚠ𒀀")
    assert made.missing == "ᚠ𒀀"
    assert any(sign in said((made,))[0] for sign in fonts.REPLACEMENTS)


def test_a_cluster_is_never_split_between_fonts() -> None:
    assert fonts.file_for("text", "👩‍👩‍👧", "") == "NotoEmoji-Regular.ttf"
    assert len(line("text", "👩‍👩‍👧").runs) == 1


def test_chinese_characters_follow_the_language_around_them() -> None:
    assert fonts.file_for("text", "明", fonts.east_asian_leaning("王小明")).endswith(
        "SC-Regular.ttf"
    )
    japanese = fonts.east_asian_leaning("佐藤 さくら")
    assert fonts.file_for("text", "藤", japanese).endswith("JP-Regular.ttf")


def test_arabic_letters_are_joined() -> None:
    (joined,) = runs("text", "بيت", bytes([1, 1, 1]), "")
    apart = sum(run.width for char in "بيت" for run in runs("text", char, bytes([1]), ""))
    assert joined.width < apart


def test_a_plain_word_measures_nearly_as_shaped() -> None:
    plain = line("text", "Satin leopard-print shirt").width
    shaped = fonts.font("Inter-Regular.ttf").shape("Satin leopard-print shirt", leftward=False)
    assert plain == pytest.approx(shaped.advance / 1000, rel=0.01)


def test_a_long_line_shrinks_to_the_floor_before_it_is_cut() -> None:
    style = styles.SHOP_NAME
    short = fit_line("Juniper Lane", style, 300)
    middle = fit_line("Juniper Lane of Millbrook", style, 220)
    long = fit_line("Juniper Lane " * 20, style, 220)
    assert short.size == style.size
    assert style.floor < middle.size < style.size
    assert long.size == style.floor
    assert long.lines[0].width * long.size <= 220.01


def test_an_address_is_wrapped_rather_than_cut() -> None:
    street = "Straße des unwahrscheinlich langen Namens 123456, Hinterhaus, Aufgang C"
    made = fit_address((street, "Berlin"), styles.ADDRESS_LINE, 246, 160)
    assert made.whole
    assert "".join(said(made.lines)).replace(" ", "") == (street + "Berlin").replace(" ", "")


def test_an_address_that_cannot_be_whole_says_so() -> None:
    assert not fit_address(("x" * 3_000,), styles.ADDRESS_LINE, 246, 160).whole
    assert not fit_address(("line",) * 40, styles.ADDRESS_LINE, 246, 160).whole


def test_a_note_that_is_too_long_asks_to_be_shortened_by_about_its_surplus() -> None:
    fitting = "thank you " * 20
    room = fit_note(fitting, styles.LETTER, 230, 184)
    assert styles.LETTER.floor <= room.size < styles.LETTER.size
    with pytest.raises(TextTooLongError) as refused:
        fit_note(fitting * 3, styles.LETTER, 230, 184)
    assert 300 <= refused.value.facts["surplus"] <= 450


def test_an_endless_note_is_refused_without_being_measured() -> None:
    with pytest.raises(TextTooLongError):
        fit_note("x y" * 300_000, styles.LETTER, 230, 184)


def test_an_endless_title_is_cut() -> None:
    made = fit_lines("long " * 20_000, styles.LABEL_TEXT, 77, 2)
    assert len(made.lines) == 2


def test_nothing_but_unseen_signs_is_an_empty_line() -> None:
    assert clean("\u202e\u200d\x00") == ""
    assert wrapped("text", "\u202e\u200d\x00", 5) == ()
