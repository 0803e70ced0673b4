"""The pictures of a camera, fetched off the interface thread for as long as somebody watches."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage

from closet_app.domain.progress import Progress
from closet_app.errors import ClosetError
from closet_app.services.camera import still_of
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ, Ticket

if TYPE_CHECKING:
    from PIL import Image

Live = Callable[["Image.Image"], object]


class CameraFeed(QObject):
    """Shows what a camera sees: `pictured` carries a QImage, `failed` the error that ended it.

    `live` is asked about each picture off the interface thread; `found` carries the first answer
    that is not None, and nothing is asked after it.
    """

    pictured = Signal(QImage)
    found = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, live: Live | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._live = live
        self._ticket: Ticket | None = None
        self._watch: object = None
        self._latest: Image.Image | None = None
        self._is_shown = True
        self._room = QSize(960, 720)

    @property
    def has_picture(self) -> bool:
        """Whether the camera has shown anything yet."""
        return self._latest is not None

    def set_room(self, room: QSize) -> None:
        """Device pixels in which pictures are shown; larger ones are scaled on the way."""
        self._room = room

    def start(self, which: int = 0) -> None:
        """Watch the camera with this number from now on."""
        self.stop()
        self._latest, self._is_shown = None, True
        watch = self._watch = object()
        self._ticket = self._desk.jobs.run(
            lambda progress: self._look(which, watch, progress),
            owner=self,
            failed=self.failed.emit,
            lane=READ,
        )

    def stop(self) -> None:
        """Let go of the camera."""
        self._watch = None
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def take(
        self, done: Callable[[bytes], object], failed: Callable[[ClosetError], object]
    ) -> None:
        """Hand the picture that is seen now to `done`, as the bytes of a JPEG."""
        picture = self._latest
        if picture is not None:
            self._desk.jobs.run(
                lambda _progress: still_of(picture), owner=self, done=done, failed=failed, lane=READ
            )

    def mark_shown(self) -> None:
        """Ask for the next picture; none is sent while the window is still painting one."""
        self._is_shown = True

    def _look(self, which: int, watch: object, progress: Progress) -> None:
        with self._desk.asking.open_camera(which) as camera:
            while True:
                picture = camera.look()
                progress.step(0, 1, "")
                if watch is not self._watch:
                    return
                self._latest = picture
                self._show(picture)
                if self._answer(picture):
                    return

    def _answer(self, picture: Image.Image) -> bool:
        answer = self._live(picture) if self._live else None
        if answer is not None:
            self.found.emit(answer)
        return answer is not None

    def _show(self, picture: Image.Image) -> None:
        if not self._is_shown:
            return
        self._is_shown = False
        pixels, row = picture.tobytes(), 3 * picture.width
        bare = QImage(pixels, *picture.size, row, QImage.Format.Format_RGB888)
        shown = bare.scaled(
            self._room,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        # Another format is a copy; without it Qt would show bytes that are gone.
        self.pictured.emit(shown.convertToFormat(QImage.Format.Format_RGB32))
