from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closet_app.domain.names import first_name, is_visible


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Renata Okafor", "Renata"),
        ("RENATA OKAFOR", "Renata"),
        ("JEAN-LUC PICARD", "Jean-Luc"),
        ("MJ WATSON", "MJ"),
        ("Dr. Renata Okafor", "Renata"),
        ("Miss", "Miss"),
        ("🌸 Mia 🌸", "Mia"),
        ("🌸", "🌸"),
        ("42", "42"),
        ("김서연", "김서연"),
        ("佐藤 さくら", "佐藤"),
        ("{first name} {0.__class__}", "{first"),
        ("\u200b\u200d Ada", "Ada"),
        ("\u200b\u200d", ""),
        ("", ""),
    ],
)
def test_a_buyer_is_addressed_by_the_first_word_that_is_a_name(name: str, first: str) -> None:
    assert first_name(name) == first


@given(st.text(max_size=40))
def test_who_is_addressed_can_be_seen(name: str) -> None:
    assert is_visible(first_name(name)) == is_visible(name)
