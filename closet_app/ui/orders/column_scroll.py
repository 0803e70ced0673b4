"""A scrolling column whose scroll bar stands in its margin, so that nothing moves when it comes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from closet_app.ui.theme.shades import px

BAR = 10


class ColumnScroll(QScrollArea):
    """Scrolls down only; the layout of `column` keeps `margins` to the edges of the area.

    A column held before the area has its place is put in when the area is dressed: measured
    earlier, all in it would be dressed where it is made and again wherever it moves.
    """

    def __init__(self) -> None:
        super().__init__()
        self._margins = QMargins()
        self._held: QWidget | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._place())

    def hold(self, column: QWidget, margins: QMargins) -> None:
        """Show `column` with these designed margins."""
        self._margins = margins
        self._held = column
        column.setParent(self.viewport())
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            self._put_in()

    def takeWidget(self) -> QWidget:
        """The column, which is shown elsewhere from now on."""
        self._put_in()
        return super().takeWidget()

    def widget(self) -> QWidget | None:
        """The column that is held, or None."""
        return self._held or super().widget()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Polish:
            self._put_in()
        return super().event(event)

    def sizeHint(self) -> QSize:
        self._put_in()
        return super().sizeHint()

    def _put_in(self) -> None:
        column, self._held = self._held, None
        if column is not None:
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
