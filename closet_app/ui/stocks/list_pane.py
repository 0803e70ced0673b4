"""All papers, cards and labels at the left, found by a few letters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from closet_app.ui.stocks.stock_rows import Row, StockDelegate, StockModel
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.kept_rows import choose_row
from closet_app.ui.widgets.list_rows import dress_list
from closet_app.ui.widgets.text import Divider, PlainLabel
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.words import say


class ListPane(QWidget):
    """`chosen` carries the id of the stock that the seller goes to, `searched` what is typed."""

    chosen = Signal(str)
    searched = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = LineField("", empty=say("Find 5160, 4 × 6…"))
        self.search.line.setAccessibleName(say("Find a paper"))
        self.nothing = PlainLabel(say("No paper has that name or number."), tone="muted", wrap=True)
        self.model = StockModel(self)
        self.view = QListView()
        self._silent = False
        self._build()
        self.search.edited.connect(self.searched)
        self.view.selectionModel().currentChanged.connect(self._on_current)

    def _build(self) -> None:
        delegate = StockDelegate(self.model, self.view)
        dress_list(self.view, say("Papers and labels"), self.model, delegate)
        self.view.setUniformItemSizes(False)
        self.nothing.setContentsMargins(px(14), px(12), px(14), px(12))
        above = QVBoxLayout()
        above.setContentsMargins(px(14), px(12), px(14), px(12))
        above.addWidget(self.search)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(above)
        rows.addWidget(Divider())
        rows.addWidget(self.nothing)
        rows.addWidget(self.view, 1)

    def show_rows(self, rows: Sequence[Row], current: str) -> None:
        """Show these rows; `current` is marked without a report."""
        self._silent = True
        self.model.keep(rows)
        self.nothing.setVisible(not rows)
        choose_row(self.view, self.model.place_of(current))
        self._silent = False

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row(current.row())
        if row is not None and row.stock is not None and not self._silent:
            self.chosen.emit(row.stock.id)
