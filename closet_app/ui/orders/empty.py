"""What stands in the middle when no order is shown."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from closet_app.ui.orders.list_pane import DONE, SHIPPED, TO_PACK
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Kind
from closet_app.ui.widgets.frames import EmptyState, Offer
from closet_app.ui.words import mark, say

NOTHING_FOUND = "nothing_found"


@dataclass(frozen=True, slots=True)
class _Words:
    icon: str
    title: str
    sentence: str
    action: str


_EMPTY = {
    TO_PACK: _Words(
        "package",
        mark("Nothing to pack."),
        mark("When you mark something sold, it waits here."),
        mark("Mark something sold"),
    ),
    SHIPPED: _Words(
        "truck",
        mark("Nothing on its way."),
        mark("Orders you mark shipped stay here until they are delivered."),
        mark("Mark something sold"),
    ),
    DONE: _Words(
        "package-check",
        mark("No finished orders yet."),
        mark("Delivered, returned and cancelled orders are kept here."),
        mark("Mark something sold"),
    ),
    NOTHING_FOUND: _Words(
        "search",
        mark("Nothing matches."),
        mark("Search by order number, buyer, piece or tracking number."),
        mark("Clear the search"),
    ),
}


class EmptyPane(QStackedWidget):
    """One sentence for each reason; `acted` when the way on is taken."""

    acted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self._pages = {reason: self._page(words) for reason, words in _EMPTY.items()}
        self.reason = TO_PACK

    def show_for(self, group: str, text: str) -> None:
        """Say why there is nothing in `group` for the search `text`."""
        self.reason = NOTHING_FOUND if text else group
        self.setCurrentWidget(self._pages[self.reason])

    def _page(self, words: _Words) -> QWidget:
        kind: Kind = "secondary" if words.icon == "search" else "primary"
        offer = Offer(say(words.action), self.acted.emit, kind)
        state = EmptyState(words.icon, say(words.title), say(words.sentence), [offer], framed=False)
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(px(24), px(24), px(24), px(24))
        rows.addWidget(state)
        self.addWidget(page)
        return page
