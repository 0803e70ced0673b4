"""Where a printer pulls its paper askew: how far the print on one stock is moved and stretched."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from closet_app.errors import ClosetError, InvalidValueError
from closet_app.services.print_pages import Stock
from closet_app.services.printer_settings import STRAIGHT, Nudge, keep_nudge, nudge_of
from closet_app.ui.desk import Desk
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.dialogs import FormDialog
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import ComboField
from closet_app.ui.widgets.value_fields import NumberField
from closet_app.ui.words import say

MICROMETRES = 1000
MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class Target:
    """One stock and the printer it lies in."""

    stock: Stock
    printer: str


class NudgeDialog(FormDialog):
    """Kept for each printer and stock; `ruler` carries the target whose ruler is wanted."""

    ruler = Signal(object)

    def __init__(self, desk: Desk, targets: tuple[Target, ...], parent: QWidget | None) -> None:
        super().__init__(say("Move the print"), act=say("Save"), width=420, parent=parent)
        self._desk = desk
        self._targets = targets
        self.target = ComboField(say("Paper and printer"))
        self.right = NumberField[int](say("To the right"), parse_mm, say_mm, unit=say("mm"))
        self.down = NumberField[int](say("Down"), parse_mm, say_mm, unit=say("mm"))
        self.wide = NumberField[float](say("Width"), parse_percent, say_percent, unit="%")
        self.tall = NumberField[float](say("Height"), parse_percent, say_percent, unit="%")
        self._build()
        self._show()

    @property
    def chosen(self) -> Target:
        """The stock and printer that are adjusted."""
        place = self.target.value()
        return self._targets[place if isinstance(place, int) else 0]

    def _build(self) -> None:
        words = say(
            "Print the ruler page and read at its edges how far it is off. "
            "A minus moves the print to the left or up."
        )
        self.body.addWidget(PlainLabel(words, tone="muted", wrap=True))
        names = [
            (place, f"{each.stock.name}, {each.printer}" if each.printer else each.stock.name)
            for place, each in enumerate(self._targets)
        ]
        self.target.set_options(names)
        self.target.set_value(0)
        self.body.addWidget(self.target)
        for pair in ((self.right, self.down), (self.wide, self.tall)):
            row = QHBoxLayout()
            row.setSpacing(px(10))
            for field in pair:
                row.addWidget(field, 1)
            self.body.addLayout(row)
        self.print_ruler = self.add_verb(
            say("Print the ruler page"), "secondary", lambda: self.ruler.emit(self.chosen)
        )
        self.straight = self.add_verb(say("Straight"), "secondary", lambda: self._fill(STRAIGHT))
        for button in (self.straight, self.print_ruler):
            self.verbs.removeWidget(button)
            self.verbs.insertWidget(0, button)
        self.target.changed.connect(lambda _place: self._show())

    def _show(self) -> None:
        target = self.chosen
        settings = self._desk.choices.settings
        self._fill(nudge_of(settings, target.printer, target.stock.id))

    def _fill(self, nudge: Nudge) -> None:
        self.right.set_value(nudge.x)
        self.down.set_value(nudge.y)
        self.wide.set_value(nudge.scale_x)
        self.tall.set_value(nudge.scale_y)

    def nudge(self) -> Nudge:
        """What stands in the fields."""
        return Nudge(
            self.right.value() or 0,
            self.down.value() or 0,
            self.wide.value() or 1.0,
            self.tall.value() or 1.0,
        )

    def check(self) -> str:
        fields: tuple[NumberField[int] | NumberField[float], ...]
        fields = (self.right, self.down, self.wide, self.tall)
        if not all(field.is_valid for field in fields):
            return say("Put right what is marked first.")
        target, settings = self.chosen, self._desk.choices.settings
        try:
            kept = keep_nudge(settings, target.printer, target.stock.id, self.nudge())
        except ClosetError as wrong:
            return str(wrong)
        self._desk.choices.change(nudges=kept.nudges)
        return ""


def parse_mm(text: str) -> int:
    """Millimetres as micrometres; raises InvalidValueError."""
    return round(_number(text) * MICROMETRES)


def say_mm(micrometres: int) -> str:
    """“0.5”, “−1”."""
    return _said(Decimal(micrometres) / MICROMETRES)


def parse_percent(text: str) -> float:
    """Percent as a factor; raises InvalidValueError."""
    return float(_number(text.rstrip("% ")) / 100)


def say_percent(factor: float) -> str:
    """“100.2”."""
    return _said(Decimal(str(round(factor * 100, 3))))


def _said(number: Decimal) -> str:
    words = f"{number.normalize():f}"
    return words.replace("-", MINUS)


def _number(text: str) -> Decimal:
    plain = text.strip().replace(MINUS, "-").replace(",", ".")
    try:
        found = Decimal(plain)
    except InvalidOperation as wrong:
        raise InvalidValueError(say("Type a number such as 0.5.")) from wrong
    if not found.is_finite():
        raise InvalidValueError(say("Type a number such as 0.5."))
    return found
