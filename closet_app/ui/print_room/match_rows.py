"""The pieces on the back of the shown order's card: why each goes with it, and another one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from closet_app.services import matches
from closet_app.services.matches import Match
from closet_app.ui.jobs import READ
from closet_app.ui.orders.speech import Speech, speech_of
from closet_app.ui.print_room.room import Room
from closet_app.ui.printing.piece_row import PieceRow
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.buttons import IconButton
from closet_app.ui.widgets.popups import rounded_menu
from closet_app.ui.widgets.text import PlainLabel, set_tooltip
from closet_app.ui.words import say
from closet_app.wording import say_money

OFFERED = 8


class MatchRows(QWidget):
    """A row for each piece; `found` carries them whenever they were read."""

    found = Signal(object)

    def __init__(self, room: Room, thumbs: Thumbs) -> None:
        super().__init__()
        self._room = room
        self._thumbs = thumbs
        self._order_id = 0
        self.matches: tuple[Match, ...] = ()
        self.rows: list[PieceRow] = []
        self.swaps: list[IconButton] = []
        self._speech: Speech = speech_of(room.desk.closet)
        self.none = PlainLabel("", role="small", tone="muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.none)
        thumbs.arrived.connect(self._repaint)

    def read(self) -> None:
        """Ask which pieces go with the shown order; the last answer counts."""
        order = self._room.order
        if order is None:
            return
        closet, order_id = self._room.desk.closet, order.id
        self._order_id = order_id
        self._room.desk.jobs.run(
            lambda _progress: matches.matches(closet, order_id),
            owner=self,
            done=lambda found: self._on_found(order_id, found),
            lane=READ,
        )

    def _on_found(self, order_id: int, found: Sequence[Match]) -> None:
        if order_id != self._order_id:
            return
        self.matches = tuple(found)
        self._speech = speech_of(self._room.desk.closet)
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows, self.swaps = [], []
        for place, match in enumerate(self.matches):
            self._column.insertWidget(place, self._row(match))
        self.none.setText(say("Nothing goes with this yet."))
        self.none.setVisible(not self.matches)
        self.found.emit(self.matches)

    def _row(self, match: Match) -> QWidget:
        whole = QWidget()
        whole.setProperty("ground", "")
        asking, locale = match.card.asking, self._speech.manner.locale
        price = "" if asking is None else say_money(asking, cents="auto", locale=locale)
        piece = PieceRow(match.card, self._thumbs, price, is_chosen=True)
        set_tooltip(piece, "\n".join(match.reasons))
        piece.setAccessibleDescription(". ".join(match.reasons))
        name = say("Another piece than {title}", title=match.card.title)
        other = IconButton("arrow-left-right", name, size="small")
        other.clicked.connect(lambda _on=False: self._offer(other, match))
        self.rows.append(piece)
        self.swaps.append(other)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        row.addWidget(piece, 1)
        row.addWidget(other)
        return whole

    def _offer(self, button: IconButton, match: Match) -> None:
        """Ask for the others, then show them under the button."""
        closet, order_id = self._room.desk.closet, self._order_id
        self._room.desk.jobs.run(
            lambda _progress: matches.alternatives(closet, order_id, match.position, OFFERED),
            owner=self,
            done=lambda others: self._open(button, match, others),
            lane=READ,
        )

    def _open(self, button: IconButton, match: Match, others: Sequence[Match]) -> None:
        menu = self.menu(match, others)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def menu(self, match: Match, others: Sequence[Match]) -> QMenu:
        """The other pieces by title, each with its first reason."""
        menu = rounded_menu(QMenu(self))
        for other in others:
            words = other.card.title or other.card.sku
            reason = other.reasons[0] if other.reasons else ""
            whole = f"{words}\t{reason}" if reason else words
            action = QAction(whole.replace("&", "&&"), menu)
            action.triggered.connect(
                lambda _on=False, other=other: self.swap(match.position, other.item_id)
            )
            menu.addAction(action)
        if not others:
            action = QAction(say("Nothing else goes with it."), menu)
            action.setEnabled(False)
            menu.addAction(action)
        return menu

    def swap(self, position: int, item_id: int) -> None:
        """Put another piece on the card."""
        closet, order_id = self._room.desk.closet, self._order_id
        self._room.desk.command(lambda: matches.swap(closet, order_id, position, item_id))

    def _repaint(self) -> None:
        for row in self.rows:
            row.update()
