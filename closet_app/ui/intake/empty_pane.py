"""What stands where the rows will be: where photos come from, or what became of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.frames import EmptyState, Offer
from closet_app.ui.words import say, say_many

WIDTH, HEIGHT = 640, 320


class EmptyPane(QStackedWidget):
    """Nothing yet, photos on their way, or an intake that is done."""

    def __init__(self, ways: Sequence[Offer], done: Sequence[Offer]) -> None:
        super().__init__()
        self.setProperty("ground", "canvas")
        self._done_offers = done
        self._empty = self._page(
            EmptyState(
                "camera",
                say("Drop a phone’s photos here."),
                say(
                    "Closet copies them, sorts them into pieces and reads their tags. "
                    "You check the seams and fill in the blanks."
                ),
                ways,
            )
        )
        self._coming = self._page(
            EmptyState(
                "images",
                say("Photos are coming in."),
                say("The first pieces appear here in a moment."),
                framed=False,
            )
        )
        self._done: QWidget | None = None
        self._made = 0

    def _page(self, state: QWidget) -> QWidget:
        page = QWidget()
        fix(state, width=WIDTH, height=HEIGHT)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(state)
        across.addStretch(1)
        rows = QVBoxLayout(page)
        rows.setContentsMargins(px(24), px(24), px(24), px(24))
        rows.addStretch(2)
        rows.addLayout(across)
        rows.addStretch(3)
        self.addWidget(page)
        return page

    def take_focus(self) -> None:
        """Let the keys act on the first of the ways on, where there is one."""
        shown = self.currentWidget()
        first = shown.findChild(Button) if shown is not None else None
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_empty(self) -> None:
        """Nothing is under way."""
        self.setCurrentWidget(self._empty)

    def show_coming(self) -> None:
        """Photos are being taken in, and none has arrived yet."""
        self.setCurrentWidget(self._coming)

    def show_done(self, count: int) -> None:
        """So many drafts were made."""
        if self._done is not None and count == self._made:
            self.setCurrentWidget(self._done)
            return
        self._made = count
        if self._done is not None:
            self.removeWidget(self._done)
            self._done.deleteLater()
        title = say_many("{count} draft is in Closet.", "{count} drafts are in Closet.", count)
        words = say("Nothing is listed until you say so. The next photos can be dropped here.")
        self._done = self._page(
            EmptyState("circle-check", title, words, self._done_offers, framed=False)
        )
        self._done.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCurrentWidget(self._done)
