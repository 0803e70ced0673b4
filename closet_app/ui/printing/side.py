"""The right side of the print dialog: the run, its options, the printer, verbs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from closet_app.ui.desk import Desk
from closet_app.ui.printing.options import Options
from closet_app.ui.printing.plan import Plan
from closet_app.ui.printing.printer_box import PrinterBox
from closet_app.ui.printing.printers import Printers
from closet_app.ui.printing.remarks import Remarks
from closet_app.ui.printing.run_card import RunCard
from closet_app.ui.printing.verb_pane import PAD, VerbPane
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text import Divider

WIDTH = 336


class Side(VerbPane):
    """Holds the controls."""

    def __init__(self, desk: Desk, plan: Plan, printers: Printers) -> None:
        super().__init__("print.all")
        self.run = RunCard(plan.part)
        self.remarks = Remarks()
        self.options = Options(desk, plan.part)
        self.printers = PrinterBox(desk, printers)
        above = (self._scrolled(), Divider())
        self._build(WIDTH, above, (self.run, self.options, self.printers))

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
