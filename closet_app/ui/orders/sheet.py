"""The sheet of one order: head, money, pieces, message, and what came after."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from closet_app.services.history import order_history
from closet_app.services.records import OrderView
from closet_app.ui.orders.after_section import AfterSection
from closet_app.ui.orders.column_scroll import ColumnScroll
from closet_app.ui.orders.doors import OrderDoors
from closet_app.ui.orders.header import OrderHeader
from closet_app.ui.orders.lines_table import LinesSection
from closet_app.ui.orders.message_section import MessageSection
from closet_app.ui.orders.money_section import MoneySection
from closet_app.ui.orders.work import OrderWork
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.text import Divider

PAD = 24


class OrderSheet(QFrame):
    """One scrolling column; `aside` is where the side cards go when there is no room beside it."""

    def __init__(self, work: OrderWork, doors: OrderDoors, thumbs: Thumbs, menu: QMenu) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self._work = work
        self.header = OrderHeader(menu)
        self.money = MoneySection(doors.edit_amounts)
        self.pieces = LinesSection(thumbs, work.speech, doors.add_piece)
        self.message = MessageSection(work)
        self.after = AfterSection(doors)
        self._aside = QVBoxLayout()
        self._foot = QVBoxLayout()
        self._scroll = ColumnScroll()
        self._build()
        self.pieces.opened.connect(lambda item_id: work.desk.navigator.go("editor", item_id))

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("ground", "surface")
        column = QVBoxLayout(inside)
        column.setSpacing(px(16))
        column.addWidget(self.header)
        column.addLayout(self._aside)
        for section in (self.money, self.pieces, self.message, self.after):
            if section is not self.message:
                column.addWidget(Divider())
            column.addWidget(section)
        column.addStretch(1)
        self._scroll.hold(inside, QMargins(PAD, 18, PAD, PAD))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._scroll, 1)
        rows.addLayout(self._foot)

    def take(self, cards: QWidget, foot: QWidget) -> None:
        """Show the side cards within the sheet."""
        layout = cards.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)
        # The scroll area that held them made them paint its ground.
        cards.setAutoFillBackground(False)
        self._aside.addWidget(cards)
        self._foot.addWidget(foot)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a part of the sheet."""
        self._scroll.ensureWidgetVisible(widget, 0, px(40))

    def show_order(self, view: OrderView, *, fresh: bool) -> None:
        """Show another order, from its top when it is `fresh`."""
        speech = self._work.speech
        self.header.show_order(view, speech)
        self.money.show_order(view, speech)
        self.pieces.show_order(view, speech)
        self.message.show_order(view)
        self.after.show_order(view, order_history(self._work.desk.closet, view.id), speech)
        if fresh:
            self._scroll.verticalScrollBar().setValue(0)
