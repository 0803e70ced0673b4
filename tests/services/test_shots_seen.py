"""What a photo seems to show, for pieces as for an intake."""

from __future__ import annotations

import pytest

from closet_app.domain.boxes import WHOLE
from closet_app.photo.looks import Measures, Quality, Reading, Shot, TextLine
from closet_app.services.shots_seen import LINES_OF_A_TAG, shot_of

MEASURES = Measures(Quality(0.5, 0.5, 0.5, 0, 0, 1_500), (), (), "0" * 16, WHOLE, Shot.DETAIL)


@pytest.mark.parametrize(
    ("lines", "shot"),
    [(0, Shot.DETAIL), (LINES_OF_A_TAG - 1, Shot.DETAIL), (LINES_OF_A_TAG, Shot.TAG)],
)
def test_some_lines_make_a_tag_of_a_close_up(lines: int, shot: Shot) -> None:
    reading = Reading(lines=tuple(TextLine("COTTON", 0.9, WHOLE) for _ in range(lines)))
    assert shot_of(MEASURES, reading) == shot


def test_a_photo_from_which_facts_were_read_is_that_of_the_tag() -> None:
    assert shot_of(MEASURES, None) == Shot.DETAIL
    assert shot_of(MEASURES, None, tells_facts=True) == Shot.TAG
