"""The bar of the page: back to the orders, undo, the pull list, everything to the printer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from closet_app.ui.actions import find_action, say_keys
from closet_app.ui.desk import Desk
from closet_app.ui.frame.top_bar import PageBar
from closet_app.ui.packing.bench import Bench
from closet_app.ui.packing.faces import is_late
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.text import ElidedLabel
from closet_app.ui.words import say


class PackBar(PageBar):
    """Title and day at the left, what is done for all orders at the right."""

    back_pressed = Signal()
    list_pressed = Signal()
    all_pressed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Pack"))
        undo = desk.actions.action("undo")
        back = find_action("packing.back")
        self.day = ElidedLabel("", tone="muted")
        self.undo = IconButton("undo-2", say("Undo"), keys=say("Ctrl Z"), pressed=undo.trigger)
        self.pull = Button(say("Pull list"), icon="list-checks", pressed=self.list_pressed.emit)
        self.print = Button("", icon="printer", pressed=self.all_pressed.emit)
        self.add_left(
            IconButton(
                "arrow-left",
                say(back.words),
                keys=say_keys(back.keys[0]),
                pressed=self.back_pressed.emit,
            )
        )
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.row.setStretchFactor(self.title, 0)
        for part in (self.day, self.undo, self.pull, self.print):
            self.add_right(part)
        self.row.setStretchFactor(self.day, 1)
        undo.enabledChanged.connect(self.undo.setEnabled)
        self.undo.setEnabled(undo.isEnabled())

    def show_bench(self, bench: Bench) -> None:
        """Say the day, and how many orders are printed at once."""
        count = len(bench.orders)
        late = sum(is_late(each, bench.speech) for each in bench.orders)
        said = say("{count} late", count=late) if late else ""
        self.day.setText(" · ".join(filter(None, (bench.speech.day(bench.speech.today), said))))
        self.print.setText(say("Print all {count}", count=count))
        self.print.updateGeometry()
        for button in (self.pull, self.print):
            button.setVisible(count > 0)
