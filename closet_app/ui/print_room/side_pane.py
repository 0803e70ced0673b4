"""The pane at the right: card, paper, printers, and the two verbs at its foot."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.orders.column_scroll import ColumnScroll
from closet_app.ui.print_room.card_section import CardSection
from closet_app.ui.print_room.paper_section import PaperSection
from closet_app.ui.print_room.printer_section import PrinterSection
from closet_app.ui.print_room.room import Room
from closet_app.ui.printing.printers import Printers
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.progress import ProgressStrip
from closet_app.ui.widgets.text import Divider
from closet_app.ui.words import say, say_many

WIDTH, PAD = 315, 16


class SidePane(QWidget):
    """Holds the controls; while pages are on their way there is only *Stop*."""

    def __init__(self, room: Room, thumbs: Thumbs, printers: Printers) -> None:
        super().__init__()
        self._room = room
        self.card = CardSection(room, thumbs)
        self.paper = PaperSection(room)
        self.printers = PrinterSection(room.desk, printers)
        self.progress = ProgressStrip(can_stop=True)
        self.save = Button(say("Save PDF"), size="large", icon="file-text")
        keys = say_keys(find_action("print").keys[0])
        self.print = Button(say("Print"), "primary", size="large", icon="printer", keys=keys)
        self._build()

    def show_count(self, count: int) -> None:
        """Say how many orders are printed."""
        total = len(self._room.orders)
        every = say_many("Print all {count}", "Print all {count}", count)
        some = say("Print {count}", count=count)
        self.print.setText(say("Print") if total <= 1 else every if count == total else some)

    def show_busy(self, *, busy: bool) -> None:
        """While pages are on their way there is only Stop."""
        self.progress.setVisible(busy)
        for verb in (self.save, self.print):
            verb.setVisible(not busy)
        for part in (self.card, self.paper, self.printers):
            part.setEnabled(not busy)

    def _build(self) -> None:
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        fix(self, width=WIDTH)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._scrolled(), 1)
        rows.addLayout(self._foot())
        self.progress.setMinimumHeight(px(40))
        self.progress.hide()

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
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.hold(inside, QMargins(PAD, 14, PAD, PAD))
        return area

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(px(PAD), px(12), px(PAD), px(12))
        row.setSpacing(px(8))
        row.addWidget(self.progress, 1)
        row.addWidget(self.save)
        row.addWidget(self.print.widen(), 1)
        return row
