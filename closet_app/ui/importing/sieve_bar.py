"""How many rows are what, as chips that show only those."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from closet_app.ui.importing.row_model import Sieve
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.flow import FlowLayout
from closet_app.ui.words import mark, say, say_many

WORDS = {
    Sieve.ALL: mark("All {count}"),
    Sieve.NEW: mark("New {count}"),
    Sieve.CHECK: mark("To look at {count}"),
    Sieve.ALREADY_HERE: mark("Already here {count}"),
    Sieve.BROKEN: mark("Broken {count}"),
    Sieve.LEFT_OUT: mark("No piece {count}"),
}


class SieveBar(QWidget):
    """`chosen` carries a `Sieve`, `saved` wants the broken rows; arrow keys move among chips."""

    chosen = Signal(object)
    saved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.save = Button("", "ghost", size="small", icon="file-down", pressed=self.saved.emit)
        self.setAccessibleName(say("Show rows"))
        self._group = QButtonGroup(self)
        self.chips: dict[Sieve, Button] = {}
        flow = FlowLayout(self, gap=6)
        for sieve in Sieve:
            chip = Button("", size="small")
            chip.setProperty("chip", True)
            chip.setCheckable(True)
            chip.clicked.connect(lambda _on=False, sieve=sieve: self.chosen.emit(sieve))
            self._group.addButton(chip)
            self.chips[sieve] = chip
            flow.addWidget(chip)
        flow.addWidget(self.save)
        self.show_counts(Counter(), Sieve.ALL)
        self.offer_to_save(0)

    def offer_to_save(self, broken: int) -> None:
        """Offer the broken rows as a file, when there are any and all of them are known."""
        self.save.setText(say_many("Save {count} broken row…", "Save {count} broken rows…", broken))
        self.save.updateGeometry()
        self.save.setVisible(broken > 0)

    def show_counts(self, counts: Counter[Sieve], chosen: Sieve) -> None:
        """Show how many rows each sieve keeps; one that keeps none is not offered."""
        for sieve, chip in self.chips.items():
            words = say(WORDS[sieve], count=f"{counts[sieve]:,}")
            if chip.text() != words:
                chip.setText(words)
                chip.updateGeometry()
            chip.setChecked(sieve is chosen)
            chip.setVisible(sieve in {Sieve.ALL, Sieve.NEW, chosen} or counts[sieve] > 0)
