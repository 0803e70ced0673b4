"""Fields that turn text into values and back through the callables they are given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal

from closet_app.errors import UserError
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import IconButton
from closet_app.ui.widgets.calendar_popup import CalendarPopup
from closet_app.ui.widgets.text import set_state
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.words import say

T = TypeVar("T")


class ParsedField(LineField, Generic[T]):
    """Text to value by `parse`, value to text by `write`; empty text is None.

    `parse` raises UserError whose words then stand under the field; the last right value
    stays. `committed` carries each new value.
    """

    committed = Signal(object)

    def __init__(
        self,
        label: str,
        parse: Callable[[str], T],
        write: Callable[[T], str],
        *,
        hint: str = "",
        empty: str = "",
        unit: str = "",
        required: str = "",
    ) -> None:
        super().__init__(label, hint=hint, empty=empty, unit=unit)
        self._parse = parse
        self._write = write
        self._required = required
        self._value: T | None = None

    def value(self) -> T | None:
        """The last right value."""
        return self._value

    @property
    def is_valid(self) -> bool:
        """Whether what stands in the field can be taken; shows the error when it cannot."""
        return self.take()

    def set_value(self, value: T | None) -> None:
        """Show `value` without reporting a change."""
        self._value = value
        self.set_text("" if value is None else self._write(value))

    def take(self) -> bool:
        """Read the text now; False when it is wrong, which is then said under the field."""
        try:
            value = self._read(self.text.strip())
        except UserError as wrong:
            self.set_error(str(wrong))
            return False
        is_new = value != self._value
        self.set_value(value)
        if is_new:
            self.committed.emit(value)
        return True

    def _read(self, text: str) -> T | None:
        if text:
            return self._parse(text)
        if self._required:
            raise UserError(self._required)
        return None

    def _leave(self, text: str) -> None:
        if self.take():
            super()._leave(text)


class MoneyField(ParsedField[T]):
    """An amount; `large` is the 44 pixel field of asking, floor and keep."""

    def __init__(
        self,
        label: str,
        parse: Callable[[str], T],
        write: Callable[[T], str],
        *,
        large: bool = False,
        hint: str = "",
        empty: str = "",
        required: str = "",
    ) -> None:
        super().__init__(label, parse, write, hint=hint, empty=empty, required=required)
        if large:
            set_state(self.line, "fieldSize", "money")


class NumberField(ParsedField[T]):
    """A count or a percentage."""


class WeightField(ParsedField[T]):
    """A weight such as 2 lb 3 oz."""


class DateField(ParsedField[date]):
    """A day, typed in any form that `parse` knows or picked from a calendar; may be empty.

    A `compact` one is as wide as a short day: its calendar opens by Alt and the down arrow.
    """

    def __init__(
        self,
        label: str,
        parse: Callable[[str], date],
        write: Callable[[date], str],
        *,
        hint: str = "",
        empty: str = "",
        required: str = "",
        compact: bool = False,
    ) -> None:
        super().__init__(label, parse, write, hint=hint, empty=empty, required=required)
        self._open = IconButton(
            "calendar", say("Choose a day"), size="small", pressed=self.open_calendar
        )
        self._open.setParent(self.line)
        self._open.resize(self._open.sizeHint())
        self._popup: CalendarPopup | None = None
        self._open.setVisible(not compact)
        self.line.setTextMargins(0, 0, 0 if compact else px(26), 0)
        self.watch_editor()

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        popup = CalendarPopup(self)
        popup.picked.connect(self._on_picked)
        popup.open_under(self.line, self._value)
        self._popup = popup

    def _on_picked(self, day: date) -> None:
        self.line.setText(self._write(day))
        self.take()
        self.line.setFocus()

    def _place_unit(self) -> None:
        if hasattr(self, "_open"):
            top = (self.line.height() - self._open.height()) // 2
            self._open.move(self.line.width() - self._open.width() - px(3), top)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        opens = event.type() == QEvent.Type.KeyPress and _is_alt_down(event)
        if watched is self.line and opens:
            self.open_calendar()
            return True
        return super().eventFilter(watched, event)


def _is_alt_down(event: QEvent) -> bool:
    key = getattr(event, "key", None)
    modifiers = getattr(event, "modifiers", None)
    if key is None or modifiers is None:
        return False
    return bool(key() == Qt.Key.Key_Down and modifiers() == Qt.KeyboardModifier.AltModifier)
