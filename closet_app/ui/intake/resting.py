"""Where the seller left an intake, kept with this user's settings."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from closet_app.ui.desk import Desk
from closet_app.ui.intake.rows_pane import RowsPane
from closet_app.ui.intake.work import IntakeWork

NAME = "intake"
AFTER_MS = 2000
"""A while after the caret came to rest its place is kept, lest a crash lose it."""


class Resting(QObject):
    """Puts caret and scrolling back once, when the intake is first shown."""

    def __init__(self, desk: Desk, work: IntakeWork, rows: RowsPane) -> None:
        super().__init__(work)
        self._desk, self._work, self._rows = desk, work, rows
        self._restored = 0
        self._later = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._later.timeout.connect(self.remember)
        rows.caret.moved.connect(self._later.start)

    def remember(self) -> None:
        """Keep where the caret is."""
        view, caret = self._work.view, self._rows.caret
        if view is None or view.id != self._restored:
            return
        scroll = self._rows.board.verticalScrollBar().value()
        places = {**self._desk.choices.settings.places}
        places[NAME] = (view.id, caret.row, caret.place, scroll)
        self._desk.choices.change(places=places)

    def restore(self) -> None:
        """Go where this intake was left, when it is shown for the first time."""
        view = self._work.view
        if view is None or view.id == self._restored:
            return
        self._restored = view.id
        kept = self._desk.choices.settings.places.get(NAME, ())
        if len(kept) != 4 or kept[0] != view.id:
            self._rows.caret.go(0)
            return
        self._rows.caret.go(kept[1], kept[2])
        self._rows.board.verticalScrollBar().setValue(kept[3])
