"""What waits above the gallery: listings to take down, and the way to the first sale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from closet_app.services.records import TakeDown
from closet_app.ui.closet.faces import Speech
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.field_box import IconMark
from closet_app.ui.widgets.frames import paint_stitched
from closet_app.ui.widgets.text import ElidedLabel, PlainLabel
from closet_app.ui.words import mark, say, say_many

MOST_PIECES = 2


class TakeDownStrip(QWidget):
    """One row for each sold or archived piece that is still offered somewhere.

    `ticked` carries a task's id, `item_chosen` a piece's.
    """

    ticked = Signal(int)
    item_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[TakeDown, ...] = ()
        self._all = False
        self._speech: Speech | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(px(12), px(8), px(12), px(8))
        self._rows.setSpacing(px(2))
        self.hide()

    def show_tasks(self, tasks: Sequence[TakeDown], speech: Speech) -> None:
        """Show what is to be taken down; nothing hides the strip."""
        self._shown, self._speech = tuple(tasks), speech
        self._fill()
        self.setVisible(bool(tasks))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("warn-soft"))
        painter.drawRoundedRect(self.rect(), px(8), px(8))

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        by_item = [list(tasks) for _id, tasks in groupby(self._sorted(), lambda task: task.item_id)]
        shown = by_item if self._all else by_item[:MOST_PIECES]
        for tasks in shown:
            self._rows.addWidget(self._row(tasks))
        hidden = len(by_item) - len(shown)
        if hidden:
            words = say_many("Show {count} more piece", "Show {count} more pieces", hidden)
            self._rows.addWidget(Button(words, "link", size="small", pressed=self._show_all))

    def _sorted(self) -> list[TakeDown]:
        order = {task.item_id: place for place, task in reversed(list(enumerate(self._shown)))}
        return sorted(self._shown, key=lambda task: order[task.item_id])

    def _row(self, tasks: Sequence[TakeDown]) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(IconMark("triangle-alert", "warn-ink", 16))
        words = say("Take down “{title}” from", title=tasks[0].title or tasks[0].sku)
        row.addWidget(ElidedLabel(words, role="small", tone="warn"), 1)
        for task in tasks:
            row.addWidget(self._tick(task))
        shown = Button(say("Show"), "link", size="small")
        shown.clicked.connect(lambda _on=False: self.item_chosen.emit(tasks[0].item_id))
        row.addWidget(shown)
        return whole

    def _tick(self, task: TakeDown) -> QCheckBox:
        name = self._speech.name(task.marketplace) if self._speech else task.marketplace
        box = QCheckBox(name.replace("&", "&&"))
        box.setProperty("role", "label")
        box.setAccessibleName(say("Taken down from {place}: {title}", place=name, title=task.title))
        box.clicked.connect(lambda _on=False: self.ticked.emit(task.id))
        return box

    def _show_all(self) -> None:
        self._all = True
        self._fill()


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One step on the way to the first sale; `is_done` follows from the closet."""

    key: str
    words: str
    more: str
    is_done: bool = False


STEPS: tuple[FirstStep, ...] = (
    FirstStep("photos", mark("Photograph a piece"), mark("Front, back and the tag.")),
    FirstStep("cost", mark("Say what you paid"), mark("Without it there is no true profit.")),
    FirstStep("listed", mark("List it"), mark("Copy title and text to a marketplace.")),
    FirstStep("sold", mark("Mark it sold"), mark("Type the price and who bought it.")),
    FirstStep("packed", mark("Pack and print"), mark("A slip, a label and a thank-you card.")),
)
"""The list of the first run, as far as this closet can see what is done."""


class FirstSteps(QWidget):
    """The way to the first sale on one line; `hidden` says that the seller has seen enough."""

    dismissed = Signal()
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Your first sale"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(8), px(6), px(8))
        row.setSpacing(px(12))
        row.addWidget(PlainLabel(say("Your first sale"), role="body-strong"))
        self._steps = QHBoxLayout()
        self._steps.setSpacing(px(12))
        row.addLayout(self._steps)
        row.addStretch(1)
        hide = IconButton("x", say("Hide this list"), size="small", pressed=self.dismissed.emit)
        row.addWidget(hide)
        self.hide()

    def show_steps(self, steps: Sequence[FirstStep]) -> None:
        """Show which steps are done; when all are, the list has served."""
        while (item := self._steps.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        now = next((step.key for step in steps if not step.is_done), "")
        for number, step in enumerate(steps, 1):
            self._steps.addWidget(_StepMark(number, step, is_now=step.key == now))
        self.setVisible(bool(now))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), px(8), px(8))
        paint_stitched(painter, self.rect(), color("hem"), px(8))


class _StepMark(QWidget):
    def __init__(self, number: int, step: FirstStep, *, is_now: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        if step.is_done:
            row.addWidget(IconMark("circle-check", "ok-ink", 16))
        else:
            tone = "accent" if is_now else "muted"
            row.addWidget(PlainLabel(f"{number}.", role="label-strong", tone=tone))
        tone = "ok" if step.is_done else ("ink" if is_now else "muted")
        words = PlainLabel(say(step.words), role="label-strong" if is_now else "small", tone=tone)
        row.addWidget(words)
        state = say("done") if step.is_done else say(step.more)
        self.setAccessibleName(f"{say(step.words)}, {state}")
        self.setToolTip(say(step.more))
