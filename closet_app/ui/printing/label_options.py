"""Labels: what stands on those of pieces, and where a started sheet goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.errors import InvalidValueError
from closet_app.services.print_pages import Kind
from closet_app.services.prints import LabelField, PieceKind
from closet_app.ui.printing.plan import Part
from closet_app.ui.printing.sheet_picker import SheetPicker
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.choices import CheckRow
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.value_fields import NumberField
from closet_app.ui.words import mark, say

FIELDS = {
    LabelField.TITLE: mark("Title"),
    LabelField.BRAND: mark("Brand"),
    LabelField.SIZE: mark("Size"),
    LabelField.PRICE: mark("Asking price"),
    LabelField.BIN: mark("Bin"),
    LabelField.CODE: mark("Code"),
}
"""What can be left off an item label; its number always stands there."""


class LabelOptions(QWidget):
    """Ticks for what stands on an item label, and a small sheet to click."""

    changed = Signal(str, object)

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.ticks = {field: CheckRow(say(words)) for field, words in FIELDS.items()}
        self.sheet = SheetPicker(part.stock)
        self.start = NumberField[int](say("First free label"), self._parse_start, str)
        self._per_page = part.stock.per_page
        self._of = PlainLabel("", role="small", tone="muted", wrap=True)
        self._sheet_box, self._fields_box = QWidget(), QWidget()
        self._fields = part.request.fields
        self._build()
        self._connect()
        self.show_part(part)

    def _build(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(px(6))
        beside.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        beside.addWidget(self._of)
        beside.addStretch(1)
        row = QHBoxLayout(self._sheet_box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(14))
        row.addWidget(self.sheet)
        row.addLayout(beside, 1)
        fix(self.start, width=110)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self._fields_box)
        column.addWidget(self._sheet_box)
        grid = QGridLayout(self._fields_box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(6))
        grid.addWidget(PlainLabel(say("On the label"), role="section"), 0, 0, 1, 2)
        for place, tick in enumerate(self.ticks.values()):
            grid.addWidget(tick, 1 + place // 2, place % 2)

    def _connect(self) -> None:
        for field, tick in self.ticks.items():
            tick.toggled.connect(lambda on, field=field: self._choose(field, on=on))
        self.sheet.changed.connect(lambda start: self.changed.emit("start_cell", start))
        self.start.committed.connect(lambda start: self.sheet.set_start(start or 1))

    def show_part(self, part: Part) -> None:
        """Show how the request stands now."""
        request, stock = part.request, part.stock
        self._fields = request.fields
        for field, tick in self.ticks.items():
            tick.set_checked(field in request.fields)
        self._fields_box.setVisible(request.kind is PieceKind.LABEL)
        self._per_page = stock.per_page
        self.sheet.show_state(stock, min(request.start_cell, stock.per_page), part.count)
        self.start.set_value(self.sheet.start)
        self._of.setText(say("of {total}. Labels used before stay empty.", total=stock.per_page))
        self._sheet_box.setVisible(stock.kind is Kind.SHEET)

    @property
    def has_something(self) -> bool:
        """Whether there is anything to choose."""
        return not (self._fields_box.isHidden() and self._sheet_box.isHidden())

    def _choose(self, field: LabelField, *, on: bool) -> None:
        chosen = self._fields | {field} if on else self._fields - {field}
        self.changed.emit("fields", frozenset(chosen))

    def _parse_start(self, text: str) -> int:
        if text.isdecimal() and 1 <= int(text) <= self._per_page:
            return int(text)
        raise InvalidValueError(say("Type a number from 1 to {most}.", most=self._per_page))
