"""Step 1: the file, and how it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.services.imports import Preview, ReadOptions, RowState, Sheet
from closet_app.ui.importing import ways
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.field_box import IconMark
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.text import ElidedLabel, PlainLabel
from closet_app.ui.widgets.text_fields import ComboField
from closet_app.ui.words import say, say_many

INSET = 10
WARNING = "bytes"
"""The kind of note that tells of a loss."""


class FilePart(QWidget):
    """`changed` carries the `ReadOptions` by which the file shall be read instead."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = ReadOptions()
        self._name = ElidedLabel("", role="section")
        self._notes = Note("", "info")
        self._warning = Note("", "warn")
        self._left_out = PlainLabel("", role="small", tone="muted", wrap=True)
        self.sheets = ComboField(say("Sheet"))
        self.headings = ComboField(say("Headings stand in"))
        self.encoding = ComboField(say("Letters"))
        self.delimiter = ComboField(say("Cells are parted by"))
        self._build()
        self._connect()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(IconMark("file-spreadsheet", "muted", 18))
        head.addWidget(self._name, 1)
        self._fields = QGridLayout()
        self._fields.setHorizontalSpacing(px(12))
        self._fields.setVerticalSpacing(px(10))
        self._fields.addWidget(self.sheets, 0, 0, 1, 2)
        self._fields.addWidget(self.headings, 1, 0)
        self._fields.addWidget(self.delimiter, 1, 1)
        self._fields.addWidget(self.encoding, 2, 0, 1, 2)
        self._fields.setColumnStretch(0, 1)
        self._fields.setColumnStretch(1, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(INSET), 0, px(INSET), 0)
        rows.setSpacing(px(12))
        rows.addLayout(head)
        rows.addLayout(self._fields)
        for told in (self._warning, self._notes, self._left_out):
            told.hide()
            rows.addWidget(told)

    def _connect(self) -> None:
        self.sheets.changed.connect(lambda name: self._ask(self._options.with_sheet(str(name))))
        self.headings.changed.connect(
            lambda line: self._ask(replace(self._options, heading_line=int(str(line))))
        )
        self.encoding.changed.connect(
            lambda name: self._ask(replace(self._options, encoding=str(name)))
        )
        self.delimiter.changed.connect(
            lambda sign: self._ask(replace(self._options, delimiter=str(sign)))
        )

    def show_sheet(self, sheet: Sheet, options: ReadOptions) -> None:
        """Show how this table was read."""
        self._options = options
        self._name.setText(sheet.layout.path.name)
        is_text = bool(sheet.layout.delimiter)
        _offer(self.sheets, ways.sheet_choices(sheet), sheet.layout.sheet)
        _offer(self.headings, ways.heading_choices(sheet), sheet.heading_line)
        _offer(self.encoding, ways.encoding_choices(sheet), ways.encoding_of(sheet))
        _offer(self.delimiter, ways.delimiter_choices(sheet), sheet.layout.delimiter)
        self.sheets.setVisible(len(sheet.names) > 1)
        self.encoding.setVisible(is_text)
        self.delimiter.setVisible(is_text)
        notes = [note for note in sheet.notes if note.kind not in {WARNING, "encoding"}]
        _tell(self._notes, [note.sentence for note in notes])
        _tell(self._warning, [note.sentence for note in sheet.notes if note.kind == WARNING])
        self._left_out.hide()

    def show_left_out(self, preview: Preview) -> None:
        """Say how many rows hold no piece, and why."""
        why = Counter(row.why for row in preview.of(RowState.LEFT_OUT))
        count = sum(why.values())
        reasons = ", ".join(
            say("{reason} ({count})", reason=reason[:1].lower() + reason[1:], count=f"{times:,}")
            for reason, times in why.most_common()
        )
        self._left_out.setText(
            say_many(
                "{count} row holds no piece: {reasons}.",
                "{count} rows hold no piece: {reasons}.",
                count,
                reasons=reasons,
            )
        )
        self._left_out.setVisible(count > 0)

    def _ask(self, options: ReadOptions) -> None:
        self.changed.emit(options)


def _offer(field: ComboField, choices: ways.Choices, value: object) -> None:
    field.set_options(choices)
    field.set_value(value)


def _tell(note: Note, sentences: Sequence[str]) -> None:
    note.say(" ".join(sentences))
    note.setVisible(bool(sentences))
