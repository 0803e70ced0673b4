"""Paper and copies of one kind of piece."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.errors import InvalidValueError
from closet_app.services import prints
from closet_app.services.print_pages import Stock
from closet_app.services.prints import USUAL_FIELDS
from closet_app.services.stocks import find_stock
from closet_app.ui.desk import Desk
from closet_app.ui.printing.plan import Part
from closet_app.ui.printing.stock_picker import StockPicker
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.value_fields import NumberField
from closet_app.ui.words import say

MOST_COPIES = 99


class PaperBox(QWidget):
    """Stocks drawn small, “use from now on” for one that is not the usual, and copies."""

    changed = Signal(str, object)

    def __init__(self, desk: Desk, part: Part) -> None:
        super().__init__()
        request = part.request
        self._desk = desk
        self._kind = request.kind
        self._usual = prints.usual_stock(desk.closet, request.kind)
        stocks = prints.stocks_for(desk.closet, request.kind)
        self.picker = StockPicker(stocks, request.stock)
        self.keep = Button("", "link", size="small", pressed=self._make_usual)
        self.copies = NumberField[int](say("Copies"), parse_copies, str)
        self.copies.set_value(request.copies)
        self._build()
        self.picker.changed.connect(self._on_stock)
        self.copies.committed.connect(lambda copies: self.changed.emit("copies", copies or 1))

    @property
    def stock(self) -> Stock:
        """The chosen one."""
        return find_stock(self._desk.closet, self.picker.value())

    def _build(self) -> None:
        fix(self.copies, width=96)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(PlainLabel(say("Paper"), role="section"))
        column.addWidget(self.picker)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addWidget(self.copies)
        row.addStretch(1)
        column.addLayout(row)
        self._show_keep()

    def _on_stock(self, stock_id: str) -> None:
        self._show_keep()
        self.changed.emit("stock", stock_id)

    def _show_keep(self) -> None:
        is_other = self.stock.id != self._usual and self._kind in USUAL_FIELDS
        self.keep.setText(say("Use {stock} from now on", stock=self.stock.name))
        self.keep.setVisible(is_other)

    def _make_usual(self) -> None:
        closet, kind, stock_id = self._desk.closet, self._kind, self.stock.id
        self._desk.command(
            lambda: prints.use_stock(closet, kind, stock_id),
            then=lambda _changed: self._on_usual(stock_id),
        )

    def _on_usual(self, stock_id: str) -> None:
        self._usual = stock_id
        self._show_keep()


def parse_copies(text: str) -> int:
    """A number of copies; raises InvalidValueError for anything else."""
    if text.isdecimal() and 1 <= int(text) <= MOST_COPIES:
        return int(text)
    raise InvalidValueError(say("Type a number from 1 to {most}.", most=MOST_COPIES))
