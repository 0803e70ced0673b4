"""Photos are looked at behind the seller's back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from closet_app.services import items, looks
from closet_app.services.changed import Changed
from closet_app.ui.jobs import READ
from closet_app.ui.shell import looking
from closet_app.ui.shell.looking import Looking
from tests.closets import add
from tests.ui.closet_stage import Stage, add_pictured, stage


@pytest.fixture
def shown(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setattr(looking, "FIRST_MS", 1)
    monkeypatch.setattr(looking, "PAUSE_MS", 1)
    with stage(tmp_path / "closet", qtbot) as made:
        yield made


def _unseen(shown: Stage) -> int:
    return len(looks.unmeasured_of_pieces(shown.closet))


def test_photos_are_looked_at_a_few_at_a_time_until_all_are_seen(shown: Stage) -> None:
    add_pictured(shown.closet, "Hats", "hat-01", "hat-02", "hat-03", "hat-04", "hat-05")
    Looking(shown.desk)

    shown.qtbot.waitUntil(lambda: not _unseen(shown))


def test_a_photo_that_is_added_later_is_seen_as_well(shown: Stage) -> None:
    Looking(shown.desk)
    shown.qtbot.waitUntil(shown.jobs.is_idle)

    add_pictured(shown.closet, "Hat", "hat-01")
    shown.desk.command(lambda: _renamed(shown))

    shown.qtbot.waitUntil(lambda: not _unseen(shown))


def test_an_original_that_is_gone_keeps_no_other_from_being_seen(shown: Stage) -> None:
    for title, name in (("Older", "hat-01"), ("Gone", "hat-02")):
        add_pictured(shown.closet, title, name)
    gone = looks.unmeasured_of_pieces(shown.closet)[0]
    shown.closet.photos.path_of(gone).unlink()
    for thumb in shown.closet.thumbnails.folder.rglob(f"{gone}-*"):
        thumb.unlink()
    Looking(shown.desk)

    shown.qtbot.waitUntil(lambda: looks.unmeasured_of_pieces(shown.closet) == (gone,))


def test_nothing_is_looked_at_while_the_seller_waits_for_something(shown: Stage) -> None:
    add_pictured(shown.closet, "Hat", "hat-01")
    going_on = Event()
    shown.jobs.run(lambda _progress: going_on.wait(10), owner=None, lane=READ)
    watch = Looking(shown.desk)
    started: list[object] = []
    shown.jobs.activity.connect(started.append)

    watch.look()

    assert started == []
    going_on.set()
    shown.qtbot.waitUntil(lambda: not _unseen(shown))


def _renamed(shown: Stage) -> Changed:
    return items.edit(shown.closet, [add(shown.closet, "Second")], {"title": "Second hat"})
