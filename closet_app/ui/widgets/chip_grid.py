"""Words to choose among as small buttons, such as sizes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text import set_state


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
