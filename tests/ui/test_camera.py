"""The camera dialog, with a film in the place of a camera."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from closet_app.errors import MachineError
from closet_app.photo.camera import Camera
from closet_app.ui.camera import CameraDialog
from closet_app.ui.widgets.dialogs import open_modal
from tests.ui.closet_stage import Chosen, Stage, stage

SIZE = (160, 120)


class Film(Camera):
    """Begins again at its end, as a camera never ends."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self._path = path

    def look(self) -> Image.Image:
        try:
            return super().look()
        except MachineError:
            self._capture.open(str(self._path))
            return super().look()


class WithCameras(Chosen):
    """The cameras of a computer by number: films, of which some end."""

    def __init__(self) -> None:
        super().__init__()
        self.cameras: list[Camera] = []

    def open_camera(self, which: int) -> Camera:
        return self.cameras[which] if which < len(self.cameras) else Camera("no camera")


def film(path: Path, *grays: int) -> Path:
    """A film of plain pictures."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 10, SIZE)
    for gray in grays:
        writer.write(np.full((*SIZE[::-1], 3), gray, np.uint8))
    writer.release()
    return path


@pytest.fixture
def shown(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    with stage(tmp_path / "closet", qtbot) as made:
        made.desk.asking = WithCameras()
        made.window.show()
        yield made


def _cameras(shown: Stage) -> list[Camera]:
    assert isinstance(shown.desk.asking, WithCameras)
    return shown.desk.asking.cameras


def test_what_the_camera_sees_is_taken_as_a_photo(shown: Stage, tmp_path: Path) -> None:
    _cameras(shown).append(Film(film(tmp_path / "gray.avi", *[200] * 10)))
    taken: list[bytes] = []
    dialog = CameraDialog(shown.desk, taken.append)
    open_modal(dialog, lambda: None)
    shown.qtbot.waitUntil(dialog.shutter.isEnabled)

    shown.qtbot.keyClick(dialog.shutter, Qt.Key.Key_Space)
    shown.qtbot.waitUntil(lambda: len(taken) == 1)

    (tmp_path / "still.jpg").write_bytes(taken[0])
    with Image.open(tmp_path / "still.jpg") as still:
        assert still.size == SIZE
        assert abs(_brightest(still) - 200) < 4
    assert dialog.words.text() == "1 photo taken."
    dialog.accept()
    shown.settle()


def test_the_camera_is_let_go_when_the_dialog_closes(shown: Stage, tmp_path: Path) -> None:
    camera = Film(film(tmp_path / "gray.avi", *[90] * 10))
    _cameras(shown).append(camera)
    dialog = CameraDialog(shown.desk, lambda _jpeg: None)
    open_modal(dialog, lambda: None)
    shown.qtbot.waitUntil(dialog.shutter.isEnabled)

    dialog.reject()
    shown.settle()

    assert not camera.is_open


def test_something_that_is_watched_for_closes_the_dialog(shown: Stage, tmp_path: Path) -> None:
    _cameras(shown).append(Film(film(tmp_path / "bright.avi", 10, 10, 10, 240)))
    found: list[object] = []

    def bright(picture: Image.Image) -> object:
        shade = _brightest(picture)
        return shade if shade > 200 else None

    dialog = CameraDialog(shown.desk, None, bright, found=found.append)
    open_modal(dialog, lambda: None)
    shown.qtbot.waitUntil(lambda: bool(found))
    shown.settle()

    assert len(found) == 1
    assert QApplication.activeModalWidget() is None


def test_without_a_camera_the_dialog_says_so(shown: Stage) -> None:
    dialog = CameraDialog(shown.desk, lambda _jpeg: None)
    open_modal(dialog, lambda: None)
    shown.qtbot.waitUntil(lambda: dialog.picture.is_missing)

    assert "no camera" in dialog.words.text()
    assert not dialog.shutter.isEnabled()
    dialog.reject()
    shown.settle()


def test_another_camera_is_looked_through_and_after_the_last_the_first(
    shown: Stage, tmp_path: Path
) -> None:
    dark, light = film(tmp_path / "dark.avi", *[20] * 5), film(tmp_path / "light.avi", *[220] * 5)
    _cameras(shown).extend([Film(dark), Film(light)])
    dialog = CameraDialog(shown.desk, lambda _jpeg: None)
    open_modal(dialog, lambda: None)
    shown.qtbot.waitUntil(lambda: _shade(dialog) < 50)

    dialog.show_next_camera()
    shown.qtbot.waitUntil(lambda: _shade(dialog) > 200)
    _cameras(shown)[0] = Film(dark)
    dialog.show_next_camera()
    shown.qtbot.waitUntil(lambda: _shade(dialog) < 50)

    dialog.reject()
    shown.settle()


def _shade(dialog: CameraDialog) -> int:
    image = dialog.picture.image
    return 128 if image is None else image.pixelColor(10, 10).lightness()


def _brightest(picture: Image.Image) -> int:
    return int(np.asarray(picture.convert("L")).max())
