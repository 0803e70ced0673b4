"""What is left out, what is not as meant, and what stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from closet_app.ui.printing.tab_order import chain
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.frames import Note
from closet_app.ui.words import say_many

MOST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """One sentence with at most one way on."""

    words: str
    tone: str = "warn"
    title: str = ""
    action: str = ""
    icon: str = ""
    acted: Callable[[], object] | None = None


class Remarks(QWidget):
    """A few notes, one under the other, reached by Tab after the control it `follows`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follows: QWidget | None = None
        self._shown: tuple[RemarkRow, ...] = ()
        self._notes: list[Note] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self.hide()

    @property
    def words(self) -> list[str]:
        """What is said now."""
        return [row.words for row in self._shown]

    @property
    def notes(self) -> list[Note]:
        """The notes themselves."""
        return self._notes

    def say(self, rows: Sequence[RemarkRow]) -> None:
        """Say these, and of many only how many more there are."""
        shown = _shortened(tuple(rows))
        if [_face(row) for row in shown] == [_face(row) for row in self._shown]:
            return
        self._shown = shown
        for note in self._notes:
            note.hide()
            note.deleteLater()
        self._notes = [self._note(row) for row in shown]
        actions = [note.findChild(Button) for note in self._notes]
        chain(self.follows, [each for each in actions if each is not None])
        self.setVisible(bool(shown))

    def _note(self, row: RemarkRow) -> Note:
        note = Note(
            row.words, row.tone, title=row.title, action=row.action, icon=row.icon, below=True
        )
        note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if row.acted is not None:
            note.acted.connect(row.acted)
        self._column.addWidget(note)
        return note


def _face(row: RemarkRow) -> tuple[str, ...]:
    return (row.words, row.tone, row.title, row.action)


def _shortened(rows: tuple[RemarkRow, ...]) -> tuple[RemarkRow, ...]:
    more = len(rows) - MOST_SHOWN
    if more <= 0:
        return rows
    words = say_many("And {count} more like these.", "And {count} more like these.", more)
    return (*rows[:MOST_SHOWN], RemarkRow(words))
