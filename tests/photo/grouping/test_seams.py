from __future__ import annotations

from datetime import UTC, datetime, timedelta

from closet_app.photo.grouping import Frame, arrange, doubt, groups, seams

START = datetime(2025, 11, 22, 10, 0, tzinfo=UTC)


def timed(*seconds: float) -> list[Frame]:
    return [
        Frame(f"IMG_{2000 + place}.JPG", START + timedelta(seconds=second))
        for place, second in enumerate(seconds)
    ]


def test_no_photos_have_no_seams() -> None:
    assert arrange([]) == []
    assert seams([]) == ()
    assert groups([], []) == ()


def test_one_photo_is_one_piece() -> None:
    assert seams(timed(0)) == (1.0,)


def test_long_pauses_part_pieces() -> None:
    frames = timed(0, 6, 12, 60, 67, 72, 120, 125, 131, 180, 186, 193)
    found = groups(range(12), seams(frames))
    assert found == ((0, 1, 2), (3, 4, 5), (6, 7, 8), (9, 10, 11))


def test_what_the_seller_decided_stays() -> None:
    frames = timed(0, 6, 12, 60, 67, 72, 120, 125, 131, 180, 186, 193)
    found = groups(range(12), seams(frames, {3: False, 8: True}))
    assert found == ((0, 1, 2, 3, 4, 5), (6, 7), (8,), (9, 10, 11))


def test_even_odds_are_the_most_doubtful() -> None:
    assert (doubt(0.5), doubt(0.0), doubt(1.0)) == (1.0, 0.0, 0.0)
