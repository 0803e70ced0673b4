"""List, sheet and side pane beside one another, or the side cards in the sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from closet_app.ui.desk import Desk
from closet_app.ui.orders.empty import EmptyPane
from closet_app.ui.orders.list_pane import WIDTH as LIST_WIDTH
from closet_app.ui.orders.list_pane import ListPane
from closet_app.ui.orders.sheet import OrderSheet
from closet_app.ui.orders.side_pane import WIDTH as SIDE_WIDTH
from closet_app.ui.orders.side_pane import SidePane
from closet_app.ui.theme.shades import px

NAME = "orders"
RAIL = 76
LEAST = (240, 560, 304)
"""List, sheet and side pane beside one another; 76 of the rail make this 1180."""


class OrderPanes(QSplitter):
    """Keeps the widths the seller gave the outer panes; the sheet takes the rest."""

    def __init__(
        self,
        desk: Desk,
        orders: ListPane,
        sheet: OrderSheet,
        empty: EmptyPane,
        side: SidePane,
        parent: QWidget,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._desk = desk
        self._sheet, self._empty, self._side = sheet, empty, side
        self._middle = QStackedWidget()
        self._wide = True
        for pane, least in zip((orders, self._middle, side), LEAST, strict=True):
            pane.setMinimumWidth(px(least))
            self.addWidget(pane)
        self._middle.addWidget(sheet)
        self._middle.addWidget(empty)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        self._set_widths()
        self.splitterMoved.connect(lambda _at, _pane: self._remember_widths())

    def show_order(self, is_there: bool) -> None:
        """Show the sheet, or why there is none."""
        self._middle.setCurrentWidget(self._sheet if is_there else self._empty)
        self._side.setVisible(is_there and self._wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold(event.size().width())

    def _fold(self, width: int) -> None:
        """Where three panes have no room, the side cards go into the sheet."""
        wide = width >= sum(px(least) for least in LEAST)
        roomy = width >= px(LEAST[0]) + px(LEAST[1])
        self._side.cards.arrange(beside=roomy and not wide)
        self._middle.setMinimumWidth(px(LEAST[1]) if wide else 0)
        if wide == self._wide:
            return
        self._wide = wide
        if wide:
            self._side.take()
        else:
            self._side.give()
            self._sheet.take(self._side.cards, self._side.foot)
        self._side.cards.show()
        self.show_order(self._middle.currentWidget() is self._sheet)

    def _set_widths(self) -> None:
        kept = self._desk.choices.settings.panes.get(NAME)
        widths = kept if kept and len(kept) == 2 else (px(LIST_WIDTH), px(SIDE_WIDTH))
        whole = max(self._desk.window.width() - px(RAIL), sum(widths) + px(LEAST[1]))
        self.setSizes([widths[0], whole - sum(widths), widths[1]])

    def _remember_widths(self) -> None:
        if self._wide and self._side.isVisible():
            left, _middle, right = self.sizes()
            panes = {**self._desk.choices.settings.panes, NAME: (left, right)}
            self._desk.choices.change(panes=panes)
