"""The list of orders at the left: three groups, each a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from closet_app.services.records import OrderRow
from closet_app.ui.orders.order_delegate import OrderDelegate
from closet_app.ui.orders.order_model import OrderModel
from closet_app.ui.orders.speech import Speech
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.choices import Segment, Segmented
from closet_app.ui.widgets.kept_rows import choose_row
from closet_app.ui.widgets.list_rows import dress_list
from closet_app.ui.widgets.text import Divider
from closet_app.ui.words import mark, say

TO_PACK, SHIPPED, DONE = "to_pack", "shipped", "done"
GROUPS = {TO_PACK: mark("To pack"), SHIPPED: mark("Shipped"), DONE: mark("Done")}
WIDTH = 272


class ListPane(QWidget):
    """`chosen` carries the id of the order the seller goes to, `regrouped` another group."""

    chosen = Signal(int)
    regrouped = Signal(str)

    def __init__(self, thumbs: Thumbs, speech: Speech) -> None:
        super().__init__()
        self.setProperty("ground", "canvas")
        segments = [Segment(group, say(words)) for group, words in GROUPS.items()]
        self.groups = Segmented(segments, name=say("Which orders"))
        self.model = OrderModel(speech, self)
        self.view = QListView()
        self._thumbs = thumbs
        self._silent = False
        self._build()
        self._connect()

    def _build(self) -> None:
        delegate = OrderDelegate(self.model, self._thumbs, self.view)
        dress_list(self.view, say("Orders"), self.model, delegate)
        above = QVBoxLayout()
        above.setContentsMargins(px(14), px(12), px(14), px(12))
        above.addWidget(self.groups)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(above)
        rows.addWidget(Divider())
        rows.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.groups.changed.connect(self.regrouped)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self._thumbs.arrived.connect(self.view.viewport().update)

    def show_orders(
        self, counts: Mapping[str, int], rows: Sequence[OrderRow], speech: Speech, current: int
    ) -> None:
        """Show one group; the order `current` stays chosen without a report."""
        for group, words in GROUPS.items():
            count = counts[group] if group != DONE else 0
            self.groups.set_words(group, f"{say(words)} {count}" if count else say(words))
        self._silent = True
        self.model.show_rows(rows, speech)
        self.select(current)

    def select(self, order_id: int) -> None:
        """Mark an order as the current one without a report; none when it is elsewhere."""
        self._silent = True
        choose_row(self.view, self.model.place_of(order_id))
        self._silent = False

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row(current.row())
        if row is not None and not self._silent:
            self.chosen.emit(row.id)
