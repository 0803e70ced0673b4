"""The note of the shown order's card, edited above its page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.errors import ClosetError
from closet_app.services import orders
from closet_app.services.print_orders import PrintedOrder, note_room, orders_to_print
from closet_app.services.prints import PieceKind
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.print_room.room import Room
from closet_app.ui.printing.plan import SETTLE_MS
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import MultiLineField
from closet_app.ui.words import say, say_many

FEW_LETTERS = 30
LINES = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the editor for an order."""

    order_id: int
    note: str


class NoteEditor(QWidget):
    """Opened with *Edit note*; each letter is shown on the card, leaving keeps it.

    `edited` carries a draft, `closed` says that the editor went away.
    """

    edited = Signal(object)
    closed = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._desk: Desk = room.desk
        self._known: PrintedOrder | None = None
        self._asked = 0
        self.note = MultiLineField(say("Note"), empty=say("The shop’s own note"), lines=LINES)
        self.hint = PlainLabel("", role="small", tone="muted", wrap=True)
        self.done = Button(say("Done"), pressed=self.close_editor)
        self.own = Button(say("Use the shop’s note"), "link", size="small", pressed=self._clear)
        self._measure = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        self.setProperty("ground", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), 0, px(20), px(10))
        column.setSpacing(px(6))
        column.addWidget(self.note)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.own)
        row.addStretch(1)
        row.addWidget(self.done)
        column.addLayout(row)

    def _connect(self) -> None:
        self.note.edited.connect(self._on_edited)
        self.note.changed.connect(lambda _text: self.keep())
        self._measure.timeout.connect(self._count)
        self._room.turned.connect(self._on_turned)
        self._room.read.connect(self._on_read)
        self._room.chosen.connect(lambda _kind: self._measure.start())

    @property
    def order_id(self) -> int:
        """The order whose note is edited; 0 while the editor is closed."""
        return self._known.id if self._known is not None and not self.isHidden() else 0

    def open_editor(self) -> None:
        """Edit the note of the shown order."""
        self.show()
        self._read()
        self.note.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_editor(self) -> None:
        """Keep the note and go away."""
        self.keep()
        self.hide()
        self._known = None
        self.closed.emit()

    def keep(self) -> None:
        """Write the note with its order, if it was changed."""
        known, text = self._known, self.note.text
        if known is None or text == known.note:
            return
        closet, order_id = self._desk.closet, known.id
        self._known = (
            None
            if not text
            else PrintedOrder(
                known.id, known.number, known.buyer, known.pieces, known.gift, text, own_note=True
            )
        )
        self._desk.command(lambda: orders.edit_order(closet, order_id, note=text), quiet=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) is Qt.Key.Key_Escape:
            self.close_editor()
        else:
            super().keyPressEvent(event)

    def _on_turned(self) -> None:
        if self.isVisible():
            self.keep()
            self._read()

    def _on_read(self) -> None:
        if self.isVisible() and not self.note.area.hasFocus():
            self._read()

    def _read(self) -> None:
        order = self._room.order
        if order is None:
            self.close_editor()
            return
        closet, order_id = self._desk.closet, order.id
        self._known = None
        self.note.setEnabled(False)
        self._desk.jobs.run(
            lambda _progress: orders_to_print(closet, [order_id])[0],
            owner=self,
            done=self._on_known,
            lane=READ,
        )

    def _on_known(self, known: PrintedOrder) -> None:
        order = self._room.order
        if order is None or known.id != order.id:
            return
        self._known = known
        self.note.setEnabled(True)
        self.note.set_text(known.note)
        self.own.setVisible(known.own_note)
        self._count()
        if self.isVisible():
            self.note.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self, text: str) -> None:
        if self._known is not None:
            self._measure.start()
            self.own.setVisible(bool(text))
            self.edited.emit(Draft(self._known.id, text))

    def _clear(self) -> None:
        """The order has no note of its own any more."""
        known = self._known
        if known is None:
            return
        closet, order_id = self._desk.closet, known.id
        self._known = None
        self._desk.command(
            lambda: orders.edit_order(closet, order_id, note=""),
            then=lambda _changed: self._read(),
            quiet=True,
        )

    def show_error(self, words: str) -> None:
        """Say that the note does not fit."""
        self.note.set_error(words)

    def _count(self) -> None:
        """Ask how much room is left; the last question counts."""
        known = self._known
        if known is None:
            return
        self._asked += 1
        asked, closet, text = self._asked, self._desk.closet, self.note.text
        stock_id = self._room.choices[PieceKind.CARD].paper.id
        self._desk.jobs.run(
            lambda _progress: note_room(closet, known.id, stock_id, text),
            owner=self,
            done=lambda left: self._show_room(asked, left),
            failed=_ignore,
            lane=READ,
        )

    def _show_room(self, asked: int, left: int) -> None:
        if asked != self._asked:
            return
        if left < 0:
            words = say_many("{count} letter too many", "{count} letters too many", -left)
        else:
            words = say_many("about {count} letter left", "about {count} letters left", left)
        self.note.set_hint(words, "warn" if left < FEW_LETTERS else "muted")


def _ignore(_error: ClosetError) -> None:
    """The card itself says what is wrong."""
