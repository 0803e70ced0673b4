"""An offer in a sentence: its amount, its marketplace, and what it would leave."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from closet_app.ui.editor.sheet import Place
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.popups import rounded_menu
from closet_app.ui.widgets.text import PlainLabel, set_state, set_tooltip
from closet_app.ui.words import say

SPACE = 5


class OfferRow(QWidget):
    """`typed` carries the text while it is typed, `left` comes when it is done."""

    typed = Signal(str)
    left = Signal(str)
    place_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amount = QLineEdit()
        self.amount.setAccessibleName(say("Offer"))
        set_state(self.amount, "fieldSize", "small")
        fix(self.amount, width=56)
        self.places = Button("", "link")
        self.menu = rounded_menu(QMenu(self))
        self.places.setMenu(self.menu)
        self.keep = PlainLabel("", role="section", tone="ok")
        self._before = (
            PlainLabel(say("An offer of")),
            self.amount,
            PlainLabel(say("on")),
            self.places,
        )
        self._build()
        self.amount.textEdited.connect(self.typed)
        self.amount.editingFinished.connect(lambda: self.left.emit(self.amount.text()))

    def _build(self) -> None:
        self._row = QHBoxLayout()
        self._row.setSpacing(px(SPACE))
        for part in self._before:
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._row.addWidget(self.keep)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(px(SPACE))
        self._rows.addLayout(self._row)

    def show_places(self, places: Sequence[Place], chosen: Place | None) -> None:
        """Offer these marketplaces."""
        self.menu.clear()
        for each in places:
            words = each.name.replace("&", "&&")
            self.menu.addAction(words, partial(self.place_chosen.emit, each.id))
        name = chosen.name if chosen else ""
        self.places.setText(name.replace("&", "&&"))
        self.places.setAccessibleName(say("Marketplace of the offer: {name}", name=name))
        self._fit()

    def show_amount(self, words: str) -> None:
        """Show an offer made elsewhere, but not over what is being typed."""
        if not self.amount.hasFocus():
            self.amount.setText(words)

    def show_wrong(self, wrong: bool) -> None:
        """Mark an amount that cannot be read."""
        set_state(self.amount, "state", "error" if wrong else "")

    def show_keep(self, words: str, tone: str, why: str) -> None:
        """Say what is left, and what that rests on."""
        self.keep.setText(words)
        self.keep.set_tone(tone)
        set_tooltip(self.keep, why)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What is kept goes below when a long name leaves no room for it."""
        parts = (*self._before, self.keep)
        hints = (part.sizeHint().boundedTo(part.maximumSize()) for part in parts)
        wanted = sum(hint.width() for hint in hints) + px(SPACE) * (len(parts) - 1)
        beside = self._row.indexOf(self.keep) >= 0
        if beside and wanted > self.width():
            self._row.removeWidget(self.keep)
            self._rows.addWidget(self.keep)
        elif not beside and wanted <= self.width():
            self._rows.removeWidget(self.keep)
            self._row.addWidget(self.keep)
