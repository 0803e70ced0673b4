"""The steps of packing with what each costs, and the days until a parcel leaves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.errors import InvalidValueError
from closet_app.services.records import ShopStep
from closet_app.services.shop import edit_shop, shop
from closet_app.services.supplies import supplies
from closet_app.ui.desk import Desk
from closet_app.ui.settings.section import Section
from closet_app.ui.settings.step_line import StepLine
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.value_fields import NumberField
from closet_app.ui.words import say

MOST_DAYS = 60


class PackingSection(Section):
    """Ticked on every order; the costs are proposed as its supplies."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            say("Packing"),
            say("The steps you tick for every order. One that uses a supply counts it down; "
                "what the steps cost counts as supplies."),
        )  # fmt: skip
        self.rows: list[StepLine] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(px(8))
        self.body.addLayout(self._list)
        self.side_by_side(Button(say("Add a step"), icon="plus", pressed=self.add_step))
        self.days: NumberField[int] = NumberField(
            say("Ship within"), _parse_days, str, unit=say("days")
        )
        self.days.committed.connect(lambda days: self.save(self.days, ship_within_days=days))
        self.grid((self.days, 3), (QWidget(), 9))
        self.reload()

    def reload(self) -> None:
        own, shelf = shop(self.desk.closet), supplies(self.desk.closet)
        if self._steps() != own.packing_steps:
            self._show(own.packing_steps)
        for row in self.rows:
            row.offer(shelf)
        if not self.days.editor.hasFocus():
            self.days.set_value(own.ship_within_days)

    def add_step(self) -> None:
        """One more line, kept once it has words."""
        self._add(ShopStep("", 0))
        self.rows[-1].offer(supplies(self.desk.closet))
        self.rows[-1].words.line.setFocus()

    def _show(self, steps: tuple[ShopStep, ...]) -> None:
        for row in self.rows:
            row.deleteLater()
        self.rows = []
        for step in steps:
            self._add(step)

    def _add(self, step: ShopStep) -> None:
        row = StepLine(self.desk, step)
        row.changed.connect(self._keep)
        row.removed.connect(self._doing(self._remove, row))
        row.raised.connect(self._doing(self._raise, row))
        self.rows.append(row)
        self._list.addWidget(row)

    def _doing(self, act: Callable[[StepLine], None], row: StepLine) -> Callable[[], None]:
        return lambda: act(row)

    def _remove(self, row: StepLine) -> None:
        self.rows.remove(row)
        row.deleteLater()
        self._keep()

    def _raise(self, row: StepLine) -> None:
        place = self.rows.index(row)
        if place:
            self.rows.insert(place - 1, self.rows.pop(place))
            self._list.insertWidget(place - 1, row)
            self._keep()

    def _steps(self) -> tuple[ShopStep, ...]:
        """What the lines say; one without words does not count yet."""
        return tuple(row.value() for row in self.rows if row.value().words)

    def _keep(self) -> None:
        steps = self._steps()
        if steps != shop(self.desk.closet).packing_steps:
            self.desk.command(lambda: edit_shop(self.desk.closet, packing_steps=steps))


def _parse_days(text: str) -> int:
    if not text.isdecimal() or int(text) > MOST_DAYS:
        raise InvalidValueError(say("Type a number of days, up to {most}.", most=MOST_DAYS))
    return int(text)
