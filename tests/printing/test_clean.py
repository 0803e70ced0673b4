from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.printing.text.clean import clean, paragraphs
from closet_app.printing.text.clusters import clusters

FAMILY = "👩‍👩‍👧"


@given(st.text())
def test_cleaned_text_is_normal_visible_and_stays_clean(text: str) -> None:
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in cleaned)
    assert "  " not in cleaned
    assert cleaned == cleaned.strip(" ")
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("cafe\u0301", "café"),
        ("a\tb\nc", "a b c"),
        ("\u202eevil\u202c", "evil"),
        ("\u2066isolate\u2069\ufeff", "isolate"),
        ("nul\x00bell\x07", "nulbell"),
        ("e\u2060\u0301", "é"),
        ("broken\ud800half", "broken\ufffdhalf"),
        ("own\uf8ffsign", "own\ufffdsign"),
        ("  wide   gaps ", "wide gaps"),
        (FAMILY, FAMILY),
        ("نمی\u200cشود", "نمی\u200cشود"),
        ("\u0301orphan", "orphan"),
        (" a \u0301 b\u200d ", "a b\u200d"),
        (" a", "a"),
        ("toq" + "\u0301" * 50, "toq" + "\u0301" * 4),
    ],
)
def test_what_cannot_be_seen_is_not_printed(typed: str, printed: str) -> None:
    assert clean(typed) == printed


def test_a_letter_keeps_its_paragraphs() -> None:
    assert paragraphs("\nDear Mia,\r\n\r\nthank  you\n") == ("Dear Mia,", "", "thank you")


@given(st.text())
def test_clusters_put_together_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("né", ["n", "é"]),
        ("e\u0301a", ["e\u0301", "a"]),
        (FAMILY + "!", [FAMILY, "!"]),
        ("👍🏽👍", ["👍🏽", "👍"]),
        ("🇰🇷🇫🇷", ["🇰🇷", "🇫🇷"]),
        ("क्षत्रि", ["क्ष", "त्रि"]),
        ("กำ", ["กำ"]),
        ("\u1100\u1161\u11a8a", ["\u1100\u1161\u11a8", "a"]),
        ("1️⃣", ["1️⃣"]),
    ],
)
def test_a_reader_counts_the_same_characters(text: str, expected: list[str]) -> None:
    assert clusters(text) == expected
