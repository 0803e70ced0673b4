"""What stands where the gallery would be when there is nothing to show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.field_box import IconMark
from closet_app.ui.widgets.flow import FlowLayout
from closet_app.ui.widgets.frames import EmptyState, Offer
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say, say_many

WIDEST = 560


class EmptyCloset(QWidget):
    """Nothing is here yet: choose photos, or import."""

    photos_asked = Signal()
    import_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        offers = (
            Offer(say("Choose photos"), self.photos_asked.emit, "primary", "camera"),
            Offer(say("Import a CSV file"), self.import_asked.emit, icon="upload"),
        )
        words = say("Drop photos anywhere in this window.")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(16), px(4), px(16), px(16))
        rows.addWidget(EmptyState("shirt", say("Your closet is empty."), words, offers))


@dataclass(frozen=True, slots=True)
class WayBack:
    """One filter, how it reads, the search without it and how many pieces that finds."""

    words: str
    text: str
    count: int


class NothingFound(QWidget):
    """Nothing matches: each filter as a chip with what it would bring back."""

    chosen = Signal(str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = PlainLabel("", tone="muted", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=px(8))
        self._buttons: list[Button] = []
        self.clear = Button(say("Clear filters"), "primary", pressed=self.cleared.emit)
        rows = QVBoxLayout(self)
        rows.setSpacing(px(10))
        rows.addStretch(2)
        rows.addWidget(IconMark("search", "muted", 28), 0, Qt.AlignmentFlag.AlignHCenter)
        heading = PlainLabel(say("Nothing matches."), role="section")
        rows.addWidget(heading, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self._sentence)
        across = QVBoxLayout()
        across.addWidget(self._chips, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addLayout(across)
        rows.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(3)

    def show_ways(self, ways: Sequence[WayBack], whole: int) -> None:
        """Offer to take away each filter; `whole` is how many pieces there are in all."""
        words = f"{whole:,}"
        self._sentence.setText(
            say_many(
                "Remove one filter, or look at your one item.",
                "Remove one filter, or search all {n} items.",
                whole,
                n=words,
            )
        )
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._chip(way) for way in ways]
        width = sum(button.sizeHint().width() + px(8) for button in self._buttons)
        width = min(width, px(WIDEST))
        self._chips.setFixedSize(width, self._flow.heightForWidth(width))

    def _chip(self, way: WayBack) -> Button:
        back = say_many("brings back {n}", "brings back {n}", way.count, n=f"{way.count:,}")
        words = f"{way.words}  ·  {back}"
        chip = Button(words, icon="x", size="small", parent=self._chips)
        chip.clicked.connect(lambda _on=False: self.chosen.emit(way.text))
        self._flow.addWidget(chip)
        chip.show()
        return chip
