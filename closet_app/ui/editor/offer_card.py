"""What an offer would leave: an amount, a marketplace, a slider with its bands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from closet_app.domain.currencies import minor_per_major
from closet_app.domain.money import Money
from closet_app.domain.pricing import OfferBand
from closet_app.errors import UserError
from closet_app.services import estimates
from closet_app.services.closet import Closet
from closet_app.services.records import KeepEstimate
from closet_app.ui.editor.controls import Talk
from closet_app.ui.editor.offer_row import OfferRow
from closet_app.ui.editor.sheet import Place, Sheet
from closet_app.ui.widgets.frames import Card
from closet_app.ui.widgets.offer_slider import OfferRange, OfferSlider, OfferSpan
from closet_app.ui.words import say
from closet_app.wording import parse_money, say_keep, say_money

_ROLES = {OfferBand.LOSS: "bad", OfferBand.BELOW_FLOOR: "warn", OfferBand.FINE: "ok"}
_LEAST, _MOST, _FIRST = 30, 112, 80
"""The slider's ends and where it starts, in percent of the asking price."""
_OF_LOWEST = 70
"""Some offers that lose money stay on the slider: from this percentage of the lowest floor."""


class OfferCard(Card):
    """`place_chosen` says that the figures are for another marketplace now."""

    place_chosen = Signal()

    def __init__(self, closet: Closet, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(pad=12, parent=parent)
        self._closet, self._talk = closet, talk
        self._sheet: Sheet | None = None
        self._chosen = ""
        self._offers: dict[int, int] = {}
        self.row = OfferRow()
        self.slider = OfferSlider(self._say_minor, say("Offer"))
        self.body.addWidget(self.row)
        self.body.addWidget(self.slider)
        self.row.typed.connect(self._on_typing)
        self.row.left.connect(self._on_typed)
        self.row.place_chosen.connect(self.choose)
        self.slider.moved.connect(self._show_offer)

    @property
    def place(self) -> Place | None:
        """The marketplace the offer is made on."""
        shown = self._sheet.places if self._sheet else ()
        found = (each for each in shown if each.id == self._chosen)
        return next(found, shown[0] if shown else None)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a piece; the marketplace stays, the offer belongs to the piece."""
        self._sheet = sheet
        self.row.show_places(sheet.places, self.place)
        shown = bool(sheet.places) and self._highest() is not None
        self.setVisible(shown)
        if shown:
            self._show_range()

    def choose(self, marketplace: str) -> None:
        """Make the offer on another marketplace."""
        self._chosen = marketplace
        if self._sheet is not None:
            self.show_sheet(self._sheet)
        self.place_chosen.emit()

    def _highest(self) -> Money | None:
        facts = self._sheet.piece.facts if self._sheet else None
        known = [each for each in (facts.asking, facts.floor) if each] if facts else []
        return max(known, default=None)

    def _show_range(self) -> None:
        top, place, sheet = self._highest(), self.place, self._sheet
        if top is None or place is None or sheet is None:
            return
        item_id, floor = sheet.piece.id, sheet.piece.facts.floor
        least = floor.minor if floor else 0
        unit = minor_per_major(top.currency)
        low = _whole(min(top.minor * _LEAST // 100, self._lowest(item_id, place)), unit)
        high = _whole(top.minor * _MOST // 100, unit) + unit
        spans = self._spans(item_id, place, Money(low, top.currency), Money(high, top.currency))
        value = self._offers.get(item_id, max(_whole(top.minor * _FIRST // 100, unit), least))
        self.slider.show_range(OfferRange(low, high, 0, least, unit, spans), value)
        self._show_offer(self.slider.value())

    def _lowest(self, item_id: int, place: Place) -> int:
        try:
            found = estimates.lowest_floor(self._closet, item_id, place.id)
        except UserError:
            return 0
        return found.minor * _OF_LOWEST // 100

    def _spans(self, item_id: int, place: Place, low: Money, high: Money) -> tuple[OfferSpan, ...]:
        if place.keep.why_not:
            return ()
        found = estimates.offer_bands(self._closet, item_id, place.id, low, high)
        return tuple(OfferSpan(one.low.minor, one.high.minor, _ROLES[one.band]) for one in found)

    def _on_typing(self, text: str) -> None:
        amount = self._read(text)
        self.row.show_wrong(amount is None and bool(text))
        if amount is not None:
            self._show_offer(amount)

    def _on_typed(self, text: str) -> None:
        self.row.show_wrong(False)
        amount = self._read(text)
        self._show_offer(self.slider.value() if amount is None else amount)

    def _read(self, text: str) -> int | None:
        manner = self._talk.manner
        try:
            amount = parse_money(text, manner.currency, manner.locale)
        except UserError:
            return None
        return amount.minor if amount.minor >= 0 else None

    def _show_offer(self, minor: int) -> None:
        place, sheet = self.place, self._sheet
        if place is None or sheet is None:
            return
        self._offers[sheet.piece.id] = minor
        self.slider.put(minor)
        self.row.show_amount(self._say_minor(minor))
        price = Money(minor, self._talk.manner.currency)
        self._say_keep(estimates.offer(self._closet, sheet.piece.id, place.id, price))

    def _say_keep(self, left: KeepEstimate) -> None:
        if left.why_not:
            self.row.show_keep("–", "muted", left.why_not)
            return
        words = say("keep {amount}", amount=say_keep(left.keep, locale=self._talk.manner.locale))
        tone = "bad" if left.keep.minor < 0 else "ok"
        self.row.show_keep(words, tone, assumed(left, self._talk))

    def _say_minor(self, minor: int) -> str:
        manner = self._talk.manner
        return say_money(Money(minor, manner.currency), cents="auto", locale=manner.locale)


def _whole(minor: int, unit: int) -> int:
    return minor // unit * unit


def assumed(left: KeepEstimate, talk: Talk) -> str:
    """What a figure of keep rests on: fee, postage, supplies, cost."""
    parts = (
        (say("fee"), left.fee.total if left.fee else None),
        (say("postage"), left.postage),
        (say("supplies"), left.supplies),
        (say("paid"), left.cost),
    )
    locale = talk.manner.locale
    said = [f"{name} {say_money(amount, locale=locale)}" for name, amount in parts if amount]
    unsure = bool(left.fee and left.fee.rule.unverified)
    return ", ".join(said) + (f". {say('This fee rule is not verified.')}" if unsure else "")
