"""Writes the edits of the photo on the desk, each as one step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from closet_app.errors import ClosetError
from closet_app.services import photo_desk
from closet_app.services.records import Recipe
from closet_app.ui.desk import Desk


class EditKeeper(QObject):
    """`kept` comes once everything is written, or refused."""

    kept = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._under_way = 0

    @property
    def is_busy(self) -> bool:
        """Whether an edit is not written yet."""
        return self._under_way > 0

    def keep(self, photo_id: int, recipe: Recipe) -> None:
        """Write an edit."""
        closet = self._desk.closet
        self._under_way += 1
        self._desk.command(
            lambda: photo_desk.set_recipe(closet, photo_id, recipe),
            then=lambda _changed: self._end(),
            failed=self._refused,
            quiet=True,
        )

    def copy(self, photo_id: int, to: Sequence[int]) -> None:
        """Give other photos the same light, white and background."""
        closet = self._desk.closet
        self._desk.command(lambda: photo_desk.copy_recipe(closet, photo_id, to))

    def reset(self, photo_id: int) -> None:
        """Show the photo as it came."""
        closet = self._desk.closet
        self._desk.command(lambda: photo_desk.reset(closet, photo_id))

    def _refused(self, why: ClosetError) -> None:
        self._desk.tell_trouble(why)
        self._end()

    def _end(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self.kept.emit()
