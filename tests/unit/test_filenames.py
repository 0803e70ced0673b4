from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.filenames import LONGEST, fold_name, safe_name, unique_name

FORBIDDEN = set('<>:"/\\|?*')
RESERVED = {"con", "prn", "aux", "nul", "com1", "com¹", "lpt9", "conin$"}


@given(st.text(max_size=300))
def test_any_text_becomes_a_name_every_system_takes(text: str) -> None:
    name = safe_name(text)
    assert name
    assert not FORBIDDEN & set(name)
    assert all(sign.isprintable() or sign in "\u200c\u200d" for sign in name)
    assert name[0] not in ". -~"
    assert name[-1] not in ". "
    assert len(name.encode()) <= LONGEST
    assert name.split(".")[0].casefold().rstrip() not in RESERVED
    assert unicodedata.is_normalized("NFC", name)


@given(st.text(max_size=200))
def test_a_safe_name_is_safe_already(text: str) -> None:
    name = safe_name(text)
    assert safe_name(name) == name


@given(st.lists(st.sampled_from(["Dress", "dress", "DRESS", "dress (2)", "Straße", "STRASSE"])))
def test_unique_names_are_unique_on_a_disk_that_folds_case(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        given_name = unique_name(name, taken, suffix=".jpg")
        assert fold_name(given_name) not in taken
        taken.add(fold_name(given_name))
    assert len(taken) == len(names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\win.ini", "C-Windows-win.ini"),
        ("Levi's 501 / 32x32", "Levi's 501 - 32x32"),
        ("CON", "CON_"),
        ("nul.txt", "nul_.txt"),
        ("Com1 .jpg", "Com1 _.jpg"),
        ("console", "console"),
        ("dress...  ", "dress"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("two\nlines\tof  text", "two lines of text"),
        ("gpj\u202egnp.exe", "gpjgnp.exe"),
        ("원피스 42", "원피스 42"),
        ("cre\u0300me", "crème"),
        ("", "untitled"),
        ("???", "untitled"),
        ("\ud800", "untitled"),
        ("\u200d", "untitled"),
    ],
)
def test_names_worth_a_look(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_a_name_is_cut_between_whole_signs() -> None:
    assert safe_name("원" * 100) == "원" * (LONGEST // 3 - 1)
    family = "👩\u200d👩\u200d👧"
    assert safe_name(family * 20).rstrip("\u200d") == safe_name(family * 20)
    assert safe_name("x\u0331\u0303" * 60, longest=7) == "x\u0331\u0303"


def test_the_fallback_stands_for_what_leaves_nothing() -> None:
    assert safe_name("///", fallback="photo") == "photo"
