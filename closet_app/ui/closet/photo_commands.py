"""Photos for one piece: more of them, and one that went missing."""

from __future__ import annotations

from PySide6.QtCore import QObject

from closet_app.ui.behind import photos, pieces
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import WRITE
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.words import say


class PhotoCommands(QObject):
    """Asks for files and takes them in."""

    def __init__(self, desk: Desk, thumbs: Thumbs) -> None:
        super().__init__(thumbs)
        self._desk = desk
        self._thumbs = thumbs

    def add(self, item_id: int) -> None:
        """Ask for photos and add them to a piece."""
        closet, paths = self._desk.closet, self._desk.choose_photos(self._desk.window)
        if paths:
            self._desk.command(
                lambda progress: photos.add_photos(closet, item_id, paths, progress),
                name=say("Adding photos"),
                takes_progress=True,
            )

    def find(self, item_id: int) -> None:
        """Ask where the missing cover of a piece is."""
        closet = self._desk.closet
        cover = pieces.piece(closet, item_id).cover
        paths = self._desk.choose_photos(self._desk.window) if cover is not None else []
        if cover is not None and paths:
            self._desk.jobs.run(
                lambda _progress: photos.find_again(closet, cover.ref, paths[0]),
                owner=self,
                done=lambda _none: self._thumbs.look_again(),
                failed=self._desk.tell_trouble,
                lane=WRITE,
            )
