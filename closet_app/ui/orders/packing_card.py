"""The packing list: what is done, what is left, and what is printed for it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from closet_app.services.records import OrderView, PackingStep
from closet_app.ui.orders.speech import Speech
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.frames import Card
from closet_app.ui.widgets.text import Divider, ElidedLabel, PlainLabel, set_state, set_tooltip
from closet_app.ui.words import say


class DoneBar(QWidget):
    """6 px, green as far as it is done."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        fix(self, height=6)

    def show_share(self, share: float, words: str) -> None:
        """Show how much is done; `words` say it for screen readers."""
        self._share = share
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, role in ((1.0, "neutral-soft"), (self._share, "ok")):
            painter.setBrush(color(role))
            box = QRectF(0, 0, self.width() * share, self.height())
            painter.drawRoundedRect(box, px(3), px(3))


class StepRow(QWidget):
    """One step: its tick, its words, and a cost, the bins, or a way to print."""

    ticked = Signal(str, bool)
    printed = Signal(str)

    def __init__(self, step: PackingStep, place: int) -> None:
        super().__init__()
        self.key = step.key
        self.shape = shape_of(step)
        self.box = QCheckBox(step.words.replace("&", "&&"))
        self.box.setAccessibleName(step.words)
        set_tooltip(self.box, step.words, str(place) if place < 10 else "")
        self._fact = ElidedLabel("", tone="muted")
        self._fact.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.box)
        row.addWidget(self._fact, 1)
        if step.print_piece:
            row.addWidget(self._print_button(step))
        fix(self, height=35)
        self.box.clicked.connect(lambda on: self.ticked.emit(self.key, on))

    def show_step(self, step: PackingStep, speech: Speech) -> None:
        """Show the step as it is now."""
        fact = step.warning or step.detail or speech.money(step.cost)
        self.box.setChecked(step.done)
        self.box.setAccessibleDescription(fact)
        set_state(self.box, "quiet", step.done)
        self._fact.setText(fact)
        self._fact.set_tone("warn" if step.warning else "muted")

    def _print_button(self, step: PackingStep) -> Button:
        piece = step.print_piece
        button = Button(say("Print"), "link", pressed=lambda: self.printed.emit(piece))
        button.setAccessibleName(say("Print: {piece}", piece=step.words))
        return button


def shape_of(step: PackingStep) -> tuple[str, str, str]:
    """What a row is built for; the rest of a step is only shown in it."""
    return step.key, step.words, step.print_piece


class PackingCard(Card):
    """Every step with its tick. `ticked` carries key and tick, `printed` the printed piece."""

    ticked = Signal(str, bool)
    printed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.count = PlainLabel("", role="small", tone="muted")
        self._bar = DoneBar()
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._rows: list[StepRow] = []
        row = QHBoxLayout()
        row.addWidget(PlainLabel(say("Packing"), role="section"), 1)
        row.addWidget(self.count)
        self.body.addLayout(row)
        self.body.addWidget(self._bar)
        self.body.addLayout(self._column)
        left, top, right, _foot = (px(14),) * 4
        self.body.setContentsMargins(left, top, right, px(4))

    def show_order(self, view: OrderView, speech: Speech) -> None:
        """Show another order's packing list."""
        steps, done = view.packing, sum(step.done for step in view.packing)
        words = say("{done} of {total}", done=done, total=len(steps))
        self.count.setText(words)
        self._bar.show_share(done / max(len(steps), 1), words)
        if [row.shape for row in self._rows] != [shape_of(step) for step in steps]:
            self._lay_rows(steps)
        for row, step in zip(self._rows, steps, strict=True):
            row.show_step(step, speech)

    def set_open(self, is_open: bool) -> None:
        """Let steps be ticked, or not once the parcel is gone."""
        for row in self._rows:
            row.box.setEnabled(is_open)

    def rows(self) -> list[StepRow]:
        """The shown steps in order."""
        return list(self._rows)

    def _lay_rows(self, steps: tuple[PackingStep, ...]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = [StepRow(step, at + 1) for at, step in enumerate(steps)]
        for at, row in enumerate(self._rows):
            if at:
                self._column.addWidget(Divider())
            self._column.addWidget(row)
            row.ticked.connect(self.ticked)
            row.printed.connect(self.printed)
