"""Item labels: what stands on them, and where a started sheet goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.errors import InvalidValueError
from closet_app.services.print_pages import Kind
from closet_app.ui.printing.plan import Part
from closet_app.ui.printing.sheet_picker import SheetPicker
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.choices import CheckRow
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.value_fields import NumberField
from closet_app.ui.words import say


class LabelOptions(QWidget):
    """What stands on an item label, and where a started sheet goes on."""

    changed = Signal(str, object)

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.price = CheckRow(say("Asking price"))
        self.bin = CheckRow(say("Bin"))
        self.sheet = SheetPicker(part.stock)
        self.start = NumberField[int](say("First free label"), self._parse_start, str)
        self._per_page = part.stock.per_page
        self._of = PlainLabel("", role="small", tone="muted", wrap=True)
        self._sheet_box = QWidget()
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
        column.addWidget(PlainLabel(say("On the label"), role="section"))
        column.addWidget(self.price)
        column.addWidget(self.bin)
        column.addWidget(self._sheet_box)

    def _connect(self) -> None:
        self.price.toggled.connect(lambda on: self.changed.emit("with_price", on))
        self.bin.toggled.connect(lambda on: self.changed.emit("with_bin", on))
        self.sheet.changed.connect(lambda start: self.changed.emit("start_cell", start))
        self.start.committed.connect(lambda start: self.sheet.set_start(start or 1))

    def show_part(self, part: Part) -> None:
        """Show how the request stands now."""
        request, stock = part.request, part.stock
        self.price.set_checked(request.with_price)
        self.bin.set_checked(request.with_bin)
        self._per_page = stock.per_page
        self.sheet.show_state(stock, min(request.start_cell, stock.per_page), part.count)
        self.start.set_value(self.sheet.start)
        self._of.setText(say("of {total}. Labels used before stay empty.", total=stock.per_page))
        self._sheet_box.setVisible(stock.kind is Kind.SHEET)

    def _parse_start(self, text: str) -> int:
        if text.isdecimal() and 1 <= int(text) <= self._per_page:
            return int(text)
        raise InvalidValueError(say("Type a number from 1 to {most}.", most=self._per_page))
