"""Background work comes back on the interface thread, or not at all."""

from __future__ import annotations

import logging
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from closet_app.domain.progress import Progress
from closet_app.errors import ClosetError, UserError
from closet_app.ui.jobs import WRITE, Jobs, Step, UnexpectedError

PATIENCE = 5.0


def test_work_runs_elsewhere_and_its_result_arrives_here(qtbot: QtBot, jobs: Jobs) -> None:
    threads: list[bool] = []
    results: list[int] = []

    def work(progress: Progress) -> int:
        threads.append(current_thread() is main_thread())
        progress.step(1, 1, "")
        return 7

    def hear(value: object) -> None:
        threads.append(current_thread() is main_thread())
        if isinstance(value, int):
            results.append(value)

    jobs.run(work, owner=None, done=hear, progressed=hear)
    qtbot.waitUntil(lambda: results == [7])
    assert threads == [False, True, True]


def test_a_dead_owner_gets_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    gate, heard = Event(), list[object]()
    owner = QObject()
    jobs.run(lambda _progress: gate.wait(PATIENCE), owner=owner, done=heard.append)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    gate.set()
    qtbot.waitUntil(jobs.is_idle)
    assert heard == []


def test_a_cancelled_ticket_stops_at_the_next_step_and_says_nothing(
    qtbot: QtBot, jobs: Jobs
) -> None:
    started, gate = Event(), Event()
    heard: list[object] = []
    steps: list[int] = []

    def work(progress: Progress) -> None:
        for number in range(3):
            progress.step(number, 3, "Copying photos")
            steps.append(number)
            started.set()
            gate.wait(PATIENCE)

    ticket = jobs.run(work, owner=None, done=heard.append, failed=heard.append)
    qtbot.waitUntil(started.is_set)
    ticket.cancel()
    gate.set()
    qtbot.waitUntil(jobs.is_idle)
    assert (steps, heard) == ([0], [])


def test_writes_run_one_after_the_other_in_the_order_asked(qtbot: QtBot, jobs: Jobs) -> None:
    order: list[int] = []
    for number in range(20):
        jobs.run(lambda _progress, n=number: order.append(n), owner=None, lane=WRITE)  # type: ignore[misc]
    qtbot.waitUntil(jobs.is_idle)
    assert order == list(range(20))


def test_a_known_error_reaches_the_one_who_asked(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[ClosetError] = []

    def work(_progress: Progress) -> None:
        raise UserError("There is no bin B-99.")

    jobs.run(work, owner=None, failed=heard.append)
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert str(heard[0]) == "There is no bin B-99."


def test_an_error_nobody_listens_for_is_told_to_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    def work(_progress: Progress) -> None:
        raise UserError("There is no bin B-99.")

    with qtbot.waitSignal(jobs.troubled) as told:
        jobs.run(work, owner=None)
    assert told.args is not None
    assert str(told.args[0]) == "There is no bin B-99."


def test_an_unknown_fault_is_logged_and_reported_once(
    qtbot: QtBot, jobs: Jobs, caplog: pytest.LogCaptureFixture
) -> None:
    reports: list[object] = []
    failures: list[ClosetError] = []
    jobs.crashed.connect(reports.append)

    def work(_progress: Progress) -> None:
        raise IndexError("no such row")

    with caplog.at_level(logging.ERROR):
        jobs.run(work, owner=None, failed=failures.append)
        jobs.run(work, owner=None, failed=failures.append)
        qtbot.waitUntil(lambda: len(failures) == 2)
    assert len(reports) == 1
    assert isinstance(failures[0], UnexpectedError)
    assert "IndexError" in caplog.text


def test_named_work_is_shown_with_its_last_step_until_it_ends(qtbot: QtBot, jobs: Jobs) -> None:
    gate = Event()
    shown: list[list[tuple[str, Step | None]]] = []
    jobs.activity.connect(lambda rows: shown.append([(row.name, step) for row, step in rows]))

    def work(progress: Progress) -> None:
        progress.step(1, 2, "1 of 2")
        gate.wait(PATIENCE)

    jobs.run(work, owner=None, name="Copying photos")
    qtbot.waitUntil(lambda: [("Copying photos", Step(1, 2, "1 of 2"))] in shown)
    gate.set()
    qtbot.waitUntil(lambda: shown[-1] == [])


def test_a_listener_that_is_a_method_does_not_keep_its_widget_alive(
    qtbot: QtBot, jobs: Jobs
) -> None:
    gate = Event()
    heard: list[object] = []

    class Listener(QObject):
        def take(self, value: object) -> None:
            heard.append(value)

    listener = Listener()
    jobs.run(lambda _progress: gate.wait(PATIENCE), owner=listener, done=listener.take)
    del listener
    gate.set()
    qtbot.waitUntil(jobs.is_idle)
    assert heard == []


def test_a_brief_write_that_waits_is_finished_when_the_window_closes(qapp: QApplication) -> None:
    runner, written = Jobs(), Event()
    gate = Event()
    runner.run(lambda _progress: gate.wait(5), owner=None, lane=WRITE)
    runner.run(lambda _progress: written.set(), owner=None, lane=WRITE)
    named = runner.run(lambda _progress: None, owner=None, lane=WRITE, name="Adding photos")
    gate.set()
    assert runner.close()
    assert written.is_set()
    assert named.is_finished
