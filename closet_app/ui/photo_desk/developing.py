"""Brings the edited photo, and the photo as it was, onto the view."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from closet_app.services import photo_desk
from closet_app.services.records import Recipe
from closet_app.ui.desk import Desk
from closet_app.ui.photo_desk.picture_view import PictureView
from closet_app.ui.photo_desk.previews import CLOSE, DRAFT, NEAR, SHARP, Previews, Wish


class Developing(QObject):
    """`settled` comes when the view shows the newest edit."""

    settled = Signal()

    def __init__(self, desk: Desk, view: PictureView) -> None:
        super().__init__(view)
        self._view = view
        self._sha256 = ""
        self._shown: Wish | None = None
        self._shown_before: Wish | None = None
        self._edited = Previews(desk.closet, desk.jobs, self)
        self._before = Previews(desk.closet, desk.jobs, self)
        self._edited.arrived.connect(self._on_picture)
        self._edited.failed.connect(lambda _wish: view.show_missing())
        self._before.arrived.connect(self._on_before)

    def begin(self, sha256: str) -> None:
        """Another photo is shown."""
        self._sha256, self._shown, self._shown_before = sha256, None, None
        self._view.show_picture(None)
        self._view.show_before(None)
        self._view.show_whole()

    def ask(self, recipe: Recipe, *, is_draft: bool = False) -> None:
        """Show the photo with this edit, as sharp as the view can show it once it is let go."""
        sharp = CLOSE if self._view.room > SHARP * NEAR else SHARP
        wish = Wish(self._sha256, recipe, DRAFT if is_draft else sharp)
        if wish != self._shown or not self._edited.is_idle:
            self._edited.ask(wish)
        before = Wish(self._sha256, photo_desk.before(recipe), sharp)
        if not is_draft and (before != self._shown_before or not self._before.is_idle):
            self._before.ask(before)

    def forget(self) -> None:
        """Nothing more is wanted."""
        self._edited.forget()
        self._before.forget()

    def _on_picture(self, wish: Wish, image: QImage) -> None:
        if wish.sha256 != self._sha256:
            return
        self._shown = wish
        self._view.show_picture(image)
        if self._edited.is_idle:
            self.settled.emit()
            if wish.longest == SHARP:
                self.ask(wish.recipe)

    def _on_before(self, wish: Wish, image: QImage) -> None:
        if wish.sha256 == self._sha256:
            self._shown_before = wish
            self._view.show_before(image)
