"""Facts in two columns: a quiet name at the left, the value at the right, a line below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text import Divider, ElidedLabel, PlainLabel, set_tooltip

Fact = tuple[str, str]

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _FactCell(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._name = PlainLabel("", role="small", tone="muted")
        self._value = ElidedLabel("", role="label-strong")
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(px(8))
        across.addWidget(self._name)
        across.addWidget(self._value, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(4))
        rows.addLayout(across)
        rows.addWidget(Divider())
        self._value.setAlignment(_RIGHT)

    def show_fact(self, fact: Fact) -> None:
        name, value = fact
        self._name.setText(name)
        self._value.setText(value or "–")
        self._value.updateGeometry()
        self.setAccessibleName(f"{name}: {value or '–'}")
        set_tooltip(self, value)


class FactsGrid(QWidget):
    """Any number of facts, row by row."""

    def __init__(self, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._cells: list[_FactCell] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(5))
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        while len(self._cells) < len(facts):
            cell = _FactCell()
            place = len(self._cells)
            self._grid.addWidget(cell, place // self._columns, place % self._columns)
            self._cells.append(cell)
        for place, cell in enumerate(self._cells):
            cell.setVisible(place < len(facts))
            if place < len(facts):
                cell.show_fact(facts[place])
