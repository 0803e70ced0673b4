"""List, pages and side pane beside one another, at the widths the seller gave them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from closet_app.ui.desk import Desk
from closet_app.ui.print_room.side_pane import WIDTH as SIDE_WIDTH
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.least_widths import keep_least

NAME = "print_room"
RAIL, LIST_WIDTH = 76, 256
LEAST = (200, 400, SIDE_WIDTH)


class RoomPanes(QSplitter):
    """The list's width is remembered; the pages take the rest."""

    def __init__(
        self, desk: Desk, orders: QWidget, middle: QWidget, side: QWidget, parent: QWidget
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._desk = desk
        for pane, least in zip((orders, middle, side), LEAST, strict=True):
            pane.setMinimumWidth(px(least) if pane is not middle else least)
            self.addWidget(pane)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        kept = desk.choices.settings.panes.get(NAME)
        left = kept[0] if kept and len(kept) == 1 else px(LIST_WIDTH)
        whole = max(desk.window.width() - px(RAIL), left + px(LEAST[2]) + LEAST[1])
        self.setSizes([left, whole - left - px(SIDE_WIDTH), px(SIDE_WIDTH)])
        self.splitterMoved.connect(lambda _at, _pane: self._remember())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        keep_least(self, (px(LEAST[0]), LEAST[1], px(LEAST[2])), event.size().width())

    def _remember(self) -> None:
        panes = {**self._desk.choices.settings.panes, NAME: (self.sizes()[0],)}
        self._desk.choices.change(panes=panes)
