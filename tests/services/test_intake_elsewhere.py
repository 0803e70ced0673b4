"""Photos that wait in Intake belong to no piece yet: everything else lives with that."""

from __future__ import annotations

from pathlib import Path

import pytest

from closet_app.errors import CancelledError
from closet_app.paths import resources
from closet_app.photo.looks import Reading
from closet_app.services import backups, exports, gallery, history, intake, looks
from closet_app.services.checking import check
from closet_app.services.closet import Closet
from closet_app.services.opening import FOUND, open_closet, set_strays_aside
from tests.closets import add
from tests.photo.pictures import files_in
from tests.services.intakes import blind, laid, now
from tests.sessions import PIECES, shoot
from tests.stopping import StopsAfter


@pytest.fixture
def closet(closet: Closet, tmp_path: Path) -> Closet:
    """A shop with one piece and an intake of five photos under way."""
    seeing = blind(closet, tmp_path)
    add(seeing)
    intake.begin(seeing, shoot(tmp_path / "DCIM", PIECES[:2]))
    return seeing


def test_photos_that_wait_are_no_strays_and_no_problem(closet: Closet) -> None:
    assert set_strays_aside(closet) == ()
    assert check(closet).is_sound


def test_photos_of_a_discarded_intake_stay_while_undo_can_bring_them_back(closet: Closet) -> None:
    kept = files_in(closet.photos.folder)
    intake.discard(closet, now(closet).id)
    assert set_strays_aside(closet) == ()
    assert files_in(closet.photos.folder) == kept
    history.undo(closet)
    assert now(closet).photo_count == 5
    assert check(closet).is_sound
    assert not (closet.folder / FOUND).exists()


def test_pieces_are_counted_found_and_written_without_them(closet: Closet, tmp_path: Path) -> None:
    assert len(gallery.find(closet, "")) == 1
    assert gallery.find(closet, "has:photo") == []
    assert gallery.facets(closet).totals.count == 1
    exports.export_items(closet, tmp_path / "items.csv", "")
    assert (tmp_path / "items.csv").read_text("utf-8-sig").count("JL-") == 1


def test_a_backup_brings_the_intake_along(closet: Closet, tmp_path: Path) -> None:
    before = laid(now(closet))
    made = backups.backup(closet, tmp_path / "closet.zip")
    assert made.photos == 5
    backups.restore(tmp_path / "closet.zip", tmp_path / "restored")
    restored = open_closet(tmp_path / "restored", resources(), closet.clock)
    assert laid(now(restored)) == before
    assert check(restored).is_sound
    restored.close()


def test_reading_behind_keeps_each_photo_and_goes_on_after_a_stop(closet: Closet) -> None:
    told: list[int] = []
    intake_id = now(closet).id
    assert now(closet).unread == 5
    with pytest.raises(CancelledError):
        intake.read_behind(closet, intake_id, StopsAfter(2), lambda: told.append(1))
    assert now(closet).unread == 3
    intake.leave_out(closet, [now(closet).groups[0].photos[0].ref.id])
    assert intake.read_behind(closet, intake_id, changed=lambda: told.append(1)) == ()
    assert now(closet).unread == 0
    assert len(told) == 5
    assert intake.read_behind(closet, intake_id) == ()


def test_a_suggestion_is_used_or_waved_away(closet: Closet) -> None:
    (first, *_) = now(closet).groups
    suggestion = first.suggestions["colors"]
    intake.dismiss(closet, first.id, suggestion.key)
    assert "colors" not in now(closet).groups[0].suggestions
    history.undo(closet)
    intake.use(closet, first.id, "colors")
    assert now(closet).groups[0].facts["colors"] == suggestion.value
    assert "colors" not in now(closet).groups[0].suggestions


def test_what_was_read_is_seen_at_once(closet: Closet) -> None:
    cover = now(closet).groups[0].photos[0].ref.sha256
    looks.keep_reading(closet, cover, Reading(missing=("No tags can be read here.",)))
    assert now(closet).missing == ("No tags can be read here.",)
