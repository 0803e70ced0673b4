"""What can be done with the photos of one piece, each one undoable command."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from closet_app.services import photos
from closet_app.ui.desk import Desk
from closet_app.ui.editor.bringing import Brought, brought, png_of
from closet_app.ui.photo_desk.visit import Visit
from closet_app.ui.words import say


class PhotoCommands(QObject):
    """Works on the photos of `item_id`; without a piece nothing is done."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.item_id = 0

    def add_files(self, files: Sequence[Path]) -> None:
        """Add files in their order; broken ones are named and left out."""
        item_id, closet = self.item_id, self._desk.closet
        if files and item_id:
            self._desk.command(
                lambda progress: photos.add_photos(closet, item_id, files, progress),
                name=say("Adding photos"),
                takes_progress=True,
            )

    def add(self, what: Brought) -> None:
        """Add what was dropped or pasted."""
        picture, item_id, closet = what.picture, self.item_id, self._desk.closet
        if what.files:
            self.add_files(what.files)
        elif picture is not None and item_id:
            name = say("Pasted picture")
            self._desk.command(
                lambda: photos.add_pasted(closet, item_id, name, png_of(picture)),
                name=say("Adding photos"),
            )

    def paste(self) -> None:
        """Add what lies on the clipboard."""
        found = brought(QGuiApplication.clipboard().mimeData())
        if found:
            self.add(found)
        else:
            self._desk.toast(say("There is no photo to paste."), icon="clipboard")

    def move(self, photo_id: int, to: int) -> None:
        """Put a photo at another place."""
        closet = self._desk.closet
        self._desk.command(lambda: photos.move_photo(closet, photo_id, to))

    def make_cover(self, photo_id: int) -> None:
        """Show a photo first."""
        closet = self._desk.closet
        self._desk.command(lambda: photos.make_cover(closet, photo_id))

    def turn(self, photo_id: int) -> None:
        """Turn a photo to the right."""
        closet = self._desk.closet
        self._desk.command(lambda: photos.turn(closet, photo_id))

    def leave_out(self, photo_id: int, *, out: bool) -> None:
        """Show a photo nowhere, or again."""
        closet = self._desk.closet
        self._desk.command(lambda: photos.leave_out(closet, photo_id, out=out))

    def open_desk(self, photo_id: int, tool: str = "") -> None:
        """Show a photo large on the photo desk, with one of its tools."""
        self._desk.navigator.go("desk", Visit(self.item_id, photo_id, tool))

    def remove(self, photo_id: int) -> None:
        """Take a photo off the piece."""
        closet = self._desk.closet
        self._desk.command(lambda: photos.remove_photo(closet, photo_id))
