"""Fields for lengths and counts that are read on every keystroke."""

from __future__ import annotations

from decimal import Decimal

from closet_app.errors import InvalidValueError
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.words import say
from closet_app.wording import parse_measure
from closet_app.wording.numbers import say_figure

PLACES = 4
MOST_DIGITS = 3


class FigureField(LineField):
    """A length in `unit`, or a whole number where it `counts`.

    What is typed may be a fraction or name another unit; leaving the field writes it anew.
    """

    def __init__(self, name: str, words: str, *, counts: bool) -> None:
        super().__init__(words)
        self.name = name
        self.counts = counts
        self.unit = ""
        self.changed.connect(lambda _text: self._write_anew())

    def show_figure(self, figure: float, unit: str) -> None:
        """Show a figure; one that is being typed stays as it was typed."""
        self.unit = "" if self.counts else unit
        self.set_unit(self.unit)
        if not self._stands_for(figure):
            self.set_text(say_measure(figure))

    def figure(self) -> float | int:
        """What is typed; raises InvalidValueError that names this field."""
        text = self.text.strip()
        if self.counts:
            return self._counted(text)
        try:
            return round(float(parse_measure(text, self.unit)), PLACES)
        except InvalidValueError as wrong:
            sentence = say("Type a length such as 2.625 or 2 5/8.")
            raise InvalidValueError(sentence, field=self.name) from wrong

    def _counted(self, text: str) -> int:
        if text.isdecimal() and text.isascii() and len(text) <= MOST_DIGITS:
            return int(text)
        raise InvalidValueError(say("Type a whole number."), field=self.name)

    def _stands_for(self, figure: float) -> bool:
        try:
            return self.line.isModified() and self.figure() == figure
        except InvalidValueError:
            return False

    def _write_anew(self) -> None:
        try:
            self.set_text(say_measure(self.figure()))
        except InvalidValueError:
            return


def say_measure(figure: float) -> str:
    """“2.625”, “8.5”, “11”."""
    return say_figure(Decimal(str(round(figure, PLACES))))
