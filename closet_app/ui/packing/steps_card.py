"""What the shop puts into every parcel: ticks, what is left of each supply, what it costs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.domain.money import Money, total_of
from closet_app.services.records import PackingStep
from closet_app.services.records.packing import PackOrder
from closet_app.ui.orders.packing_card import DoneBar
from closet_app.ui.orders.speech import Speech
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.frames import Card
from closet_app.ui.widgets.text import Divider, ElidedLabel, PlainLabel, set_state, set_tooltip
from closet_app.ui.words import say


class StepRow(QWidget):
    """One step: its tick and words, how many are left, and its cost."""

    ticked = Signal(str, bool)

    def __init__(self, step: PackingStep) -> None:
        super().__init__()
        self.key = step.key
        self.box = QCheckBox(step.words.replace("&", "&&"))
        self.box.setAccessibleName(step.words)
        set_tooltip(self.box, step.words)
        self.fact = ElidedLabel("", role="small", tone="muted")
        self.fact.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.cost = PlainLabel("", tone="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self.box)
        row.addWidget(self.fact, 1)
        row.addWidget(self.cost)
        fix(self, height=35)
        self.box.clicked.connect(lambda on: self.ticked.emit(self.key, on))

    def show_step(self, step: PackingStep, speech: Speech) -> None:
        """Show the step as it is now."""
        fact = step.warning or step.detail or left_words(step)
        self.fact.setText(fact)
        self.fact.set_tone("warn" if step.warning else "muted")
        self.cost.setText(speech.money(step.cost))
        self.cost.setVisible(step.cost is not None)
        self.box.setChecked(step.done)
        self.box.setAccessibleDescription(f"{fact} {speech.money(step.cost)}".strip())
        set_state(self.box, "quiet", step.done)


class StepsCard(Card):
    """`ticked` carries a step's key and its tick."""

    ticked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.count = PlainLabel("", role="small", tone="muted")
        self.total = PlainLabel("", role="body-strong")
        self.rows: list[StepRow] = []
        self._bar = DoneBar()
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(say("Packing"), role="section"), 1)
        head.addWidget(self.count)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, px(6), 0, px(6))
        foot.addWidget(PlainLabel(say("Packing costs"), tone="muted"), 1)
        foot.addWidget(self.total)
        self._foot = QWidget()
        self._foot.setLayout(foot)
        self.body.addLayout(head)
        self.body.addWidget(self._bar)
        self.body.addLayout(self._column)
        self.body.addWidget(self._foot)
        self.body.setContentsMargins(px(14), px(14), px(14), px(4))

    def show_order(self, order: PackOrder, speech: Speech) -> None:
        """Show another order's steps; those that print stand on their own card."""
        steps = [step for step in order.steps if not step.print_piece]
        done = sum(step.done for step in steps)
        words = say("{done} of {total}", done=done, total=len(steps))
        self.count.setText(words)
        self._bar.show_share(done / max(len(steps), 1), words)
        shapes = [(step.key, step.words) for step in steps]
        if [(row.key, row.box.accessibleName()) for row in self.rows] != shapes:
            self._lay_rows(steps)
        for row, step in zip(self.rows, steps, strict=True):
            row.show_step(step, speech)
        cost = cost_of(steps, speech.manner.currency)
        self._foot.setVisible(cost.minor > 0)
        self.total.setText(speech.money(cost))

    def _lay_rows(self, steps: list[PackingStep]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = [StepRow(step) for step in steps]
        for row in self.rows:
            self._column.addWidget(row)
            self._column.addWidget(Divider())
            row.ticked.connect(self.ticked)


def left_words(step: PackingStep) -> str:
    """“12 left” of the supply that the step uses."""
    return "" if step.left is None else say("{count} left", count=step.left)


def cost_of(steps: list[PackingStep], currency: str) -> Money:
    """What all steps together cost."""
    return total_of((step.cost for step in steps if step.cost is not None), currency)
