"""Asking, floor and what to keep at least, with the two figures that help to set them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.domain.fields import FIELD
from closet_app.domain.money import Money
from closet_app.errors import UserError
from closet_app.services import estimates
from closet_app.services.closet import Closet
from closet_app.ui.editor.controls import Talk, price_input
from closet_app.ui.editor.inputs import FieldInput
from closet_app.ui.editor.sheet import Place, Sheet
from closet_app.ui.editor.span_layout import COLUMNS, SpanLayout
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.frames import Note
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say
from closet_app.wording import say_money

KEYS = ("asking", "floor", "keep_at_least")


class Helper(QWidget):
    """A sentence with a figure and a way to use it; `used` carries the amount."""

    used = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._amount: Money | None = None
        self._words = PlainLabel("", role="small", tone="muted", wrap=True)
        self._use = Button(say("Use as floor"), "link", size="small", pressed=self._on_used)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._use)

    def say(self, words: str, amount: Money | None) -> None:
        """Say what helps; no words hide it, no amount leaves nothing to use."""
        self._words.setText(words)
        self._amount = amount
        self._use.setVisible(amount is not None)
        self.setVisible(bool(words))

    def _on_used(self) -> None:
        if self._amount is not None:
            self.used.emit(self._amount)


class PriceCard(QWidget):
    """`committed` carries field and amount, also when a proposed amount is used."""

    committed = Signal(str, object)
    wrong = Signal(str)

    def __init__(self, closet: Closet, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._closet, self._talk = closet, talk
        self._lowest: Money | None = None
        self.inputs = tuple(price_input(key, say(FIELD[key].words), talk) for key in KEYS)
        self.hint = PlainLabel("", role="small", tone="muted")
        self.helper = Helper()
        self.warning = Note("", "warn", action=say("Use"))
        self._build()
        self._connect()

    def _build(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(PlainLabel(say("Price and floor"), role="section"), 1)
        heading.addWidget(self.hint)
        amounts = QWidget()
        fields = SpanLayout(amounts, narrow=0)
        for each in self.inputs:
            fields.add(each.box, COLUMNS // len(KEYS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(heading)
        column.addWidget(amounts)
        column.addWidget(self.helper)
        column.addWidget(self.warning)

    def _connect(self) -> None:
        for each in self.inputs:
            each.committed.connect(self.committed)
            each.wrong.connect(self.wrong)
        self.helper.used.connect(self._use_as_floor)
        self.warning.acted.connect(lambda: self._use_as_floor(self._lowest))

    def show_sheet(self, sheet: Sheet, place: Place | None) -> None:
        """Show the amounts of a piece, and what they mean on one marketplace."""
        facts = sheet.piece.facts
        for each in self.inputs:
            each.show(getattr(facts, each.key))
        lowest = sheet.piece.lowest_asking
        said = "" if lowest is None else say("lowest ever asked {price}", price=self._say(lowest))
        self.hint.setText(said)
        self.show_place(sheet, place)

    def show_place(self, sheet: Sheet, place: Place | None) -> None:
        """Work the helping figures out for another marketplace."""
        self._help(sheet, place)
        self._warn(sheet, place)

    def _help(self, sheet: Sheet, place: Place | None) -> None:
        facts = sheet.piece.facts
        wanted = facts.keep_at_least
        if place is None or wanted is None:
            self.helper.say("", None)
            return
        said = {"amount": self._say(wanted), "marketplace": place.name}
        try:
            price = estimates.price_that_keeps(self._closet, sheet.piece.id, place.id, wanted)
        except UserError as why:
            self.helper.say(str(why), None)
            return
        said["price"] = say_money(price, locale=self._talk.manner.locale)
        words = say("Price that keeps {amount} on {marketplace}: {price}", **said)
        self.helper.say(words, None if price == facts.floor else price)

    def _warn(self, sheet: Sheet, place: Place | None) -> None:
        floor = sheet.piece.facts.floor
        self._lowest = None
        if place is not None and floor is not None and not place.keep.why_not:
            lowest = estimates.lowest_floor(self._closet, sheet.piece.id, place.id)
            self._lowest = lowest if floor < lowest else None
        self.warning.setVisible(self._lowest is not None)
        if self._lowest is not None and place is not None:
            words = say(
                "This floor loses money on {marketplace}. {lowest} is the lowest that does not.",
                marketplace=place.name,
                lowest=say_money(self._lowest, locale=self._talk.manner.locale),
            )
            self.warning.say(words)

    def input(self, key: str) -> FieldInput | None:
        """The control of one of the three amounts."""
        return next((each for each in self.inputs if each.key == key), None)

    def _use_as_floor(self, amount: Money | None) -> None:
        if amount is not None:
            self.committed.emit("floor", amount)

    def _say(self, amount: Money) -> str:
        return say_money(amount, cents="auto", locale=self._talk.manner.locale)
