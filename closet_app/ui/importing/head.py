"""The line at the head of the page: where the import stands, step by step."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.services.imports import RowState
from closet_app.ui.importing.reading import Reading
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text import Divider
from closet_app.ui.widgets.timeline import Stage, Timeline, TimelineStep
from closet_app.ui.words import say, say_many


class StepsHead(QWidget):
    """File, columns, rows: what is done, what is next."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self.line = Timeline()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        inside = QVBoxLayout()
        inside.setContentsMargins(px(16), px(14), px(16), px(12))
        inside.addWidget(self.line)
        rows.addLayout(inside)
        rows.addWidget(Divider())
        for signal in (
            reading.opened, reading.mapped, reading.asked, reading.started, reading.previewed,
        ):  # fmt: skip
            signal.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Show where the open file stands."""
        open_questions = self._open_questions()
        columns: Stage = "now" if open_questions else "done"
        is_open = self._reading.is_open
        if not is_open:
            columns = "later"
        rows: Stage = "now" if columns == "done" else "later"
        self.line.show_steps(
            (
                TimelineStep(say("File"), self._file(), "done" if is_open else "now"),
                TimelineStep(say("Columns"), open_questions or self._columns(), columns),
                TimelineStep(say("Rows"), self._rows(), rows),
            )
        )

    def _file(self) -> str:
        if not self._reading.is_open:
            return say("CSV or Excel, from any program")
        return self._reading.path.name

    def _open_questions(self) -> str:
        reading = self._reading
        if not reading.is_open:
            return ""
        unknown = sum(use.at not in reading.chosen for use in reading.mapping.unknown)
        if unknown:
            return say_many("{count} needs your help", "{count} need your help", unknown)
        return say("One question about the file") if reading.is_unsettled else ""

    def _columns(self) -> str:
        if not self._reading.is_open:
            return say("What each of them means")
        columns = self._reading.mapping.columns
        used = sum(use.field is not None for use in columns)
        return say("{used} of {count} used", used=used, count=len(columns))

    def _rows(self) -> str:
        preview = self._reading.preview
        if preview is None:
            return say("Reading") if self._reading.is_open else say("Each one before it comes in")
        parts = (
            (RowState.NEW, say("{count} new", count=f"{preview.count(RowState.NEW):,}")),
            (RowState.ALREADY_HERE, self._count(RowState.ALREADY_HERE, say("already here"))),
            (RowState.BROKEN, self._count(RowState.BROKEN, say("broken"))),
        )
        return ", ".join(words for _, words in parts if words)

    def _count(self, state: RowState, words: str) -> str:
        preview = self._reading.preview
        count = 0 if preview is None else preview.count(state)
        return f"{count:,} {words}" if count else ""
