"""The note of each order's card, and what goes on its back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.errors import ClosetError
from closet_app.services import orders
from closet_app.services.print_orders import PrintedOrder, note_room, orders_to_print
from closet_app.services.print_pages import TextTooLongError
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.printing.back_picker import BackPicker
from closet_app.ui.printing.plan import SETTLE_MS, Part
from closet_app.ui.theme.focus import focus_by_keyboard
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import ComboField, MultiLineField
from closet_app.ui.words import say, say_many

FEW_LETTERS = 30


class CardOptions(QWidget):
    """Edits one order's note at a time; it is kept with the order when the field is left.

    `turned_to` carries the order that the seller went to.
    """

    changed = Signal(str, object)
    turned_to = Signal(int)

    def __init__(self, desk: Desk, part: Part) -> None:
        super().__init__()
        self._desk = desk
        self._stock_id = part.request.stock
        self._orders: dict[int, PrintedOrder] = {}
        self._current = 0
        self._notes: dict[int, str] = {}
        self.order = ComboField(say("Card for"))
        self.note = MultiLineField(say("Note"), empty=say("The shop’s own note"), lines=5)
        self.back = BackPicker(desk)
        self._too_long: TextTooLongError | None = None
        self._asked = 0
        self._measure = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._build()
        self._connect()
        self.back.follows = self.note.area
        self.back.show_pieces(part.request.back_items)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.order)
        column.addWidget(self.note)
        column.addSpacing(px(6))
        column.addWidget(PlainLabel(say("On the back"), role="section"))
        column.addWidget(PlainLabel(say("Up to three pieces."), role="small", tone="muted"))
        column.addWidget(self.back)
        self.order.hide()
        self.note.setEnabled(False)

    def _connect(self) -> None:
        self.order.changed.connect(self._on_order)
        self.note.edited.connect(self._on_edited)
        self.note.changed.connect(lambda _text: self.keep())
        self._measure.timeout.connect(self._count)
        self.back.changed.connect(lambda ids: self.changed.emit("back_items", ids))

    @property
    def current(self) -> int:
        """The order whose note is shown."""
        return self._current

    def show_orders(self, found: Sequence[PrintedOrder]) -> None:
        """Know the orders; the first one's note is shown."""
        self._orders = {each.id: each for each in found}
        names = [
            (each.id, say("{buyer}, order {number}", buyer=each.buyer, number=each.number))
            for each in found
        ]
        self.order.set_options(names)
        self.order.setVisible(len(found) > 1)
        self.note.setEnabled(bool(found))
        if found:
            self.turn_to(self._current if self._current in self._orders else found[0].id)

    def turn_to(self, order_id: int) -> None:
        """Show the note of another order."""
        if order_id == self._current or order_id not in self._orders:
            return
        self.keep()
        self._current = order_id
        self.order.set_value(order_id)
        self._show_note()

    def show_part(self, part: Part) -> None:
        """The cards were made, or a note does not fit."""
        if part.request.stock != self._stock_id:
            self._stock_id = part.request.stock
            self._count()
        self._too_long = part.error if isinstance(part.error, TextTooLongError) else None
        self._show_error()

    def go_to_error(self) -> None:
        """Show the note that does not fit."""
        order_id = self._too_long.facts.get("order_id") if self._too_long else None
        if isinstance(order_id, int):
            self.turn_to(order_id)
            self.turned_to.emit(order_id)
        focus_by_keyboard(self.note.area)

    def keep(self) -> None:
        """Write the note of the shown order with the order, if it was changed."""
        order_id, text = self._current, self._notes.get(self._current)
        known = self._orders.get(order_id)
        if known is None or text is None or text == known.note:
            return
        closet = self._desk.closet
        self._orders[order_id] = replace(known, note=text, own_note=True)
        self._desk.command(
            lambda: orders.edit_order(closet, order_id, note=text),
            then=None if text else lambda _changed: self._read_again(order_id),
            quiet=True,
        )

    def _read_again(self, order_id: int) -> None:
        """A note taken away lets the shop's own stand again."""
        self._orders[order_id] = orders_to_print(self._desk.closet, [order_id])[0]
        self._notes.pop(order_id, None)
        self._tell_notes()
        if order_id == self._current:
            self._show_note()

    def _on_order(self, order_id: object) -> None:
        if isinstance(order_id, int):
            self.turn_to(order_id)
            self.turned_to.emit(order_id)

    def _on_edited(self, text: str) -> None:
        if not self._current:
            return
        self._notes[self._current] = text
        self._measure.start()
        self._tell_notes()

    def _tell_notes(self) -> None:
        self.changed.emit("notes", tuple(self._notes.items()))

    def _show_note(self) -> None:
        known = self._orders[self._current]
        self.note.set_text(self._notes.get(known.id, known.note))
        self._show_error()
        self._count()

    def _count(self) -> None:
        """Ask how much room is left; the last question counts."""
        if not self._current:
            return
        self._asked += 1
        asked, closet, stock_id = self._asked, self._desk.closet, self._stock_id
        order_id, text = self._current, self.note.text
        self._desk.jobs.run(
            lambda _progress: note_room(closet, order_id, stock_id, text),
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

    def _show_error(self) -> None:
        """Under the note when it is this one, else under the choice of orders."""
        error = self._too_long
        is_here = error is not None and error.facts.get("order_id") == self._current
        self.note.set_error(str(error) if is_here else "")
        self.order.set_error(str(error) if error is not None and not is_here else "")


def _ignore(_error: ClosetError) -> None:
    """The pages themselves say what is wrong."""
