"""Notes, toasts, questions and progress: what they say, and for how long."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from closet_app.ui.theme.focus import FocusRing
from closet_app.ui.widgets.dialogs import ConfirmDialog, FormDialog
from closet_app.ui.widgets.frames import EmptyState, Note, Offer, StitchedDropArea
from closet_app.ui.widgets.progress import ProgressStrip
from closet_app.ui.widgets.toast import ToastHost

pytestmark = pytest.mark.usefixtures("keeper")

LEFT = Qt.MouseButton.LeftButton


def words_in(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def test_a_note_says_its_sentence_and_offers_one_action(qtbot: QtBot) -> None:
    note = Note("3 of 7 printed.", "warn", title="Printer is out of labels", action="Go on")
    qtbot.addWidget(note)
    with qtbot.waitSignal(note.acted):
        note.findChild(QPushButton).click()  # type: ignore[union-attr]
    note.say("All printed.", action="")
    assert words_in(note) == ["All printed."]


def test_a_note_in_a_narrow_column_shows_all_its_words(qtbot: QtBot) -> None:
    words = "Closet cannot suggest categories or find similar pieces: a model is missing. "
    note, column = Note(words * 2), QWidget()
    rows = QVBoxLayout(column)
    rows.addWidget(note)
    rows.addStretch(1)
    qtbot.addWidget(column)
    (label,) = (each for each in note.findChildren(QLabel) if each.text() == words * 2)
    for width in (700, 220):
        column.resize(width, 600)
        column.show()
        qtbot.waitUntil(lambda: label.height() == label.heightForWidth(label.width()))
    assert note.height() < 300, "and no higher than that"


def test_an_empty_page_offers_its_ways_on(qtbot: QtBot) -> None:
    chosen = list[str]()
    page = EmptyState(
        "shirt",
        "Your closet is empty.",
        "Drop photos anywhere in this window.",
        [Offer("Choose photos", lambda: chosen.append("photos"), "primary")],
    )
    qtbot.addWidget(page)
    page.findChild(QPushButton).click()  # type: ignore[union-attr]
    assert chosen == ["photos"]
    assert page.accessibleName().startswith("Your closet is empty.")


def test_a_drop_area_takes_files_of_this_computer_only(qtbot: QtBot, tmp_path: Path) -> None:
    area = StitchedDropArea("Drop photos here")
    qtbot.addWidget(area)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg")), QUrl("https://example.org/b")])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        carried,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(area.dropped) as dropped:
        area.dropEvent(drop)
    assert dropped.args == [[tmp_path / "a.jpg"]]


@pytest.fixture
def area(qtbot: QtBot) -> QWidget:
    place = QWidget()
    place.resize(600, 400)
    qtbot.addWidget(place)
    place.show()
    return place


def test_a_toast_stands_at_the_foot_and_goes_by_itself(qtbot: QtBot, area: QWidget) -> None:
    host = ToastHost(area, stay_ms=30)
    toast = host.show_toast("Title copied")
    assert toast.geometry().bottom() == 400 - 12 - 1
    assert abs(toast.geometry().center().x() - 300) <= 1
    qtbot.waitUntil(lambda: host.shown is None)


def test_a_new_toast_takes_the_place_of_the_old(qtbot: QtBot, area: QWidget) -> None:
    host = ToastHost(area)
    first = host.show_toast("One")
    second = host.show_toast("Two")
    assert host.shown is second
    assert first.isHidden()


def test_undo_on_a_toast_acts_once_and_closes_it(qtbot: QtBot, area: QWidget) -> None:
    undone = list[str]()
    host = ToastHost(area)
    toast = host.show_toast(
        "Moved 3 items to bin B-05", action="Undo", acted=lambda: undone.append("undo")
    )
    toast.findChild(QPushButton).click()  # type: ignore[union-attr]
    assert undone == ["undo"]
    assert host.shown is None


def test_the_mouse_over_a_toast_holds_it(qtbot: QtBot, area: QWidget) -> None:
    host = ToastHost(area, stay_ms=40)
    toast = host.show_toast("Title copied")
    here = QPointF(3, 3)
    QApplication.sendEvent(toast, QEnterEvent(here, here, here))
    later = ToastHost(area, stay_ms=80)
    later.show_toast("Measures the time")
    qtbot.waitUntil(lambda: later.shown is None)
    assert host.shown is toast
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: host.shown is None)


def test_a_toast_keeps_its_place_when_the_window_grows(area: QWidget) -> None:
    host = ToastHost(area)
    toast = host.show_toast("Title copied")
    area.resize(900, 500)
    assert toast.geometry().bottom() == 500 - 12 - 1


def test_the_safe_answer_of_a_question_has_the_focus(qtbot: QtBot) -> None:
    dialog = ConfirmDialog(
        "Delete 3 items?", "They go to Trash.", act="Delete 3 items", keep="Keep them"
    )
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.keep_button.hasFocus)
    ring = dialog.findChild(FocusRing)
    assert ring is not None
    assert ring.widget() is dialog.keep_button
    assert dialog.act_button.kind == "destroy"
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_form_says_what_is_wrong_before_it_is_accepted(qtbot: QtBot) -> None:
    class PriceForm(FormDialog):
        problem = "Type a price first."

        def check(self) -> str:
            return self.problem

    form = PriceForm("Reprice", act="Set the price")
    qtbot.addWidget(form)
    form.show()
    with qtbot.assertNotEmitted(form.accepted):
        form.act_button.click()
    assert "Type a price first." in words_in(form)
    form.problem = ""
    with qtbot.waitSignal(form.accepted):
        form.act_button.click()


def test_progress_says_how_far_it_is_and_can_be_stopped(qtbot: QtBot) -> None:
    strip = ProgressStrip(can_stop=True)
    qtbot.addWidget(strip)
    strip.show_step("Copying photos, 61 of 124", 61, 124, "about 20 s")
    assert (strip.bar.value(), strip.bar.maximum()) == (61, 124)
    with qtbot.waitSignal(strip.stopped):
        strip.findChild(QPushButton).click()  # type: ignore[union-attr]
