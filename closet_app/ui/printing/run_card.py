"""This run: how many labels come out, and on what."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.ui.printing.plan import Part
from closet_app.ui.printing.words import say_count, say_stock, say_title
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.frames import Card
from closet_app.ui.widgets.text import ElidedLabel, PlainLabel
from closet_app.ui.words import say


class RunCard(QWidget):
    """One row: “8 item labels”, “Avery 5160, 30 labels”."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.count = PlainLabel("")
        self.stock = ElidedLabel(tone="muted")
        self.stock.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        card = Card(pad=10)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.count)
        row.addWidget(self.stock, 1)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(PlainLabel(say("This run"), role="section"))
        column.addWidget(card)
        self.show_part(part)

    @property
    def sentence(self) -> str:
        """What the row says."""
        return f"{self.count.text()}, {self.stock.text()}"

    def show_part(self, part: Part) -> None:
        """Say how many there are, and on what."""
        kind, pages = part.request.kind, part.made.run.pages if part.made else 1
        none = say("{piece} left out", piece=say_title(kind))
        self.count.setText(none if part.is_empty else say_count(kind, part.count))
        self.stock.setText("" if part.is_empty else say_stock(part.stock, pages=pages))
