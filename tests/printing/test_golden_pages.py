"""Names of every script look as they did when somebody looked."""

from __future__ import annotations

import numpy as np
import pytest

from tests.printing.golden_pages import PAGES, distance, drawn, kept

ALIKE = (1.2, 40.0)
"""Shades that renderers and rounding to sixteen greys may differ by."""


@pytest.mark.parametrize("name", PAGES)
def test_the_page_looks_as_it_was_found_right(name: str) -> None:
    mean, most = distance(drawn(name), kept(name))
    assert mean <= ALIKE[0]
    assert most <= ALIKE[1]


@pytest.mark.parametrize("name", PAGES)
def test_a_letter_lost_or_moved_would_be_seen(name: str) -> None:
    right = kept(name)
    rows, columns = np.nonzero(right < 60)
    middle = len(rows) // 2
    row, column = int(rows[middle]), int(columns[middle])
    lost = right.copy()
    lost[max(0, row - 5) : row + 5, max(0, column - 5) : column + 5] = 255
    assert distance(lost, right)[1] > ALIKE[1]
    assert distance(np.roll(right, 4, axis=1), right)[1] > ALIKE[1]
