"""The right side of the print dialog: the run, the options of one kind, printers, verbs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from closet_app.services.prints import PieceKind
from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.desk import Desk
from closet_app.ui.printing.options import Options, options_for
from closet_app.ui.printing.output import TICKED
from closet_app.ui.printing.plan import Plan
from closet_app.ui.printing.printer_box import PrinterBox
from closet_app.ui.printing.printers import Printers
from closet_app.ui.printing.remarks import Remarks
from closet_app.ui.printing.run_card import RunCard
from closet_app.ui.printing.words import say_short
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.choices import Segment, Segmented
from closet_app.ui.widgets.progress import ProgressStrip
from closet_app.ui.widgets.text import Divider
from closet_app.ui.words import say

WIDTH, PAD = 336, 16


class Side(QWidget):
    """Holds the controls; `kind_chosen` by the seller, `kind_shown` whoever chose it."""

    kind_chosen = Signal(object)
    kind_shown = Signal(object)

    def __init__(self, desk: Desk, plan: Plan, printers: Printers) -> None:
        super().__init__()
        self.run = RunCard(plan)
        self.remarks = Remarks()
        self.segments = Segmented(
            [Segment(kind.value, say_short(kind)) for kind in plan.kinds], name=say("Piece")
        )
        self.options = {kind: options_for(desk, plan.part(kind)) for kind in plan.kinds}
        ticks = any(kind in TICKED for kind in plan.kinds)
        self.printers = PrinterBox(desk, printers, ticks=ticks)
        self.progress = ProgressStrip(can_stop=True)
        self.save = Button(say("Save PDF"), size="large", icon="file-text")
        keys = say_keys(find_action("print.all").keys[0])
        self.print = Button(say("Print"), "primary", size="large", icon="printer", keys=keys)
        self._stack = QStackedWidget()
        self._build()
        self.segments.changed.connect(self._on_segment)

    @property
    def kind(self) -> PieceKind:
        """The kind whose options are shown."""
        return self.current.kind

    @property
    def current(self) -> Options:
        """The options shown."""
        shown = self._stack.currentWidget()
        return next(each for each in self.options.values() if each is shown)

    def show_kind(self, kind: PieceKind) -> None:
        """Show the options of one kind."""
        self.segments.set_value(kind.value)
        self._stack.setCurrentWidget(self.options[kind])
        for each in self.options.values():
            each.setVisible(each.kind is kind)
        self.kind_shown.emit(kind)

    def show_busy(self, *, busy: bool) -> None:
        """While pages are on their way there is only Stop."""
        self.progress.setVisible(busy)
        for verb in (self.save, self.print):
            verb.setVisible(not busy)
        for part in (self.run, self.segments, self._stack, self.printers):
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
        self.show_kind(next(iter(self.options)))

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("ground", "")
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(PAD), px(PAD), px(PAD), px(PAD))
        column.setSpacing(px(14))
        column.addWidget(self.run)
        column.addWidget(self.remarks)
        column.addWidget(self.segments)
        for made in self.options.values():
            self._stack.addWidget(made)
        column.addWidget(self._stack)
        column.addWidget(self.printers)
        column.addStretch(1)
        self.segments.setVisible(len(self.options) > 1)
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

    def _on_segment(self, value: str) -> None:
        kind = PieceKind(value)
        self.show_kind(kind)
        self.kind_chosen.emit(kind)
