"""The card: its design, the pieces on its back, and how long they are kept for the buyer."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.services import holding
from closet_app.services.matches import Match
from closet_app.ui.orders.speech import speech_of
from closet_app.ui.print_room.design_strip import DesignStrip
from closet_app.ui.print_room.match_rows import MatchRows
from closet_app.ui.print_room.room import Room
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.choices import CheckRow
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.value_fields import DateField
from closet_app.ui.words import say, say_many

DESIGNS = "designs"
"""The place of the page of card designs."""
KEPT = timedelta(days=14)


class CardSection(QWidget):
    """Ticks of the card's back; *Swap* unfolds its pieces. `shown` follows new controls."""

    shown = Signal()

    def __init__(self, room: Room, thumbs: Thumbs) -> None:
        super().__init__()
        self._room = room
        speech = speech_of(room.desk.closet)
        self.strip = DesignStrip(room)
        self.edit = Button(say("Edit design"), "link", size="small", pressed=self._edit)
        self.back = CheckRow(say("Matching pieces on the back"))
        self.swap = Button(say("Swap"), "link", size="small")
        self.rows = MatchRows(room, thumbs)
        self.keep = CheckRow(say("Keep them for this buyer until"))
        self.until = DateField("", speech.read_day, speech.short_day, compact=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        fix(self.until, width=64)
        self.until.line.setAccessibleName(say("Keep them until"))
        self.swap.setCheckable(True)
        self.rows.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        head = QHBoxLayout()
        head.addWidget(PlainLabel(say("Card design"), role="section"))
        head.addStretch(1)
        head.addWidget(self.edit)
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addSpacing(px(6))
        first = QHBoxLayout()
        first.addWidget(self.back, 1)
        first.addWidget(self.swap)
        column.addLayout(first)
        column.addWidget(self.rows)
        second = QHBoxLayout()
        second.setSpacing(px(4))
        second.addWidget(self.keep, 1)
        second.addWidget(self.until)
        column.addLayout(second)
        # Only now: shown without a parent, it would be a window of its own and take the keys.
        self.edit.setVisible(self._room.desk.navigator.knows(DESIGNS))

    def _connect(self) -> None:
        room = self._room
        self.back.toggled.connect(lambda on: room.turn_back(on=on))
        self.swap.toggled.connect(self.rows.setVisible)
        self.rows.found.connect(self._on_found)
        self.strip.laid.connect(self.shown)
        self.keep.toggled.connect(self._keep)
        self.until.committed.connect(lambda _day: self._keep(on=True))
        for signal in (room.read, room.turned):
            signal.connect(self.rows.read)
        room.turned_back.connect(self._show)

    def _edit(self) -> None:
        """Go to the page of designs, to the one that is chosen."""
        self._room.desk.navigator.go(DESIGNS, self._room.design)

    def _on_found(self, found: tuple[Match, ...]) -> None:
        words = say_many(
            "{count} matching piece on the back", "{count} matching pieces on the back", len(found)
        )
        self.back.set_words(words if found else say("Matching pieces on the back"))
        kept = [match.kept_until for match in found if match.kept_until is not None]
        self.keep.set_checked(bool(kept))
        self.until.set_value(min(kept) if kept else self._room.today + KEPT)
        self._show()
        self.shown.emit()

    def _show(self) -> None:
        room = self._room
        some = bool(self.rows.matches)
        on = room.with_back and some
        self.back.setEnabled(some)
        self.back.set_checked(on)
        self.swap.setVisible(on)
        self.rows.setVisible(on and self.swap.isChecked())
        self.keep.setEnabled(on)
        self.until.setEnabled(on and self.keep.is_checked())

    def _keep(self, on: bool) -> None:
        """Hold the pieces back, or let them go; one step that can be undone."""
        order = self._room.order
        day = self.until.value() or self._room.today + KEPT
        if order is None:
            return
        closet, order_id = self._room.desk.closet, order.id
        wanted = day if on else None
        self._room.desk.command(lambda: holding.keep_until(closet, order_id, wanted))
        self.until.setEnabled(on)
