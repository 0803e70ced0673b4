"""Ways to choose among sizes, colours and ages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.fonts import font, line_height
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.badges import paint_badge
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.flow import FlowLayout
from closet_app.ui.widgets.text import set_state, set_tooltip


class ChipGrid(QWidget):
    """Words as chips in even columns, such as sizes; `changed` carries the chosen values."""

    changed = Signal(list)

    def __init__(self, name: str, *, columns: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._columns = columns
        self._chips: dict[str, Button] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(4))
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def show_chips(self, chips: Sequence[tuple[str, str]], chosen: Iterable[str] = ()) -> None:
        """Show (value, words) and which are chosen, without reporting a change."""
        if list(self._chips) != [value for value, _words in chips]:
            self._rebuild(chips)
        wanted = set(chosen)
        for value, chip in self._chips.items():
            chip.setChecked(value in wanted)

    def values(self) -> list[str]:
        """The chosen values."""
        return [value for value, chip in self._chips.items() if chip.isChecked()]

    def _rebuild(self, chips: Sequence[tuple[str, str]]) -> None:
        for chip in self._chips.values():
            chip.deleteLater()
        self._chips = {value: self._make(words) for value, words in chips}
        for place, chip in enumerate(self._chips.values()):
            self._grid.addWidget(chip, place // self._columns, place % self._columns)

    def _make(self, words: str) -> Button:
        chip = make_chip(words)
        chip.clicked.connect(lambda _on=False: self.changed.emit(self.values()))
        return chip


def make_chip(words: str) -> Button:
    """A 24 high button that stays pressed."""
    chip = Button(words, size="small")
    chip.setCheckable(True)
    set_state(chip, "chip", value=True)
    fix(chip, height=24)
    chip.setMinimumWidth(px(28))
    chip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return chip


@dataclass(frozen=True, slots=True)
class Swatch:
    """A colour to choose: its value, its name in words, its hex."""

    value: str
    name: str
    fill: str


class _RoundSwatch(QAbstractButton):
    def __init__(self, swatch: Swatch) -> None:
        super().__init__()
        self._fill = QColor(swatch.fill)
        self.setCheckable(True)
        self.setAccessibleName(swatch.name)
        set_tooltip(self, swatch.name)
        self.setProperty("focusRadius", 11)
        fix(self, width=22, height=22)

    def sizeHint(self) -> QSize:
        return QSize(px(22), px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        inset = (px(22) - px(18)) / 2
        painter.setPen(QPen(color("line2"), 1))
        painter.setBrush(self._fill)
        painter.drawEllipse(box.adjusted(inset + 0.5, inset + 0.5, -inset - 0.5, -inset - 0.5))
        if self.isChecked():
            painter.setPen(QPen(color("accent-ink"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))


class _Badge(QAbstractButton):
    def __init__(self, marketplace: str, name: str) -> None:
        super().__init__()
        self._marketplace = marketplace
        self.setCheckable(True)
        self.setAccessibleName(name)
        set_tooltip(self, name)
        fix(self, width=24, height=24)

    def sizeHint(self) -> QSize:
        return QSize(px(24), px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked():
            painter.setPen(QPen(color("accent-ink"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
            box = box.adjusted(2, 2, -2, -2)
        paint_badge(painter, box, self._marketplace)


class _ToggleRow(QWidget):
    """Small marks to turn on and off; `changed` carries the chosen values."""

    changed = Signal(list)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._marks: dict[str, QAbstractButton] = {}
        self._flow = FlowLayout(self, gap=2)

    def values(self) -> list[str]:
        """The chosen values."""
        return [value for value, mark in self._marks.items() if mark.isChecked()]

    def choose(self, values: Iterable[str]) -> None:
        """Choose without reporting a change."""
        wanted = set(values)
        for value, mark in self._marks.items():
            mark.setChecked(value in wanted)

    def set_gap(self, gap: int) -> None:
        """Leave that much between two marks."""
        self._flow.setSpacing(gap)

    def describe(self, words: Mapping[str, str]) -> None:
        """Say more about each value when the mouse rests on it; unnamed ones keep their name."""
        for value, mark in self._marks.items():
            set_tooltip(mark, words.get(value, mark.accessibleName()))
            mark.setAccessibleDescription(words.get(value, ""))

    def _add(self, value: str, mark: QAbstractButton) -> None:
        self._marks[value] = mark
        self._flow.addWidget(mark)
        mark.clicked.connect(lambda _on=False: self.changed.emit(self.values()))


class SwatchRow(_ToggleRow):
    """Round swatches with names as tooltips."""

    def __init__(
        self, name: str, swatches: Sequence[Swatch], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        for swatch in swatches:
            self._add(swatch.value, _RoundSwatch(swatch))


class BadgeRow(_ToggleRow):
    """Marketplace badges to choose from, as (code, name)."""

    def __init__(
        self, name: str, marketplaces: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        for code, words in marketplaces:
            self._add(code, _Badge(code, words))


BARS = 12


class AgeHistogram(QWidget):
    """Twelve bars of ages with a range to drag over them; arrows move it, Shift the far end.

    `range_changed` carries the first and the last chosen bar; all twelve mean no filter.
    """

    range_changed = Signal(int, int)

    def __init__(self, name: str, marks: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._marks = tuple(marks)
        self._counts = (0,) * BARS
        self._old_from = BARS
        self._chosen = (0, BARS - 1)
        self._anchor = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_counts(self, counts: Sequence[int], *, old_from: int = 9) -> None:
        """Show twelve counts; bars from `old_from` on are amber."""
        self._counts = tuple(counts)
        self._old_from = old_from
        said = ", ".join(str(count) for count in counts)
        self.setAccessibleDescription(said)
        self.update()

    def chosen(self) -> tuple[int, int]:
        """First and last chosen bar."""
        return self._chosen

    def choose(self, first: int, last: int) -> None:
        """Choose a range without reporting a change."""
        self._chosen = (min(first, last), max(first, last))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(176), px(28) + px(4) + line_height("micro"))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._anchor = self._bar_at(event.position())
        self._drag_to(self._anchor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._drag_to(self._bar_at(event.position()))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._set(0, BARS - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        first, last = self._chosen
        if not step:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._set(first, min(max(last + step, first), BARS - 1))
        else:
            self._set(min(max(first + step, 0), last), last)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        highest = max(*self._counts, 1)
        width = self.width() / BARS
        first, last = self._chosen
        for bar, count in enumerate(self._counts):
            height = max(px(28) * count / highest, 2 if count else 1)
            role = "warn" if bar >= self._old_from else "line2"
            fill = QColor(color(role if count else "line"))
            fill.setAlphaF(1.0 if first <= bar <= last else 0.35)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            box = QRectF(bar * width + 1, px(28) - height, width - 2, height)
            painter.drawRoundedRect(box, 1.5, 1.5)
        self._paint_range(painter, width)
        self._paint_marks(painter)

    def _paint_range(self, painter: QPainter, width: float) -> None:
        first, last = self._chosen
        if (first, last) == (0, BARS - 1) and not self.hasFocus():
            return
        painter.setPen(QPen(color("accent-ink"), 2))
        at = px(28) + 1.0
        painter.drawLine(QPointF(first * width + 1, at), QPointF((last + 1) * width - 1, at))

    def _paint_marks(self, painter: QPainter) -> None:
        painter.setFont(font("micro"))
        painter.setPen(color("muted"))
        top, height = px(28) + px(4), line_height("micro")
        gaps = max(len(self._marks) - 1, 1)
        for place, words in enumerate(self._marks):
            width = painter.fontMetrics().horizontalAdvance(words)
            left = round((self.width() - width) * place / gaps)
            painter.drawText(QRect(left, top, width + 1, height), 0, words)

    def _bar_at(self, point: QPointF) -> int:
        return min(max(int(point.x() * BARS / max(self.width(), 1)), 0), BARS - 1)

    def _drag_to(self, bar: int) -> None:
        self._set(min(self._anchor, bar), max(self._anchor, bar))

    def _set(self, first: int, last: int) -> None:
        if (first, last) != self._chosen:
            self.choose(first, last)
            self.range_changed.emit(first, last)
