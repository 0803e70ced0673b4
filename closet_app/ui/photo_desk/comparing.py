"""The photo as it came beside its edit: for a glance while held, or until it is asked back."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject

from closet_app.ui.desk import Desk
from closet_app.ui.photo_desk.picture_view import PictureView
from closet_app.ui.widgets.buttons import Button

GLANCE = 0.3
"""Seconds: a button that is held longer shows the other one only meanwhile."""


class Comparing(QObject):
    """Joins the button and the key that show the photo as it came to the view."""

    def __init__(self, desk: Desk, view: PictureView, button: Button) -> None:
        super().__init__(button)
        self._view, self._button = view, button
        self._since = 0.0
        button.setCheckable(True)
        button.setProperty("chip", True)
        button.pressed.connect(self._begin)
        button.released.connect(lambda: view.compare(before=False))
        button.clicked.connect(self._on_clicked)
        desk.actions.connect_action("desk.keep_before", self.switch)

    def switch(self) -> None:
        """Show the photo as it came until this is called again."""
        self._stay(before=not self._view.stays_before)

    def end(self) -> None:
        """Show the photo as it is edited."""
        self._view.compare(before=False)
        self._stay(before=False)

    def _begin(self) -> None:
        self._view.compare(before=True)
        self._since = time.monotonic()  # from when it can be seen, however long that took

    def _on_clicked(self) -> None:
        is_glance = time.monotonic() - self._since > GLANCE
        self._stay(before=self._view.stays_before != (not is_glance))

    def _stay(self, *, before: bool) -> None:
        self._view.keep_before(stays=before)
        self._button.setChecked(before)
