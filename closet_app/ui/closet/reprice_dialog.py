"""New asking prices for several pieces, with what they would keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from closet_app.domain.money import Money
from closet_app.domain.pricing import PriceEnding, Reprice, reprice
from closet_app.domain.units import Percent
from closet_app.errors import UserError
from closet_app.services import estimates
from closet_app.services.closet import Closet
from closet_app.services.records import KeepEstimate, Piece
from closet_app.ui.closet.faces import Speech
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.choices import SwitchField
from closet_app.ui.widgets.dialogs import FormDialog
from closet_app.ui.widgets.text import ElidedLabel, PlainLabel
from closet_app.ui.widgets.text_fields import ComboField, LineField
from closet_app.ui.words import mark, say, say_many
from closet_app.wording import parse_money, parse_percent

PREVIEWED = 4

WAYS: tuple[tuple[str, str], ...] = (
    ("lower_percent", mark("Lower by percent")),
    ("lower_amount", mark("Lower by an amount")),
    ("raise_percent", mark("Raise by percent")),
    ("raise_amount", mark("Raise by an amount")),
    ("set", mark("Set to")),
)
ENDINGS: tuple[tuple[PriceEnding, str], ...] = (
    (PriceEnding.AS_IS, mark("As it comes")),
    (PriceEnding.WHOLE, mark("Whole amounts")),
    (PriceEnding.NINETY_NINE, mark("Ending in .99")),
    (PriceEnding.NINETY_FIVE, mark("Ending in .95")),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed into the form."""

    way: str
    amount: str
    ending: PriceEnding
    respect_floor: bool


def rule_of(asked: Asked, currency: str, locale: str) -> Reprice:
    """The rule that was asked for; raises UserError for what cannot be read."""
    if not asked.amount.strip():
        raise UserError(say("Type by how much."))
    sign = -1 if asked.way.startswith("lower") else 1
    both = {"ending": asked.ending, "respect_floor": asked.respect_floor}
    if asked.way.endswith("percent"):
        percent = parse_percent(asked.amount)
        return Reprice(percent=Percent(sign * abs(percent.value)), **both)  # type: ignore[arg-type]  # by name
    amount = abs(parse_money(asked.amount, currency, locale))
    if asked.way == "set":
        return Reprice(to=amount, **both)  # type: ignore[arg-type]  # by name
    return Reprice(amount=amount * sign, **both)  # type: ignore[arg-type]  # by name


def lowest_keep(found: Sequence[KeepEstimate]) -> Money | None:
    """What a card says: the lowest where it is listed, else the lowest anywhere."""
    known = [each for each in found if each.fee is not None]
    listed = [each for each in known if each.listed] or known
    return min((each.keep for each in listed), default=None)


class RepriceDialog(FormDialog):
    """Asks for a rule; the preview shows the first pieces as they would become."""

    def __init__(
        self,
        closet: Closet,
        speech: Speech,
        previewed: Sequence[Piece],
        count: int,
        parent: QWidget | None,
    ) -> None:
        title = say_many("Reprice {count} item", "Reprice {count} items", count)
        super().__init__(title, act=title, keep=say("Leave as is"), width=500, parent=parent)
        self._closet, self._speech = closet, speech
        self._pieces, self._count = tuple(previewed[:PREVIEWED]), count
        self.way = ComboField(say("How"), [(way, say(words)) for way, words in WAYS])
        self.amount = LineField(say("By"), unit="%")
        self.ending = ComboField(say("New prices"), [(end, say(words)) for end, words in ENDINGS])
        self.floor = SwitchField(say("Never below a piece's floor"))
        self._preview = QGridLayout()
        self._labels: list[QLabel] = []
        self._build()
        self._connect()
        self._show_preview()

    def _build(self) -> None:
        self.way.set_value(WAYS[0][0])
        self.ending.set_value(PriceEnding.AS_IS)
        self.floor.set_value(True)
        across = QHBoxLayout()
        across.setSpacing(px(12))
        for field in (self.way, self.amount, self.ending):
            across.addWidget(field, 1)
        self.body.addLayout(across)
        self.body.addWidget(self.floor)
        self._preview.setHorizontalSpacing(px(16))
        self._preview.setVerticalSpacing(px(6))
        self._preview.setColumnStretch(0, 1)
        self.body.addLayout(self._preview)
        self.amount.line.setFocus()

    def _connect(self) -> None:
        self.way.changed.connect(self._on_way)
        self.amount.edited.connect(lambda _text: self._show_preview())
        self.ending.changed.connect(lambda _value: self._show_preview())
        self.floor.changed.connect(lambda _on: self._show_preview())

    def rule(self) -> Reprice:
        """The rule as it stands; raises UserError for what cannot be read."""
        asked = Asked(
            str(self.way.value()),
            self.amount.text,
            # Qt hands a plain text back.
            PriceEnding(str(self.ending.value())),
            self.floor.value(),
        )
        return rule_of(asked, self._closet.currency, self._speech.locale)

    def check(self) -> str:
        try:
            self.rule()
        except UserError as wrong:
            return str(wrong)
        return ""

    def _on_way(self, way: object) -> None:
        self.amount.set_unit("%" if str(way).endswith("percent") else "")
        self._show_preview()

    def _show_preview(self) -> None:
        for label in self._labels:
            self._preview.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        try:
            rule: Reprice | None = self.rule()
        except UserError:
            rule = None
        for row, piece in enumerate(self._pieces):
            self._add_row(row, piece, rule)
        more = self._count - len(self._pieces)
        if more:
            words = say_many("and {count} more", "and {count} more", more)
            self._put(PlainLabel(words, role="small", tone="muted"), len(self._pieces), 0)

    def _add_row(self, row: int, piece: Piece, rule: Reprice | None) -> None:
        own = piece.facts
        self._put(ElidedLabel(own.title or own.sku), row, 0)
        if own.asking is None and (rule is None or rule.to is None):
            self._put(PlainLabel(say("no price yet"), tone="muted"), row, 1)
            return
        new = reprice(rule, own.asking, own.floor) if rule is not None else None
        price = self._speech.price
        prices = price(own.asking) if new is None else f"{price(own.asking)} → {price(new.price)}"
        self._put(PlainLabel(prices, role="body-strong"), row, 1)
        keep = [self._keep(piece, own.asking)]
        if new is not None:
            keep.append(self._keep(piece, new.price))
        said = " → ".join(self._speech.keep(each) for each in keep if each is not None)
        below = keep[-1] is not None and keep[-1].minor < 0
        self._put(
            PlainLabel(say("keep {amount}", amount=said), tone="bad" if below else "ok"), row, 2
        )
        held = say("held by its floor") if new is not None and new.held_by_floor else ""
        self._put(PlainLabel(held, role="small", tone="warn"), row, 3)

    def _keep(self, piece: Piece, price: Money | None) -> Money | None:
        if price is None:
            return None
        return lowest_keep(estimates.estimates(self._closet, piece.id, price))

    def _put(self, label: QLabel, row: int, column: int) -> None:
        self._labels.append(label)
        self._preview.addWidget(label, row, column)
