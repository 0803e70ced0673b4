"""The bar above the page, filled by the page."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from closet_app.ui.frame.page import Page
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text import ElidedLabel


class TopBar(QFrame):
    """56 px high; shows what belongs to the current page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        fix(self, height=56)
        self._stack = QStackedWidget()
        self._bars: dict[Page, QWidget | None] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 0, px(16), 0)
        row.addWidget(self._stack)

    def add(self, page: Page) -> None:
        """Take the bar of a page that was just made."""
        bar = page.top_bar()
        self._bars[page] = bar
        if bar is not None:
            self._stack.addWidget(bar)

    def show_for(self, page: Page | None) -> None:
        """Show the bar of `page`; a page without one hides the whole bar."""
        bar = self._bars.get(page) if page is not None else None
        self.setVisible(bar is not None)
        if bar is not None:
            self._stack.setCurrentWidget(bar)


class PageBar(QWidget):
    """The usual content: a title at the left, actions at the right."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(px(10))
        self.title = ElidedLabel(title, role="page")
        self.row.addWidget(self.title, 1)
        self.title.setVisible(bool(title))
        if not title:
            self.row.addStretch(1)
        self._lefts = 0

    def add_left(self, widget: QWidget, stretch: int = 0) -> None:
        """Put `widget` before the title, after those put there before."""
        self.row.insertWidget(self._lefts, widget, stretch)
        self._lefts += 1

    def add_right(self, widget: QWidget) -> None:
        """Put `widget` after everything else."""
        self.row.addWidget(widget)
