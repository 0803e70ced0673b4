"""One packing step: its words, what it uses up or costs, and its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from closet_app.domain.money import Money
from closet_app.errors import InvalidValueError
from closet_app.services.records import ShopStep
from closet_app.services.records.supplies import Supply
from closet_app.services.shop import shop
from closet_app.ui.desk import Desk
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import IconButton
from closet_app.ui.widgets.text import PlainLabel, set_tooltip
from closet_app.ui.widgets.text_fields import ComboField, LineField
from closet_app.ui.widgets.value_fields import MoneyField, NumberField
from closet_app.ui.words import say
from closet_app.wording import parse_money, say_money

MOST_AT_ONCE = 1000


class StepLine(QWidget):
    """A step that uses a supply says how many; its cost is then that of the supply's lots."""

    changed = Signal()
    removed = Signal()
    raised = Signal()

    def __init__(self, desk: Desk, step: ShopStep) -> None:
        super().__init__()
        self._step = step
        self._shelf: dict[int, Supply] = {}
        currency, locale = desk.closet.currency, shop(desk.closet).locale
        self._locale = locale
        self.words = LineField("", empty=say("What you do"))
        self.words.editor.setAccessibleName(say("Packing step"))
        self.words.set_text(step.words)
        self.supply = ComboField("")
        self.supply.editor.setAccessibleName(say("What it uses up"))
        self.quantity: NumberField[int] = NumberField("", _parse_count, str)
        self.quantity.editor.setAccessibleName(say("How many it uses"))
        self.quantity.set_value(step.quantity)
        self.cost: MoneyField[Money] = MoneyField(
            "",
            lambda text: parse_money(text, currency, locale),
            lambda money: say_money(money, locale=locale),
            empty=say("costs nothing"),
        )
        self.cost.editor.setAccessibleName(say("What it costs"))
        self.cost.set_value(Money(step.cost_minor, currency) if step.cost_minor else None)
        self.price = PlainLabel("", tone="muted")
        self._build()
        self.offer(())
        for signal in (self.words.changed, self.cost.committed, self.quantity.committed):
            signal.connect(self.changed)
        self.supply.changed.connect(self._on_supply)

    def _build(self) -> None:
        self.price.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for field, width in (
            (self.supply, 150), (self.quantity, 52), (self.cost, 118), (self.price, 58),
        ):  # fmt: skip
            fix(field, width=width)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.words, 1)
        for field in (self.supply, self.quantity, self.cost, self.price):
            row.addWidget(field)
        row.addWidget(IconButton("arrow-up", say("Move up"), pressed=self.raised.emit))
        row.addWidget(IconButton("x", say("Remove the step"), pressed=self.removed.emit))

    def offer(self, shelf: Sequence[Supply]) -> None:
        """Offer these supplies; the field goes while the shop has none."""
        self._shelf = {each.id: each for each in shelf}
        options: list[tuple[object, str]] = [(None, say("uses no supply"))]
        options += [(each.id, each.name) for each in shelf]
        self.supply.set_options(options)
        self.supply.set_value(self._step.supply_id)
        self._show()

    def value(self) -> ShopStep:
        """The step as it stands in the line; what the line does not show stays as it was."""
        cost = self.cost.value()
        return self._step._replace(
            words=self.words.text.strip(),
            cost_minor=cost.minor if cost is not None else 0,
            quantity=self.quantity.value() or 1,
        )

    def _on_supply(self, chosen: object) -> None:
        self._step = self._step._replace(supply_id=chosen if isinstance(chosen, int) else None)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        supply = self._shelf.get(self._step.supply_id or 0)
        uses = supply is not None
        self.supply.setVisible(bool(self._shelf))
        for part, shown in ((self.quantity, uses), (self.price, uses), (self.cost, not uses)):
            part.setVisible(shown)
        each = supply.next_cost if supply is not None else None
        count = self.quantity.value() or 1
        whole = Money(each.minor * count, each.currency) if each is not None else None
        self.price.setText(say_money(whole, locale=self._locale) if whole is not None else "")
        set_tooltip(self.price, say("What it costs by the next lot") if whole is not None else "")


def _parse_count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_AT_ONCE:
        raise InvalidValueError(say("Type a number from 1 to {most}.", most=MOST_AT_ONCE))
    return int(text)
