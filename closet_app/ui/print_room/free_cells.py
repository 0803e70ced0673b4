"""A small sheet: a click sets the first free label, another one marks a spoiled label."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from closet_app.services.print_pages import Stock
from closet_app.ui.print_room.choices import Choice
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import color
from closet_app.ui.words import say, say_many

WIDTH, HEIGHT = 132, 171


class FreeCells(QWidget):
    """Used labels are hatched, spoiled ones crossed, those to print filled.

    A right click, Shift and a click, or X on the keyboard spoils a label or makes it good
    again. `changed` carries the first free label, from 1, and the spoiled ones, from 0.
    """

    changed = Signal(int, object)

    def __init__(self, stock: Stock) -> None:
        super().__init__()
        self._stock = stock
        self._count = 0
        self.start, self.at = 1, 1
        self.spoiled: frozenset[int] = frozenset()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focusRadius", 3)
        fix(self, width=WIDTH, height=HEIGHT)

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

    def cell_rect(self, number: int) -> QRect:
        """Where label `number`, from 1, is drawn."""
        cell, page = self._stock.cell(number - 1), self._page()
        across, down = page.width() / self._stock.width, page.height() / self._stock.height
        left, top = round(cell.left * across), round(cell.top * down)
        right = round((cell.left + cell.width) * across)
        bottom = round((cell.top + cell.height) * down)
        return QRect(page.left() + left, page.top() + top, right - left, bottom - top)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def event(self, event: QEvent) -> bool:
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self._step_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._step_of(event)
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
        at = event.position().toPoint()
        numbers = range(1, self._stock.per_page + 1)
        number = next((each for each in numbers if self.cell_rect(each).contains(at)), None)
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(color("line2"), 1))
        painter.setBrush(color("surface"))
        painter.drawRect(self._page().adjusted(0, 0, -1, -1))
        printed = self.printed_cells()
        for number in range(1, self._stock.per_page + 1):
            self._paint_cell(painter, number, is_printed=number - 1 in printed)

    def _paint_cell(self, painter: QPainter, number: int, *, is_printed: bool) -> None:
        rect = self.cell_rect(number).adjusted(1, 1, -1, -1)
        if number < self.start:
            painter.fillRect(rect, color("sunken"))
            painter.fillRect(rect, QBrush(color("hem"), Qt.BrushStyle.BDiagPattern))
        elif number - 1 in self.spoiled:
            painter.fillRect(rect, color("bad-soft"))
            painter.setPen(QPen(color("bad-ink"), 1))
            painter.drawLine(rect.topLeft(), rect.bottomRight())
            painter.drawLine(rect.topRight(), rect.bottomLeft())
        elif is_printed:
            painter.fillRect(rect, color("accent-soft"))
        is_first = number == self.start or (self.hasFocus() and number == self.at)
        painter.setPen(QPen(color("accent-ink" if is_first else "line2"), 2 if is_first else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)

    def _page(self) -> QRect:
        """The sheet as large as it fits, in its own shape."""
        size = QSize(round(self._stock.width), round(self._stock.height))
        size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRect((self.width() - size.width()) // 2, 0, size.width(), size.height())

    def _step_of(self, event: QKeyEvent) -> int:
        columns = self._stock.columns
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }
        return steps.get(Qt.Key(event.key()), 0)

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
