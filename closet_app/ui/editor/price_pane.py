"""The right column: what it costs and brings, where it is listed, its kit and its history."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.services.records import HistoryLine
from closet_app.ui.desk import Desk
from closet_app.ui.editor.controls import Talk
from closet_app.ui.editor.inputs import FieldInput
from closet_app.ui.editor.kit_card import KitCard
from closet_app.ui.editor.listings_card import ListingsCard
from closet_app.ui.editor.offer_card import OfferCard
from closet_app.ui.editor.price_card import PriceCard
from closet_app.ui.editor.sheet import Sheet
from closet_app.ui.editor.standing import Standing
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.timeline import HistoryList, HistoryRow
from closet_app.ui.words import say
from closet_app.wording import say_when

PAD = 16
FIRST = 8
"""Lines of history shown before all are asked for."""


class HistoryCard(QWidget):
    """What happened to a piece, the newest first."""

    def __init__(self, desk: Desk, talk: Talk) -> None:
        super().__init__()
        self._desk, self._talk = desk, talk
        self._lines: tuple[HistoryLine, ...] = ()
        self._list = HistoryList()
        self._more = Button(say("Show all"), "link", size="small", pressed=self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(PlainLabel(say("History"), role="section"))
        column.addWidget(self._list)
        column.addWidget(self._more)

    def show_lines(self, lines: tuple[HistoryLine, ...]) -> None:
        """Show the newest of these."""
        self._lines = lines
        self._show(FIRST)

    def _show_all(self) -> None:
        self._show(len(self._lines))

    def _show(self, most: int) -> None:
        now, locale = self._desk.closet.clock.now(), self._talk.manner.locale
        self._list.show_rows(
            [
                HistoryRow(line.words, say_when(line.at, now, locale=locale))
                for line in self._lines[:most]
            ]
        )
        self._more.setVisible(len(self._lines) > most)


class PricePane(QWidget):
    """`committed` and `wrong` are those of the amounts."""

    committed = Signal(str, object)
    wrong = Signal(str)

    def __init__(self, desk: Desk, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self.setAccessibleName(say("Price and listings"))
        self.standing = Standing(desk)
        self.price = PriceCard(desk.closet, talk)
        self.offer = OfferCard(desk.closet, talk)
        self.listings = ListingsCard(desk, talk)
        self.kit = KitCard(desk)
        self.history = HistoryCard(desk, talk)
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(PAD), px(14), px(PAD), px(PAD))
        column.setSpacing(px(14))
        for part in (
            self.standing, self.price, self.offer, self.listings, self.kit, self.history,
        ):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)

    def _connect(self) -> None:
        self.price.committed.connect(self.committed)
        self.price.wrong.connect(self.wrong)
        self.offer.place_chosen.connect(self._on_place)
        self.kit.mark_listed.connect(self.listings.edit)

    @property
    def inputs(self) -> tuple[FieldInput, ...]:
        """The amounts, in reading order."""
        return self.price.inputs

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a piece."""
        self._sheet = sheet
        self.standing.show_sheet(sheet)
        self.offer.show_sheet(sheet)
        self.price.show_sheet(sheet, self.offer.place)
        self.listings.show_sheet(sheet)
        self.kit.show_sheet(sheet)
        self.history.show_lines(sheet.history)

    def _on_place(self) -> None:
        if self._sheet is not None:
            self.price.show_place(self._sheet, self.offer.place)
