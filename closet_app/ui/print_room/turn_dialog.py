"""Between fronts and backs: how the stack is turned, step by step."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from closet_app.ui.desk import Desk
from closet_app.ui.printing.printers import LAST_ON_TOP
from closet_app.ui.printing.sending import Batch, Sent
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.choices import CheckRow
from closet_app.ui.widgets.dialogs import TitledDialog
from closet_app.ui.widgets.frames import stitch_pen
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import mark, say, say_many

STEPS = (
    mark("Take the cards out of the printer and keep them in their order."),
    mark("Turn the whole stack over like the page of a book."),
    mark("Put it back with the same edge first, then print the backs."),
)


class TurnDialog(TitledDialog):
    """`turned` carries the run whose backs can be printed now."""

    turned = Signal(object)

    def __init__(self, desk: Desk, sent: Sent, parent: QWidget | None) -> None:
        super().__init__(say("Turn the stack"), parent, width=420)
        self._desk = desk
        self._sent = sent
        self._batch = _waiting(sent)
        self.last_on_top = CheckRow(say("The last card lies on top"))
        self._build()

    def _build(self) -> None:
        batch = self._batch
        words = say_many(
            "{count} front is printed on {printer}.",
            "{count} fronts are printed on {printer}.",
            batch.pages,
            printer=batch.printer,
        )
        self.body.addWidget(PlainLabel(words, tone="muted", wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(TurnPicture())
        row.addStretch(1)
        self.body.addLayout(row)
        for number, step in enumerate(STEPS, start=1):
            self.body.addLayout(_numbered(number, say(step)))
        kept = self._desk.choices.settings.printers.get(LAST_ON_TOP, "")
        self.last_on_top.set_checked(bool(kept) and kept == batch.printer)
        self.body.addWidget(self.last_on_top)
        self.add_verb(say("Not now"), "secondary", self.reject)
        self.print_backs = self.add_verb(say("Print the backs"), "primary", self._go_on)
        self.print_backs.setDefault(True)

    def _go_on(self) -> None:
        from_last = self.last_on_top.is_checked()
        kept = self._desk.choices.settings.printers
        name = self._batch.printer if from_last else ""
        self._desk.choices.change(printers={**kept, LAST_ON_TOP: name})
        batches = tuple(
            replace(each, from_last=from_last) if each is self._batch else each
            for each in self._sent.batches
        )
        self.done(int(self.DialogCode.Accepted))
        self.turned.emit(replace(self._sent, batches=batches))


def _waiting(sent: Sent) -> Batch:
    return sent.batches[sent.left.batch if sent.left is not None else 0]


def _numbered(number: int, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(8))
    count = PlainLabel(f"{number}", role="body-strong", tone="accent")
    fix(count, width=14)
    row.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(PlainLabel(words, wrap=True), 1)
    return row


class TurnPicture(QWidget):
    """A card turned about its long edge, like the page of a book."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("The stack is turned about its long edge"))
        fix(self, width=220, height=96)

    def sizeHint(self) -> QSize:
        return QSize(px(220), px(96))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / 220, self.height() / 96)
        painter.setPen(QPen(color("hem"), 1.2))
        painter.setBrush(color("surface"))
        front, back = QRectF(22, 8, 56, 80), QRectF(142, 8, 56, 80)
        for card in (front, back):
            painter.drawRoundedRect(card, 3, 3)
        painter.setPen(QPen(color("muted"), 1.2))
        for line in range(5):
            y = 26 + line * 10
            painter.drawLine(QPointF(32, y), QPointF(68 if line < 4 else 52, y))
        painter.setPen(stitch_pen(color("hem")))
        painter.drawLine(QPointF(110, 6), QPointF(110, 90))
        pen = QPen(color("accent-ink"), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(QRectF(84, 30, 52, 40), 20 * 16, 140 * 16)
        tip = QPointF(134, 43)
        painter.drawLine(tip, tip + QPointF(-7, -1))
        painter.drawLine(tip, tip + QPointF(1, -7))
