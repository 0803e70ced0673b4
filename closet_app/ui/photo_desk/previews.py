"""The picture as it is edited: made off the interface thread, and only the newest wish."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from closet_app.errors import ClosetError
from closet_app.services import photo_desk
from closet_app.services.closet import Closet
from closet_app.services.photo_desk import Picture
from closet_app.services.records import Recipe
from closet_app.ui.jobs import READ, Jobs

DRAFT, SHARP, CLOSE = 500, 1_000, 2_000
"""Pixels of the long side while something is dragged, once it is let go, and seen from near."""
NEAR = 1.25
"""How many pixels of the screen show one of a sharp picture before a closer one is made."""


@dataclass(frozen=True, slots=True)
class Wish:
    """An original with an edit, at a size."""

    sha256: str
    recipe: Recipe
    longest: int = SHARP


class Previews(QObject):
    """`arrived` carries a wish and its picture, `failed` a wish that cannot be had.

    A wish that was overtaken while another was made is never made at all.
    """

    arrived = Signal(object, object)
    failed = Signal(object)

    def __init__(self, closet: Closet, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._closet, self._jobs = closet, jobs
        self._next: Wish | None = None
        self._under_way: Wish | None = None

    @property
    def is_idle(self) -> bool:
        """Whether the newest wish was answered."""
        return self._next is None and self._under_way is None

    def ask(self, wish: Wish) -> None:
        """Wish for a picture; an older wish that is not begun yet is dropped."""
        self._next = None if wish == self._under_way else wish
        self._serve()

    def forget(self) -> None:
        """Wish for nothing any more."""
        self._next = None

    def _serve(self) -> None:
        wish = self._next
        if wish is None or self._under_way is not None:
            return
        self._next, self._under_way = None, wish
        closet = self._closet
        self._jobs.run(
            lambda _progress: image_of(
                photo_desk.preview(closet, wish.sha256, wish.recipe, wish.longest)
            ),
            owner=self, done=self._on_made, failed=self._on_failed, lane=READ,
        )  # fmt: skip

    def _on_made(self, image: QImage) -> None:
        wish, self._under_way = self._under_way, None
        if wish is not None:
            self.arrived.emit(wish, image)
        self._serve()

    def _on_failed(self, _error: ClosetError) -> None:
        wish, self._under_way = self._under_way, None
        if wish is not None and self._next is None:
            self.failed.emit(wish)
        self._serve()


def image_of(picture: Picture) -> QImage:
    """The picture as Qt paints it, with pixels of its own."""
    width, height = picture.width, picture.height
    shown = QImage(picture.rgb, width, height, 3 * width, QImage.Format.Format_RGB888)
    return shown.convertToFormat(QImage.Format.Format_RGB32)
