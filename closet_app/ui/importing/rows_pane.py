"""Step 3: every row with what becomes of it, while the file is read and after."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.services.imports import PreviewRow
from closet_app.ui.importing.reading import Reading
from closet_app.ui.importing.row_columns import Voice, columns_for
from closet_app.ui.importing.row_details import RowDetails
from closet_app.ui.importing.row_model import RowModel, Sieve
from closet_app.ui.importing.row_view import RowView
from closet_app.ui.importing.sieve_bar import SieveBar
from closet_app.ui.jobs import Step
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.progress import ProgressStrip
from closet_app.ui.widgets.text import Divider
from closet_app.ui.words import say

PATIENCE_MS = 150
"""A file that is read sooner shows nothing in between."""


class RowsPane(QWidget):
    """`save_asked` wants the broken rows in a file, `again_asked` the file read again."""

    save_asked = Signal()
    again_asked = Signal()

    def __init__(self, reading: Reading, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._reading = reading
        self.voice = voice
        self._waits = False
        self._is_new = True
        self._line = 0
        self.model = RowModel(voice, self)
        self.view = RowView(self.model)
        self.sieves = SieveBar()
        self.progress = ProgressStrip(can_stop=True)
        self.stopped = Note(say("Reading was stopped."), "info", action=say("Read on"))
        self.details = RowDetails()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(12), px(16), px(10))
        head.setSpacing(px(10))
        head.addWidget(self.sieves)
        between = QVBoxLayout()
        between.setContentsMargins(px(16), 0, px(16), 0)
        for widget in (self.progress, self.stopped):
            widget.hide()
            between.addWidget(widget)
        between.addSpacing(px(2))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addLayout(between)
        rows.addWidget(Divider())
        rows.addWidget(self.view, 1)
        rows.addWidget(self.details)
        self.details.hide()

    def _connect(self) -> None:
        self._reading.opened.connect(self._on_opened)
        self._reading.started.connect(self._on_started)
        self._reading.stepped.connect(self._on_step)
        self._reading.previewed.connect(self._on_previewed)
        self._reading.failed.connect(lambda _error: self._end())
        self._patience.timeout.connect(self._show_growing)
        self.progress.stopped.connect(self._stop)
        self.stopped.acted.connect(self.again_asked)
        self.sieves.chosen.connect(self._sift)
        self.sieves.saved.connect(self.save_asked)
        self.view.looked_at.connect(self._show_details)

    def _on_opened(self) -> None:
        """Another file is shown from its top, whatever was looked at before."""
        self._is_new = True

    def _on_started(self) -> None:
        self._waits = True
        self.stopped.hide()
        self._patience.start()

    def _show_growing(self) -> None:
        """The file is long: show its rows as they come."""
        self._waits = False
        self.progress.setVisible(True)
        self.progress.show_step(say("Reading rows"), 0, 0)
        self._show_rows()
        self._put_cursor()

    def _on_step(self, step: Step) -> None:
        if self._waits:
            return
        self.progress.show_step(say("Reading rows"), step.done, step.total)
        self._grow()
        self._put_cursor()

    def _on_previewed(self) -> None:
        waited = self._waits
        self._end()
        if waited:
            self._show_rows()
        else:
            self._grow()
        if not self.model.counts[self.model.sieve]:
            self._sift(Sieve.ALL)
        self._put_cursor(is_whole=True)
        self.sieves.offer_to_save(self.model.counts[Sieve.BROKEN])

    def _show_rows(self) -> None:
        """Other rows, sieved as those before, and the cursor on the line it was on."""
        before = None if self._is_new else self.view.current_row()
        left = 0 if self._is_new else self.view.horizontalScrollBar().value()
        self.model.sieve = Sieve.ALL if self._is_new else self.model.sieve
        self._is_new = False
        columns = columns_for(self._reading.mapping.fields)
        is_same = columns == self.model.columns
        self.model.show(self._reading.rows, columns, self.voice)
        self._show_counts()
        if not is_same or before is None:
            self.view.fit_columns()
        self._line = 0 if before is None else before.line
        self.view.horizontalScrollBar().setValue(left)

    def _grow(self) -> None:
        self.model.grow()
        self._show_counts()

    def _put_cursor(self, *, is_whole: bool = False) -> None:
        """Go to the line that is to be looked at as soon as it is there; not from another one."""
        is_there = is_whole or self.model.reaches(self._line)
        if is_there and self.view.current_row() is None:
            bar = self.view.horizontalScrollBar()
            left = bar.value()
            self.view.go_to_line(self._line)
            bar.setValue(left)

    def _show_counts(self) -> None:
        self.sieves.show_counts(self.model.counts, self.model.sieve)

    def _sift(self, sieve: Sieve) -> None:
        before = self.view.current_row()
        self.model.sift(sieve)
        self._show_counts()
        if before is not None:
            self.view.go_to_line(before.line)

    def _stop(self) -> None:
        self._reading.stop()
        self._end()
        self.stopped.show()

    def _end(self) -> None:
        self._waits = False
        self._patience.stop()
        self.progress.hide()

    def _show_details(self, row: PreviewRow | None) -> None:
        self.details.setVisible(row is not None)
        if row is not None:
            self.details.show_row(row, self.voice.piece(row), self.voice.whole(row))
