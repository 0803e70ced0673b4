"""How photos come to Intake: dropped, chosen, pasted, photographed, watched, many, and stopped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from closet_app.errors import CancelledError, MachineError
from closet_app.paths import resources
from closet_app.photo.sources import path_of_source
from closet_app.services import intake
from closet_app.services.opening import open_closet
from closet_app.ui.camera import CameraDialog
from closet_app.ui.editor.bringing import Brought
from closet_app.ui.shell.folder_watch import FolderWatch
from closet_app.ui.shell.watch_dialog import WatchDialog, watch
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text import PlainLabel
from tests.ui.intake_stage import HELD, KEY, Answers, Stage, jpeg, lay, stage

pytestmark = pytest.mark.usefixtures("keeper")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    """A closet without models: photos come in all the same, and nothing is read on them."""
    with stage(tmp_path / "closet", blind=True) as made:
        made.qtbot = qtbot
        yield made


def shots(folder: Path, names: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    files = []
    for name in names.split():
        file = folder / f"{name}.jpg"
        file.write_bytes(jpeg(name))
        files.append(file)
    return files


def names(desk: Stage) -> set[str]:
    return {photo.original_name for group in desk.view().groups for photo in group.photos}


def words(desk: Stage) -> str:
    labels = desk.window.findChildren(PlainLabel)
    return " | ".join(label.text() for label in labels if label.isVisible())


def test_an_empty_intake_says_where_photos_come_from(desk: Stage) -> None:
    desk.open()

    assert "Drop a phone’s photos here." in words(desk)
    assert desk.page.bar.add.isHidden()


def test_a_dropped_folder_becomes_rows(desk: Stage, tmp_path: Path) -> None:
    page = desk.open()
    folder = tmp_path / "phone"
    shots(folder, "a b c")
    (folder / "notes.txt").write_text("no photo")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, data, left, none)
    page.dragEnterEvent(over)
    assert over.isAccepted()

    page.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, none))
    desk.settle()

    assert names(desk) == {"a.jpg", "b.jpg", "c.jpg"}
    assert page.rows.board.isVisible()
    assert page.rows.board.hasFocus()
    assert "notes.txt" in (desk.window.toasts.shown.words if desk.window.toasts.shown else "")


def test_chosen_photos_come_to_the_intake_that_is_there(desk: Stage, tmp_path: Path) -> None:
    lay(desk.closet, [("a", "b")])
    desk.open()
    desk.answers.photos = shots(tmp_path / "more", "c d")
    desk.page.incoming.choose_photos()
    desk.settle()

    assert names(desk) == {"a.jpg", "b.jpg", "c.jpg", "d.jpg"}
    assert "4 photos became" in words(desk)


def test_files_the_page_is_opened_for_are_taken_in(desk: Stage, tmp_path: Path) -> None:
    desk.open(tuple(shots(tmp_path / "more", "x y")))

    assert names(desk) == {"x.jpg", "y.jpg"}


def test_a_pasted_picture_comes_in(desk: Stage) -> None:
    lay(desk.closet, [("a",)])
    desk.open()
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(picture)
    desk.key(KEY.Key_V, HELD.ControlModifier)
    assert names(desk) == {"a.jpg", "Pasted picture.png"}

    QGuiApplication.clipboard().clear()
    desk.key(KEY.Key_V, HELD.ControlModifier)
    assert desk.window.toasts.shown is not None
    assert desk.window.toasts.shown.words == "There is no photo to paste."


class OneCamera:
    """Sees a plain gray picture for ever."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """There is nothing to let go of."""

    def look(self) -> Image.Image:
        return Image.new("RGB", (64, 48), (90, 90, 90))


def test_a_photo_taken_with_the_camera_comes_in(desk: Stage) -> None:
    def opens(_which: int) -> OneCamera:
        return OneCamera()

    desk.answers.open_camera = opens  # type: ignore[assignment, method-assign]  # a film in its place
    page = desk.open()
    page.incoming.photograph()
    (dialog,) = desk.window.findChildren(CameraDialog)
    desk.qtbot.waitUntil(dialog.shutter.isEnabled)
    desk.qtbot.keyClick(dialog.shutter, KEY.Key_Space)
    desk.qtbot.waitUntil(lambda: intake.unfinished(desk.closet) is not None)
    dialog.accept()
    desk.settle()

    (name,) = names(desk)
    assert name.startswith("Camera 2026-11-22")


def test_without_a_camera_the_dialog_says_so(desk: Stage) -> None:
    def refuses(_which: int) -> OneCamera:
        raise MachineError("There is no camera.")

    desk.answers.open_camera = refuses  # type: ignore[assignment, method-assign]  # none there
    desk.open().incoming.photograph()
    (dialog,) = desk.window.findChildren(CameraDialog)
    desk.qtbot.waitUntil(lambda: "no camera" in dialog.words.text())
    dialog.reject()
    desk.settle()


def test_photos_that_come_while_others_do_wait_for_their_turn(desk: Stage, tmp_path: Path) -> None:
    page = desk.open()
    page.incoming.take(shots(tmp_path / "one", "a b"))
    page.incoming.take(shots(tmp_path / "two", "c d"))
    assert "Photos are coming in." in words(desk)
    desk.settle()
    assert names(desk) == {"a.jpg", "b.jpg", "c.jpg", "d.jpg"}

    page.incoming.take(shots(tmp_path / "three", "e"))
    assert "Photos are still coming in." in words(desk)
    assert not page.side.create_button.isEnabled()
    desk.settle()
    assert page.side.create_button.isEnabled()
    assert len(desk.view().groups) >= 1


def test_files_that_are_no_photos_stay_named_until_they_were_seen(
    desk: Stage, tmp_path: Path
) -> None:
    photos = shots(tmp_path / "some", "a b")
    broken = [tmp_path / f"note {number}.jpg" for number in range(5)]
    for file in broken:
        file.write_text("no photo")
    page = desk.open()
    page.incoming.take([*photos, *broken])
    desk.settle()

    card = page.side.refused
    assert card.isVisible()
    assert [line.split(" is ")[0] for line in card.sentences()] == [
        "note 0.jpg",
        "note 1.jpg",
        "note 2.jpg",
    ]
    card.more.click()
    assert len(card.sentences()) == len(broken)
    assert not card.more.isVisible()

    page.incoming.take(shots(tmp_path / "more", "c"))
    desk.settle()
    assert len(card.problems) == len(broken), "other photos take nothing away"
    card.clear()
    assert not card.isVisible()


def test_a_folder_without_photos_is_told_in_a_sentence(desk: Stage, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    page = desk.open()
    page.incoming.take([tmp_path / "empty"])
    desk.settle()

    assert desk.window.toasts.shown is not None
    assert "photo" in desk.window.toasts.shown.words
    assert "Drop a phone’s photos here." in words(desk)


def test_stopping_keeps_what_has_come_in(desk: Stage, tmp_path: Path) -> None:
    page = desk.open()
    page.incoming.take(shots(tmp_path / "many", " ".join(f"p{n}" for n in range(30))))
    stop = next(each for each in desk.window.status.findChildren(Button) if each.text() == "Stop")
    stop.click()
    desk.settle()

    assert not page.incoming.is_busy
    kept = intake.unfinished(desk.closet)
    shown = page.work.view
    assert (kept is None) == (shown is None)
    assert intake.still_to_come(desk.closet) == []


def test_a_watched_folder_fills_the_page(desk: Stage, tmp_path: Path) -> None:
    folder = tmp_path / "sync"
    shots(folder, "old")
    keeper = FolderWatch(desk.desk)
    page = desk.open()
    watch(desk.desk, folder, everything=False)
    desk.qtbot.waitUntil(lambda: desk.choices.settings.watched_folder == folder)
    shots(folder, "new")
    desk.qtbot.waitUntil(lambda: page.work.view is not None)
    keeper.stop()
    desk.settle()

    assert names(desk) == {"new.jpg"}


def test_the_watch_dialog_asks_for_a_folder_that_is_there(desk: Stage, tmp_path: Path) -> None:
    dialog = WatchDialog(desk.desk)
    assert dialog.check() == "Choose a folder that is there."

    assert isinstance(desk.answers, Answers)
    desk.answers.chosen = tmp_path
    dialog.folder.choose()
    assert dialog.check() == ""
    dialog.deleteLater()


def test_a_thousand_photos_open_without_freezing(desk: Stage) -> None:
    """Rows are painted as they are seen; the photos are asked for as they are seen, too."""
    lay(desk.closet, [(f"p{row}", "q", "r", "s") for row in range(250)])
    page = desk.open()

    assert "1000 photos became 250 items" in words(desk)
    live = page.rows.live
    assert len(live.fields) == 5
    page.rows.caret.go(249)
    desk.settle()
    assert page.rows.board.row_box(249).bottom() <= page.rows.board.viewport().height()
    assert live.isVisible()
    assert page.thumbs.kept_bytes < 24 * 1024 * 1024


def test_what_the_closing_window_cut_off_comes_in_when_the_page_is_opened_again(
    desk: Stage, tmp_path: Path
) -> None:
    files = shots(tmp_path / "many", " ".join(f"p{n}" for n in range(9)))
    with pytest.raises(CancelledError):
        intake.begin(desk.closet, files, StopsAt(4))
    assert len(intake.still_to_come(desk.closet)) == 1

    desk.open()

    assert names(desk) == {file.name for file in files}
    assert intake.still_to_come(desk.closet) == []


class StopsAt:
    """Ends an import at one of its photos."""

    def __init__(self, photo: int) -> None:
        self.photo = photo

    def step(self, done: int, _total: int, words: str) -> None:
        if done == self.photo and words.startswith("Copying"):
            raise CancelledError


def test_what_is_under_way_and_what_waits_is_remembered_when_the_window_closes(
    desk: Stage, tmp_path: Path
) -> None:
    page = desk.open()
    files = shots(tmp_path / "many", " ".join(f"q{n}" for n in range(40)))
    page.incoming.take(files[:30])
    page.incoming.take(files[30:])
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkRed)
    page.incoming.take_brought(Brought(picture=picture))
    notes = desk.closet.folder.glob
    desk.qtbot.waitUntil(lambda: len(list(notes("coming-*/note.json"))) == 3)
    desk.jobs.close()
    desk.qtbot.waitUntil(desk.jobs.is_idle)
    desk.closet.close()

    again = open_closet(desk.closet.folder, resources())
    left = {path_of_source(each) for one in intake.still_to_come(again) for each in one.sources}
    shown = intake.unfinished(again)
    groups = intake.view(again, shown).groups if shown else ()
    here = {photo.original_name for group in groups for photo in group.photos}
    assert {each.name for each in left} | here >= {
        *(file.name for file in files),
        "Pasted picture.png",
    }
    again.close()
