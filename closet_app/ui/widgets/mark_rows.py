"""Colors and marketplaces to choose among as small marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.badges import paint_badge
from closet_app.ui.widgets.flow import FlowLayout
from closet_app.ui.widgets.text import set_tooltip


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
