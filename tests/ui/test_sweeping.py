"""Waste that holds Qt objects ends on the interface thread, whoever makes more of it."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from closet_app.ui.shell.sweeping import Sweeper


@pytest.fixture
def sweeper(qapp: QApplication) -> Iterator[Sweeper]:
    made = Sweeper(qapp)
    yield made
    made.close()
    gc.disable()  # the session's own sweeper goes on


class Ringed(QTimer):
    """Belongs to nobody but itself."""

    def __init__(self, ended: list[int]) -> None:
        super().__init__(interval=10_000)
        self.ring = self
        weakref.finalize(self, lambda: ended.append(threading.get_ident()))
        self.start()


def test_a_timer_in_a_ring_ends_where_it_lives(sweeper: Sweeper) -> None:
    ended: list[int] = []
    Ringed(ended)
    worker = threading.Thread(target=_make_waste)
    worker.start()
    worker.join()
    assert not ended
    sweeper.sweep()
    assert ended == [threading.get_ident()]


def test_what_was_there_before_is_not_looked_through_again(sweeper: Sweeper, qtbot: QtBot) -> None:
    before = gc.get_freeze_count()
    kept = [[] for _ in range(1000)]  # type: ignore[var-annotated]  # anything that is tracked
    sweeper.begin()
    qtbot.waitUntil(lambda: gc.get_freeze_count() >= before + len(kept))


def _make_waste() -> None:
    for _ in range(20_000):
        ring: list[object] = []
        ring.append(ring)
