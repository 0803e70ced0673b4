"""List, order and side pane beside one another, above the line of keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from closet_app.ui.desk import Desk
from closet_app.ui.packing.foot_keys import KEYS, OF_PARCEL
from closet_app.ui.packing.list_pane import WIDTH as LIST_WIDTH
from closet_app.ui.packing.side_pane import WIDTH as SIDE_WIDTH
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.foot_line import FootLine
from closet_app.ui.widgets.least_widths import keep_least
from closet_app.ui.widgets.text import Divider

NAME = "packing"
LEAST = (240, 400, 288)
RAIL = 76


class Panes(QWidget):
    """Keeps the widths the seller gave the outer panes; the middle takes the rest."""

    def __init__(
        self, desk: Desk, rows: QWidget, order: QWidget, side: QWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._side = side
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.foot = FootLine(KEYS)
        for pane, least in zip((rows, order, side), LEAST, strict=True):
            pane.setMinimumWidth(px(least))
            self._splitter.addWidget(pane)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._splitter, 1)
        column.addWidget(Divider())
        column.addWidget(self.foot)
        self._set_widths()
        self._splitter.splitterMoved.connect(lambda _at, _pane: self._remember_widths())

    def show_side(self, shown: bool) -> None:
        """A bin has no parcel and so no side pane, nor keys for one."""
        self._side.setVisible(shown)
        self.foot.leave_out(() if shown else OF_PARCEL)
        self.foot.show_as_fits(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        keep_least(self._splitter, [px(each) for each in LEAST], event.size().width())
        self.foot.show_as_fits(event.size().width())

    def _set_widths(self) -> None:
        kept = self._desk.choices.settings.panes.get(NAME)
        room = self._desk.window.width() - px(RAIL)
        if kept and len(kept) == 2:
            left, right = kept
        else:
            # Where the window is small, the order in hand gets what the outer panes can spare.
            spare = max(0, px(LIST_WIDTH + SIDE_WIDTH + 480) - room)
            left = max(px(LEAST[0]), px(LIST_WIDTH) - spare // 2)
            right = max(px(LEAST[2]), px(SIDE_WIDTH) - spare // 2)
        self._splitter.setSizes([left, max(room - left - right, px(LEAST[1])), right])

    def _remember_widths(self) -> None:
        if self._side.isVisible():
            left, _middle, right = self._splitter.sizes()
            panes = {**self._desk.choices.settings.panes, NAME: (left, right)}
            self._desk.choices.change(panes=panes)
