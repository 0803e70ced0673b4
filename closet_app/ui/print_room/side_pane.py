"""The pane at the right: card, paper, printers, and the two verbs at its foot."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from closet_app.ui.orders.column_scroll import ColumnScroll
from closet_app.ui.print_room.card_section import CardSection
from closet_app.ui.print_room.paper_section import PaperSection
from closet_app.ui.print_room.printer_section import PrinterSection
from closet_app.ui.print_room.room import Room
from closet_app.ui.printing.printers import Printers
from closet_app.ui.printing.verb_pane import PAD, VerbPane
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.text import Divider
from closet_app.ui.words import say, say_many

WIDTH = 315


class SidePane(VerbPane):
    """Holds the controls; while pages are on their way there is only *Stop*."""

    def __init__(self, room: Room, thumbs: Thumbs, printers: Printers) -> None:
        super().__init__("print")
        self._room = room
        self.card = CardSection(room, thumbs)
        self.paper = PaperSection(room)
        self.printers = PrinterSection(room.desk, printers)
        self._build(WIDTH, (self._scrolled(),), (self.card, self.paper, self.printers))

    def show_count(self, count: int) -> None:
        """Say how many orders are printed."""
        total = len(self._room.orders)
        every = say_many("Print all {count}", "Print all {count}", count)
        some = say("Print {count}", count=count)
        self.print.setText(say("Print") if total <= 1 else every if count == total else some)

    def _scrolled(self) -> ColumnScroll:
        inside = QWidget()
        inside.setProperty("ground", "")
        column = QVBoxLayout(inside)
        column.setSpacing(px(14))
        for place, part in enumerate((self.card, self.paper, self.printers)):
            if place:
                column.addWidget(Divider())
            column.addWidget(part)
        column.addStretch(1)
        area = ColumnScroll()
        area.setAccessibleName(say("What is printed"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.hold(inside, QMargins(PAD, 14, PAD, PAD))
        return area
