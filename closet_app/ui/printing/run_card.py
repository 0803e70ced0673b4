"""This run: what will come out, with a tick for each kind of piece."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.services.prints import PieceKind
from closet_app.ui.printing.plan import Part, Plan
from closet_app.ui.printing.sheets import sides_of
from closet_app.ui.printing.words import say_count, say_stock, say_title
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.choices import CheckRow
from closet_app.ui.widgets.frames import Card
from closet_app.ui.widgets.text import Divider, ElidedLabel, PlainLabel
from closet_app.ui.words import say


class RunCard(QWidget):
    """One row a kind: “8 packing slips”, “Letter”; with several kinds each can be left out."""

    turned = Signal(object, bool)

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checks: dict[PieceKind, CheckRow] = {}
        self._counts: dict[PieceKind, PlainLabel] = {}
        self._stocks: dict[PieceKind, ElidedLabel] = {}
        self._card = Card(pad=10)
        self._card.body.setSpacing(px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(PlainLabel(say("This run"), role="section"))
        column.addWidget(self._card)
        for kind in plan.kinds:
            self._add_row(kind, ticked=len(plan.kinds) > 1)
            self.show_part(plan.part(kind))

    def sentence(self, kind: PieceKind) -> str:
        """What one row says."""
        if kind in self.checks:
            check = self.checks[kind]
            return f"{check.box.accessibleName()}, {check.fact.text()}"
        return f"{self._counts[kind].text()}, {self._stocks[kind].text()}"

    def show_part(self, part: Part) -> None:
        """Say how many there are of a part, and on what."""
        kind = part.request.kind
        count = say_count(kind, part.count) if part.is_printed else _none(part)
        stock = _stock(part) if part.is_printed else ""
        if kind in self.checks:
            check = self.checks[kind]
            check.set_words(count)
            check.set_fact(stock)
            check.set_checked(part.is_printed)
            check.setEnabled(not part.is_empty)
        else:
            self._counts[kind].setText(count)
            self._stocks[kind].setText(stock)

    def _add_row(self, kind: PieceKind, *, ticked: bool) -> None:
        if self.checks:
            self._card.body.addWidget(Divider())
        if ticked:
            check = self.checks[kind] = CheckRow("")
            check.toggled.connect(lambda on: self.turned.emit(kind, on))
            self._card.body.addWidget(check)
            return
        count = self._counts[kind] = PlainLabel("")
        stock = self._stocks[kind] = ElidedLabel(tone="muted")
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(count)
        stock.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(stock, 1)
        self._card.body.addLayout(row)


def _none(part: Part) -> str:
    if part.is_empty:
        return say("{piece} left out", piece=say_title(part.request.kind))
    return say_title(part.request.kind)


def _stock(part: Part) -> str:
    pages = part.made.run.pages if part.made else 1
    return say_stock(part.stock, pages=pages, sides=sides_of(part.request))
