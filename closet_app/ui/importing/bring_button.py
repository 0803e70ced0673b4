"""The page's primary button, which says how many pieces it will bring."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from closet_app.services.imports import RowState
from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.importing.bringing import Bringing
from closet_app.ui.importing.reading import Reading
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.words import say, say_many


class BringButton(Button):
    """Pressed once the rows are read and at least one is new."""

    def __init__(
        self,
        reading: Reading,
        bringing: Bringing,
        pressed: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        keys = say_keys(find_action("import.bring_in").keys[0])
        super().__init__("", "primary", keys=keys, pressed=pressed, parent=parent)
        self._reading, self._bringing = reading, bringing
        for signal in (
            reading.opened, reading.started, reading.previewed, reading.failed, reading.refused,
            bringing.busy,
        ):  # fmt: skip
            signal.connect(self.show_state)
        self.show_state()

    def show_state(self, _error: object = None) -> None:
        """Say what pressing it does now."""
        preview = self._reading.preview
        count = 0 if preview is None else preview.count(RowState.NEW)
        self.setVisible(self._reading.is_open)
        self.setEnabled(count > 0 and not self._bringing.is_busy)
        words = self._said(count)
        if words != self.text():
            self.setText(words)
            self.updateGeometry()

    def _said(self, count: int) -> str:
        if self._bringing.is_busy:
            return say("Bringing in…")
        if self._reading.preview is None:
            return say("Reading rows…")
        if not count:
            return say("Nothing new to bring in")
        shown = f"{count:,}"
        return say_many("Bring in {shown} piece", "Bring in {shown} pieces", count, shown=shown)
