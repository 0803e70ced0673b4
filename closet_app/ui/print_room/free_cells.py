"""A small sheet: a click sets the first free label, another one marks a spoiled label."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen

from closet_app.services.print_pages import Stock
from closet_app.ui.print_room.choices import Choice
from closet_app.ui.printing.cell_sheet import CellSheet
from closet_app.ui.theme.shades import color
from closet_app.ui.words import say, say_many

SIZE = QSize(132, 171)


class FreeCells(CellSheet):
    """Spoiled labels are crossed, those to print filled.

    A right click, Shift and a click, or X on the keyboard spoils a label or makes it good
    again. `changed` carries the first free label, from 1, and the spoiled ones, from 0.
    """

    changed = Signal(int, object)

    def __init__(self, stock: Stock) -> None:
        super().__init__(stock, SIZE)
        self._count = 0
        self.start, self.at = 1, 1
        self.spoiled: frozenset[int] = frozenset()

    def show_choice(self, choice: Choice, count: int) -> None:
        """Show the sheet of a choice and how many labels will be printed."""
        if choice.paper.id != self._stock.id:
            self.at = choice.start
        self._stock, self._count = choice.paper, count
        self.start = min(choice.start, self._stock.per_page)
        self.at = min(self.at, self._stock.per_page)
        self.spoiled = choice.spoiled
        self._say()
        self.update()

    def begin_at(self, number: int) -> None:
        """Make label `number`, from 1, the first free one."""
        self.at = max(1, min(number, self._stock.per_page))
        kept = frozenset(each for each in self.spoiled if each >= self.at)
        if self.at != self.start:
            self._tell(self.at, kept)

    def spoil(self, number: int) -> None:
        """Leave label `number` out, or print on it again; one always stays free."""
        place = number - 1
        spoiled = self.spoiled ^ {place}
        free = set(range(self.start - 1, self._stock.per_page)) - spoiled
        if free and place >= self.start - 1:
            self._tell(self.start, spoiled)

    def printed_cells(self) -> frozenset[int]:
        """The labels that will be printed on this sheet, from 0."""
        free = (
            place
            for place in range(self.start - 1, self._stock.per_page)
            if place not in self.spoiled
        )
        return frozenset(place for _nth, place in zip(range(self._count), free, strict=False))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self.step_of(event)
        if step:
            self.at = max(1, min(self.at + step, self._stock.per_page))
            self.update()
            self._say()
        elif Qt.Key(event.key()) in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.begin_at(self.at)
        elif Qt.Key(event.key()) is Qt.Key.Key_X:
            self.spoil(self.at)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.number_at(event.position().toPoint())
        if number is None:
            return
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.at = number
        if shifted or event.button() is Qt.MouseButton.RightButton:
            self.spoil(number)
        else:
            self.begin_at(number)

    def contextMenuEvent(self, event: object) -> None:
        """The right button has its own meaning here."""

    def first_free(self) -> int:
        return self.start

    def is_marked(self, number: int) -> bool:
        return super().is_marked(number) or (self.hasFocus() and number == self.at)

    def paint_free(self, painter: QPainter, rect: QRect, number: int) -> None:
        if number - 1 in self.spoiled:
            painter.fillRect(rect, color("bad-soft"))
            painter.setPen(QPen(color("bad-ink"), 1))
            painter.drawLine(rect.topLeft(), rect.bottomRight())
            painter.drawLine(rect.topRight(), rect.bottomLeft())
        elif number - 1 in self.printed_cells():
            painter.fillRect(rect, color("accent-soft"))

    def _tell(self, start: int, spoiled: frozenset[int]) -> None:
        self.start, self.spoiled = start, spoiled
        self._say()
        self.update()
        self.changed.emit(start, spoiled)

    def _say(self) -> None:
        total = self._stock.per_page
        words = say("First free label: {number} of {total}", number=self.start, total=total)
        count = len(self.spoiled)
        bad = say_many("{count} is spoiled", "{count} are spoiled", count) if count else ""
        here = say("at label {number}", number=self.at)
        self.setAccessibleName(", ".join(part for part in (words, bad, here) if part))
