"""List, form and drawing beside one another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from closet_app.ui.desk import Desk
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.least_widths import keep_least

NAME = "stocks"
LEAST, USUAL = (220, 304, 300), (272, 352)
RAIL = 76


class StockPanes(QWidget):
    """Keeps the widths the seller gave list and form; the drawing takes the rest."""

    def __init__(
        self, desk: Desk, rows: QWidget, form: QWidget, drawing: QWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for pane, least in zip((rows, form, drawing), LEAST, strict=True):
            pane.setMinimumWidth(px(least))
            self._splitter.addWidget(pane)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(2, 1)
        self._splitter.setSizes([*self._widths(), px(2000)])
        self._splitter.splitterMoved.connect(lambda _at, _pane: self._remember())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        keep_least(self._splitter, [px(each) for each in LEAST], event.size().width())

    def _widths(self) -> tuple[int, int]:
        """In a small window list and form give the drawing what they can spare."""
        kept = self._desk.choices.settings.panes.get(NAME)
        if kept and len(kept) == 2:
            return kept[0], kept[1]
        spare = max(0, px(sum(USUAL) + 500) - (self._desk.window.width() - px(RAIL)))
        first, second = (px(each) - spare // 2 for each in USUAL)
        return max(first, px(LEAST[0])), max(second, px(LEAST[1]))

    def _remember(self) -> None:
        first, second, _third = self._splitter.sizes()
        panes = {**self._desk.choices.settings.panes, NAME: (first, second)}
        self._desk.choices.change(panes=panes)
