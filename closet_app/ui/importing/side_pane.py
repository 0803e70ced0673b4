"""The file, its questions and its columns, one below the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from closet_app.services.closet import Closet
from closet_app.services.imports import Answers, Questions
from closet_app.ui.importing.columns_part import ColumnsPart
from closet_app.ui.importing.file_part import FilePart
from closet_app.ui.importing.questions_part import QuestionsPart
from closet_app.ui.importing.reading import Reading
from closet_app.ui.theme.shades import px
from closet_app.ui.words import say

LEAST_WIDTH = 340


class SidePane(QScrollArea):
    """Steps 1 and 2; `changed` carries the `ReadOptions` to read the file by instead."""

    changed = Signal(object)

    def __init__(self, reading: Reading, closet: Closet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self.file = FilePart()
        self.questions = QuestionsPart(closet)
        self.columns = ColumnsPart()
        self._build()
        self._connect()

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("ground", "canvas")
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(6), px(14), px(6), px(16))
        column.setSpacing(px(18))
        for part in (self.file, self.questions, self.columns):
            column.addWidget(part)
        column.addStretch(1)
        self.questions.hide()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(px(LEAST_WIDTH))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(say("File and columns"))

    def _connect(self) -> None:
        self._reading.opened.connect(self._on_opened)
        self._reading.refused.connect(self._on_refused)
        self._reading.mapped.connect(self._on_mapped)
        self._reading.asked.connect(self._on_asked)
        self._reading.previewed.connect(self._on_previewed)
        self.file.changed.connect(self.changed)
        self.columns.chosen.connect(self._reading.take_as)
        self.columns.seen.connect(lambda row: self.ensureWidgetVisible(row, 0, px(80)))
        self.questions.answered.connect(self._reading.answer)

    def ask(self) -> None:
        """Lead to the first question about the file."""
        self.ensureWidgetVisible(self.questions)
        self.questions.focus_first()

    def _on_opened(self) -> None:
        self.file.show_sheet(self._reading.sheet, self._reading.options)
        self.questions.show_questions(Questions(), Answers())
        self.columns.show_columns(self._reading.mapping)
        self.verticalScrollBar().setValue(0)

    def _on_refused(self, _error: object) -> None:
        if self._reading.is_open:
            self.file.show_sheet(self._reading.sheet, self._reading.options)
            self._on_previewed()

    def _on_mapped(self) -> None:
        self.columns.show_mapping(self._reading.mapping, self._reading.chosen)

    def _on_asked(self) -> None:
        self.questions.show_questions(self._reading.questions, self._reading.answers)

    def _on_previewed(self) -> None:
        preview = self._reading.preview
        if preview is not None:
            self.file.show_left_out(preview)
