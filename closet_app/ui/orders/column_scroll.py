"""A scrolling column whose scroll bar stands in its margin, so that nothing moves when it comes."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from closet_app.ui.theme.shades import px

BAR = 10


class ColumnScroll(QScrollArea):
    """Scrolls down only; the layout of `column` keeps `margins` to the edges of the area."""

    def __init__(self) -> None:
        super().__init__()
        self._margins = QMargins()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._place())

    def hold(self, column: QWidget, margins: QMargins) -> None:
        """Show `column` with these designed margins."""
        self._margins = margins
        self.setWidget(column)
        self._place()

    def _place(self) -> None:
        column = self.widget()
        layout = column.layout() if column is not None else None
        if layout is None:
            return
        given = self._margins
        bar = BAR if self.verticalScrollBar().maximum() > 0 else 0
        sides = (given.left(), given.top(), given.right(), given.bottom())
        left, top, right, bottom = (px(side) for side in sides)
        layout.setContentsMargins(left, top, max(right - bar, 0), bottom)
