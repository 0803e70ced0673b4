"""What is printed for the order, and what is printed already."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.services.records import PackingStep
from closet_app.services.records.packing import PackOrder
from closet_app.ui.orders.speech import Speech
from closet_app.ui.theme.fixed import fix
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.frames import Card
from closet_app.ui.widgets.text import Divider, ElidedLabel, PlainLabel, set_state
from closet_app.ui.words import say


class PrintRow(QWidget):
    """One printed piece with its tick and the way to print it alone."""

    ticked = Signal(str, bool)
    printed = Signal(str)

    def __init__(self, step: PackingStep) -> None:
        super().__init__()
        self.key = step.key
        self.box = QCheckBox(step.words.replace("&", "&&"))
        self.box.setAccessibleName(step.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box, 1)
        button = Button(say("Print"), "link", pressed=lambda: self.printed.emit(step.print_piece))
        button.setAccessibleName(say("Print: {piece}", piece=step.words))
        row.addWidget(button)
        fix(self, height=35)
        self.box.clicked.connect(lambda on: self.ticked.emit(self.key, on))

    def show_done(self, done: bool) -> None:
        """Show whether it lies in the parcel."""
        self.box.setChecked(done)
        set_state(self.box, "quiet", done)


class PrintCard(Card):
    """`ticked` carries a printed piece and its tick, `printed` the piece to print, or all: ""."""

    ticked = Signal(str, bool)
    printed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.when = ElidedLabel("", role="small", tone="muted")
        self.rows: list[PrintRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.button = Button(
            say("Print this order"),
            icon="printer",
            keys=say("Ctrl P"),
            pressed=lambda: self.printed.emit(""),
        ).widen()
        self.body.addWidget(PlainLabel(say("Printed"), role="section"))
        self.body.addWidget(self.when)
        self.body.addLayout(self._column)
        self.body.addWidget(self.button)

    def show_order(self, order: PackOrder, speech: Speech) -> None:
        """Show another order's papers."""
        steps = [step for step in order.steps if step.print_piece]
        if [row.key for row in self.rows] != [step.key for step in steps]:
            self._lay_rows(steps)
        for row, step in zip(self.rows, steps, strict=True):
            row.show_done(step.done)
        printed = order.printed_at
        self.when.setText(say("Printed {when}", when=speech.when(printed)) if printed else "")
        self.when.setVisible(printed is not None)

    def _lay_rows(self, steps: list[PackingStep]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = [PrintRow(step) for step in steps]
        for row in self.rows:
            self._column.addWidget(row)
            self._column.addWidget(Divider())
            row.ticked.connect(self.ticked)
            row.printed.connect(self.printed)
