"""The camera above the page: what it sees, and a button that takes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog

from closet_app.errors import ClosetError
from closet_app.ui.camera.feed import CameraFeed, Live
from closet_app.ui.camera.live_picture import LivePicture
from closet_app.ui.desk import Desk
from closet_app.ui.theme.focus import focus_by_keyboard
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.dialogs import TitledDialog
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say, say_many

MOST_CAMERAS = 8
"""After this many numbers the search for another camera begins anew."""


class CameraDialog(TitledDialog):
    """Takes photos: `accept` gets the bytes of a JPEG for each press of the shutter.

    With `live` it watches for something instead: `live` is handed each picture (PIL, RGB) off the
    interface thread, and its first answer that is not None goes to `found` and closes the dialog.
    Without `accept` there is no shutter.
    """

    def __init__(
        self,
        desk: Desk,
        accept: Callable[[bytes], object] | None,
        live: Live | None = None,
        *,
        found: Callable[[object], object] | None = None,
        title: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(title or say("Take photos"), desk.window, width=680)
        self._accept, self._found, self._hint = accept, found, hint
        self._which = self._taken = 0
        self.feed = CameraFeed(desk, live, self)
        self.picture = LivePicture(say("What the camera sees"))
        self.words = PlainLabel(hint, tone="muted", wrap=True)
        self.other = Button(
            say("Another camera"), "ghost", icon="rotate-cw", pressed=self.show_next_camera
        )
        self._build()
        self.feed.pictured.connect(self._on_pictured)
        self.feed.found.connect(self._on_found)
        self.feed.failed.connect(self._on_failed)
        self.finished.connect(lambda _result: self.feed.stop())

    def _build(self) -> None:
        self.body.addWidget(self.picture, 1)
        self.body.addWidget(self.words)
        self.verbs.insertWidget(0, self.other)
        self.done_button = self.add_verb(say("Done"), "secondary", self.accept)
        self.shutter = self.add_verb(say("Take the photo"), "primary", self.take)
        self.shutter.setVisible(self._accept is not None)
        self.shutter.setEnabled(False)
        self.shutter.setDefault(True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.feed.start(self._which)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ratio = self.devicePixelRatioF()
        size = self.picture.size()
        self.feed.set_room(QSize(int(size.width() * ratio), int(size.height() * ratio)))

    def take(self) -> None:
        """Hand what is seen now to whoever asked for photos."""
        self.feed.take(self._on_taken, self._on_failed)

    def show_next_camera(self) -> None:
        """Look through the next camera of this computer, after the last one through the first."""
        self._which = (self._which + 1) % MOST_CAMERAS
        self._look()

    def _look(self) -> None:
        self.words.setText(self._hint)
        self.feed.start(self._which)

    def _on_pictured(self, image: QImage) -> None:
        self.picture.show_image(image)
        self.feed.mark_shown()
        if not self.shutter.isEnabled():
            self.shutter.setEnabled(True)
            if self._accept is not None:
                focus_by_keyboard(self.shutter)

    def _on_taken(self, jpeg: bytes) -> None:
        self._taken += 1
        self.words.setText(say_many("{count} photo taken.", "{count} photos taken.", self._taken))
        if self._accept is not None:
            self._accept(jpeg)

    def _on_found(self, answer: object) -> None:
        self.done(QDialog.DialogCode.Accepted)
        if self._found is not None:
            self._found(answer)

    def _on_failed(self, error: ClosetError) -> None:
        if self._which and not self.feed.has_picture:
            self._which = 0
            self._look()
            return
        self.picture.show_missing()
        self.shutter.setEnabled(False)
        self.words.setText(str(error))
