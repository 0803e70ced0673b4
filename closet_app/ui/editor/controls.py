"""Makes the control of each cell and joins it with its field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from closet_app.domain.fields import FIELD, FieldValue
from closet_app.domain.item import Condition, ItemFacts, Ownership
from closet_app.domain.money import Money
from closet_app.errors import InvalidValueError
from closet_app.ui.editor.color_field import ColorField
from closet_app.ui.editor.form_table import Cell, Control
from closet_app.ui.editor.inputs import FieldInput
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text import set_state
from closet_app.ui.widgets.text_fields import ComboField, LineField, MultiLineField
from closet_app.ui.widgets.value_fields import DateField
from closet_app.ui.words import say
from closet_app.wording import Manner, condition_words, parse_field, say_field, say_money
from closet_app.wording.words import say_ownership

TITLE_LETTERS = 80
"""What the shortest title of the marketplaces' forms holds."""

Options = Sequence[tuple[object, str]]


class Talk:
    """Values in this shop's words and back; the shop may change how it writes."""

    def __init__(self, manner: Manner) -> None:
        self.manner = manner

    def read(self, key: str, text: str) -> FieldValue:
        """The value typed for a field; raises InvalidValueError."""
        return parse_field(FIELD[key], text, self.manner)

    def words(self, key: str, value: FieldValue) -> str:
        """The value as it stands in its field."""
        return say_field(FIELD[key], value, self.manner)

    def price(self, value: Money | None) -> str:
        """A price for a large field, without empty cents."""
        return "" if value is None else say_money(value, cents="auto", locale=self.manner.locale)


def make_input(cell: Cell, talk: Talk) -> FieldInput:
    """The control of `cell`, without a value yet."""
    return _MAKERS[cell.control](cell, talk)


def line_input(key: str, box: LineField, talk: Talk, *, large: bool = False) -> FieldInput:
    """One line of text joined with a field."""

    def put(value: Any) -> None:  # noqa: ANN401 - whatever the field holds
        box.set_text(talk.price(value) if large else talk.words(key, value))

    made = FieldInput(key, box, lambda: talk.read(key, box.text), put)
    _hear_line(made, box.line)
    return made


def price_input(key: str, words: str, talk: Talk) -> FieldInput:
    """One of the three large amounts."""
    box = LineField(words)
    set_state(box.line, "fieldSize", "money")
    return line_input(key, box, talk, large=True)


def condition_options() -> Options:
    """Nothing, then our six words, best first."""
    return [(None, say("Not said yet")), *condition_words()]


def ownership_options() -> Options:
    """Business or personal."""
    return [(each, say_ownership(each)) for each in Ownership]


def _line(cell: Cell, talk: Talk) -> FieldInput:
    box = LineField(cell.label, hint=cell.beside, empty=say(cell.empty) if cell.empty else "")
    return line_input(cell.key, box, talk)


def _long_line(cell: Cell, talk: Talk) -> FieldInput:
    box = LineField(cell.label, empty=say(cell.empty), limit=TITLE_LETTERS)
    return line_input(cell.key, box, talk)


def _area(cell: Cell, talk: Talk) -> FieldInput:
    box = MultiLineField(cell.label, hint=cell.beside, lines=cell.lines)
    made = FieldInput(
        cell.key,
        box,
        lambda: talk.read(cell.key, box.text),
        lambda value: box.set_text(str(value or "")),
    )
    box.edited.connect(made.on_edited)
    box.area.left.connect(made.on_left)
    return made


def _choice(cell: Cell, _talk: Talk) -> FieldInput:
    options = _CHOICES[cell.key]()
    box = ComboField(cell.label, options)
    made = FieldInput(cell.key, box, lambda: _chosen(box, cell.key), box.set_value)
    box.changed.connect(made.on_chosen)
    return made


def _chosen(box: ComboField, key: str) -> FieldValue:
    value = str(box.value() or "")
    if key == "ownership":
        return Ownership(value) if value else Ownership.BUSINESS
    return Condition(value) if value else None


def _open_choice(cell: Cell, talk: Talk) -> FieldInput:
    box = ComboField(cell.label, hint=cell.beside, editable=True)
    made = FieldInput(
        cell.key,
        box,
        lambda: talk.read(cell.key, str(box.value() or "")),
        lambda value: box.set_value(value or None),
    )
    box.changed.connect(made.on_chosen)
    line = box.box.lineEdit()
    if line is not None:
        _hear_line(made, line)
    return made


def _colors(cell: Cell, talk: Talk) -> FieldInput:
    box = ColorField(cell.label, talk.manner.taxonomy.palette)
    made = FieldInput(cell.key, box, box.value, box.set_value, pauses=False)
    box.edited.connect(made.on_edited)
    box.changed.connect(made.on_chosen)
    return made


def _date(cell: Cell, talk: Talk) -> FieldInput:
    box = DateField(
        cell.label,
        lambda text: _day(talk.read(cell.key, text)),
        lambda day: talk.words(cell.key, day),
    )
    made = FieldInput(cell.key, box, lambda: talk.read(cell.key, box.text), box.set_value)
    _hear_line(made, box.line)
    box.committed.connect(made.on_chosen)
    return made


def _day(value: FieldValue) -> date:
    if isinstance(value, date):
        return value
    raise InvalidValueError(say("Type a day, like Nov 8."))


def _amount(cell: Cell, talk: Talk) -> FieldInput:
    return line_input(cell.key, LineField(cell.label, empty="–"), talk)


def _cost_total(cell: Cell, talk: Talk) -> FieldInput:
    box = LineField(cell.label, empty=say("not known"))
    box.line.setReadOnly(True)
    box.line.setProperty("bare", True)
    box.line.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    box.line.setMinimumHeight(px(30))

    def put(value: Money | None) -> None:
        box.set_text("" if value is None else say_money(value, locale=talk.manner.locale))

    return FieldInput(cell.key, box, lambda: None, put)


def value_of(facts: ItemFacts, key: str) -> FieldValue:
    """What `facts` say for a control: a field, both kinds of colors, or the cost together."""
    if key == "colors":
        return (*facts.colors, *facts.other_colors)
    if key == "cost_total":
        return facts.cost
    value: FieldValue = getattr(facts, key)
    return value


def _hear_line(made: FieldInput, line: QLineEdit) -> None:
    line.textEdited.connect(made.on_edited)
    line.editingFinished.connect(made.on_left)


_CHOICES: dict[str, Callable[[], Options]] = {
    "condition": condition_options,
    "ownership": ownership_options,
}
_MAKERS: dict[Control, Callable[[Cell, Talk], FieldInput]] = {
    Control.LINE: _line,
    Control.LONG_LINE: _long_line,
    Control.AREA: _area,
    Control.CHOICE: _choice,
    Control.OPEN_CHOICE: _open_choice,
    Control.COLORS: _colors,
    Control.DATE: _date,
    Control.AMOUNT: _amount,
    Control.COST_TOTAL: _cost_total,
}
