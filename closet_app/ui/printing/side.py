"""The right side of the print dialog: the run, its options, the printer, verbs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.desk import Desk
from closet_app.ui.printing.options import Options
from closet_app.ui.printing.plan import Plan
from closet_app.ui.printing.printer_box import PrinterBox
from closet_app.ui.printing.printers import Printers
from closet_app.ui.printing.remarks import Remarks
from closet_app.ui.printing.run_card import RunCard
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.progress import ProgressStrip
from closet_app.ui.widgets.text import Divider
from closet_app.ui.words import say

WIDTH, PAD = 336, 16


class Side(QWidget):
    """Holds the controls."""

    def __init__(self, desk: Desk, plan: Plan, printers: Printers) -> None:
        super().__init__()
        self.run = RunCard(plan.part)
        self.remarks = Remarks()
        self.options = Options(desk, plan.part)
        self.printers = PrinterBox(desk, printers)
        self.progress = ProgressStrip(can_stop=True)
        self.save = Button(say("Save PDF"), size="large", icon="file-text")
        keys = say_keys(find_action("print.all").keys[0])
        self.print = Button(say("Print"), "primary", size="large", icon="printer", keys=keys)
        self._build()

    def show_busy(self, *, busy: bool) -> None:
        """While pages are on their way there is only Stop."""
        self.progress.setVisible(busy)
        for verb in (self.save, self.print):
            verb.setVisible(not busy)
        for part in (self.run, self.options, self.printers):
            part.setEnabled(not busy)

    def _build(self) -> None:
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        fix(self, width=WIDTH)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._scrolled(), 1)
        rows.addWidget(Divider())
        rows.addLayout(self._foot())
        self.progress.setMinimumHeight(px(40))
        self.progress.hide()

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("ground", "")
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(PAD), px(PAD), px(PAD), px(PAD))
        column.setSpacing(px(14))
        column.addWidget(self.run)
        column.addWidget(self.remarks)
        column.addWidget(self.options)
        column.addWidget(self.printers)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        return area

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(px(PAD), px(12), px(PAD), px(12))
        row.setSpacing(px(8))
        row.addWidget(self.progress, 1)
        row.addWidget(self.save)
        row.addWidget(self.print.widen(), 1)
        return row
