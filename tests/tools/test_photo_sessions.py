from __future__ import annotations

import json
from pathlib import Path

from closet_app.photo.decode import probe
from closet_app.photo.grouping import Frame, arrange
from tools.measure_grouping import outcome
from tools.photo_sessions.__main__ import write_session
from tools.photo_sessions.garments import chosen
from tools.photo_sessions.scenario import Knobs


def test_garments_for_measuring_are_never_trained_on() -> None:
    trained = {garment.name for garment in chosen(held_out=False)}
    measured = {garment.name for garment in chosen(held_out=True)}
    assert (len(trained), len(measured), trained & measured) == (60, 60, set())


def test_a_session_is_written_with_its_truth(tmp_path: Path) -> None:
    write_session(
        Knobs(photos=5, photos_each=3, steady=True, phones="after"), 3, tmp_path, long_side=320
    )
    photos = json.loads((tmp_path / "truth.json").read_text(encoding="utf-8"))["photos"]
    assert len(photos) == 5
    facts = [probe((tmp_path / photo["file"]).read_bytes()) for photo in photos]
    assert {fact.camera for fact in facts} == {"Apple iPhone 13", "Google Pixel 7"}
    assert [fact.taken_at and fact.taken_at.isoformat() for fact in facts] == [
        photo["taken"] for photo in photos
    ]


def test_what_grouping_gets_wrong_is_counted() -> None:
    frames = [Frame(f"IMG_{place:04d}.JPG") for place in range(4)]
    assert arrange(frames) == [0, 1, 2, 3]
    score = outcome(frames, [1, 1, 2, 2]).score
    assert (score.pieces, score.true, score.inside, score.edges) == (2, 2, 2, 1)
    assert score.f1 <= 1
