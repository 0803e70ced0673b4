"""One marketplace: on or off, how the shop is called there, and what a sale there is like."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.domain.fees import Marketplace
from closet_app.domain.money import Money
from closet_app.domain.units import Percent
from closet_app.errors import ClosetError, UserError
from closet_app.services.records import MarketplaceDefaults
from closet_app.services.shop import edit_marketplace, shop
from closet_app.ui.desk import Desk
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.badges import MarketplaceBadge
from closet_app.ui.widgets.choices import Switch, SwitchField
from closet_app.ui.widgets.field_box import FieldBox
from closet_app.ui.widgets.frames import Card, Note
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.widgets.value_fields import MoneyField, NumberField
from closet_app.ui.words import mark, say
from closet_app.wording import parse_money, parse_percent, say_date, say_money, say_percent

AMOUNTS = {
    "shipping": mark("Shipping the buyer pays"),
    "postage": mark("Postage you pay"),
    "supplies": mark("Supplies"),
}


class _Head(QHBoxLayout):
    """Badge, name, and a line about its rules."""

    def __init__(self, marketplace: Marketplace, words: str) -> None:
        super().__init__()
        self.setSpacing(px(10))
        self.addWidget(MarketplaceBadge(marketplace.id, marketplace.name))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(PlainLabel(marketplace.name, role="body-strong"))
        column.addWidget(PlainLabel(words, role="small", tone="muted", wrap=True))
        self.addLayout(column, 1)


class ClosedCard(Card):
    """A marketplace whose amounts are not known."""

    def __init__(self, marketplace: Marketplace) -> None:
        super().__init__(look="sunken")
        head = _Head(marketplace, marketplace.reason)
        switch = Switch(marketplace.name)
        switch.setEnabled(False)
        head.addWidget(switch)
        self.body.addLayout(head)


class MarketplaceCard(Card):
    """Fields are shown while the marketplace is on."""

    def __init__(self, desk: Desk, marketplace: Marketplace) -> None:
        super().__init__()
        self._desk = desk
        self._marketplace = marketplace
        self._kept = MarketplaceDefaults(marketplace=marketplace.id, enabled=False)
        self._locale = shop(desk.closet).locale
        self.switch = Switch(say("Sell on {name}", name=marketplace.name))
        self.handle = LineField(say("Your name there"))
        self.link = LineField(say("Link to your page"), empty="https://")
        self.own_label = SwitchField(
            say("You buy the shipping label"),
            say("else the marketplace gives one"),
        )
        self.amounts = {key: self._money(say(words)) for key, words in AMOUNTS.items()}
        self.tax: NumberField[Percent] = NumberField(
            say("Sales tax, about"), parse_percent, say_percent, empty="0%"
        )
        self._build()
        self._connect()

    def show_settings(self, kept: MarketplaceDefaults) -> None:
        """Show what is kept; a field that is being typed in stays."""
        self._kept = kept
        self.switch.setChecked(kept.enabled)
        self._fields.setVisible(kept.enabled)
        self.own_label.set_value(kept.own_label)
        self.amounts["postage"].setEnabled(kept.own_label)
        for field, text in ((self.handle, kept.handle), (self.link, kept.link)):
            if not field.editor.hasFocus():
                field.set_text(text)
        for key, field in self.amounts.items():
            if not field.editor.hasFocus():
                field.set_value(getattr(kept, key) or None)
        if not self.tax.editor.hasFocus():
            self.tax.set_value(Percent(kept.tax_percent) if kept.tax_percent else None)

    def _build(self) -> None:
        words, doubt = self._rule_words()
        head = _Head(self._marketplace, words)
        head.addWidget(self.switch)
        self.body.addLayout(head)
        self._fields = QWidget()
        rows = QVBoxLayout(self._fields)
        rows.setContentsMargins(0, px(6), 0, 0)
        rows.setSpacing(px(10))
        if doubt:
            rows.addWidget(Note(doubt, "warn"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(10))
        grid.addWidget(self.handle, 0, 0, 1, 2)
        grid.addWidget(self.link, 0, 2, 1, 2)
        fields: tuple[QWidget, ...] = (*self.amounts.values(), self.tax)
        for column, field in enumerate(fields):
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
        rows.addLayout(grid)
        rows.addWidget(self.own_label)
        self.body.addWidget(self._fields)

    def _connect(self) -> None:
        self.switch.clicked.connect(lambda on: self._save(self.handle, enabled=on))
        self.handle.changed.connect(lambda text: self._save(self.handle, handle=text))
        self.link.changed.connect(lambda text: self._save(self.link, link=text))
        self.own_label.changed.connect(lambda on: self._save(self.handle, own_label=on))
        for key, field in self.amounts.items():
            field.committed.connect(self._keeping(field, key))
        self.tax.committed.connect(
            lambda tax: self._save(self.tax, tax_percent=tax.value if tax else Decimal(0))
        )

    def _keeping(self, field: FieldBox, key: str) -> Any:  # noqa: ANN401 - a slot
        return lambda amount: self._save(field, **{key: amount})

    def _save(self, field: FieldBox, **changes: Any) -> None:
        wanted = replace(self._kept, **changes)
        self._kept = wanted
        field.set_error("")

        def failed(error: ClosetError) -> None:
            field.set_error(str(error))

        self._desk.command(lambda: edit_marketplace(self._desk.closet, wanted), failed=failed)

    def _money(self, label: str) -> MoneyField[Money]:
        currency, locale = self._desk.closet.currency, self._locale
        return MoneyField(
            label,
            lambda text: parse_money(text, currency, locale),
            lambda money: say_money(money, locale=locale),
            empty=say_money(Money.zero(currency), locale=locale),
        )

    def _rule_words(self) -> tuple[str, str]:
        """Where today's rule was read and when; and what is doubtful about it."""
        closet = self._desk.closet
        today = closet.clock.today()
        try:
            rule = closet.book.rule_for(
                self._marketplace.id, today, starting_price=Money.zero(closet.currency)
            )
        except UserError as why:
            return str(why), ""
        day = say_date(rule.checked_on, today, weekday=False, locale=self._locale)
        words = say("Fees read at {source}, checked {day}", source=rule.source, day=day)
        return words, rule.note or say("This rule is not verified.") if rule.unverified else ""
