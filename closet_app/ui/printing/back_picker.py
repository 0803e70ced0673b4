"""The pieces on the back of a card, chosen by the seller among what is listed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.services import gallery
from closet_app.services.manners import manner_of
from closet_app.services.prints import MOST_ON_BACK
from closet_app.services.records import Card
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.printing.piece_row import PieceRow
from closet_app.ui.printing.tab_order import chain
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.buttons import IconButton
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.words import say
from closet_app.wording import say_money

OFFERED = 5


class BackPicker(QWidget):
    """Up to three pieces in the order they were chosen; `changed` carries their ids.

    Tab reaches it after the control it `follows`.
    """

    changed = Signal(tuple)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._thumbs = Thumbs(desk.closet, desk.jobs, self)
        self._locale = manner_of(desk.closet).locale
        self._chosen: tuple[Card, ...] = ()
        self._asked = 0
        self._leavers: list[IconButton] = []
        self.follows: QWidget | None = None
        self.search = LineField("", empty=say("Search listed pieces"))
        self._rows = QVBoxLayout()
        self._offers = QVBoxLayout()
        self._nothing = PlainLabel(say("No listed piece matches."), role="small", tone="muted")
        self._build()
        self._connect()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The ids of the chosen pieces, in order."""
        return tuple(card.id for card in self._chosen)

    def show_pieces(self, ids: Sequence[int]) -> None:
        """Show these as chosen."""
        self._chosen = tuple(gallery.cards(self._desk.closet, ids))
        self._show_chosen()

    def _build(self) -> None:
        self.search.line.setAccessibleName(say("Search listed pieces for the back"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for rows in (self._rows, self._offers):
            rows.setSpacing(0)
        column.addLayout(self._rows)
        column.addWidget(self.search)
        column.addLayout(self._offers)
        column.addWidget(self._nothing)
        self._nothing.hide()

    def _connect(self) -> None:
        self.search.edited.connect(self._look_for)
        self.search.line.installEventFilter(self)
        self._thumbs.arrived.connect(self._repaint_rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._look_for(self.search.text)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        offers = self.offers()
        key = event.key()
        if key == Qt.Key.Key_Down and offers:
            offers[0].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and offers:
            offers[0].click()
            return True
        if key == Qt.Key.Key_Escape and (offers or self.search.text):
            self._put_away()
            return True
        return False

    def offers(self) -> list[PieceRow]:
        """The pieces that were found."""
        return _widgets(self._offers)

    def rows(self) -> list[PieceRow]:
        """The chosen pieces."""
        found = self.findChildren(PieceRow)
        return [row for row in found if row.is_chosen]

    def _look_for(self, text: str) -> None:
        self._asked += 1
        asked, closet, chosen = self._asked, self._desk.closet, set(self.chosen)

        def find(_progress: object) -> list[Card]:
            wanted = f"{text} status:listed".strip()
            ids = gallery.find(closet, wanted, limit=OFFERED + MOST_ON_BACK)
            fresh = [each for each in ids if each not in chosen]
            return gallery.cards(closet, fresh[:OFFERED])

        self._desk.jobs.run(
            find, owner=self, done=lambda cards: self._offer(asked, cards), lane=READ
        )

    def _offer(self, asked: int, cards: Sequence[Card]) -> None:
        if asked != self._asked:
            return
        _empty(self._offers)
        for card in cards:
            row = self._row(card)
            row.clicked.connect(lambda _checked=False, card=card: self._add(card))
            self._offers.addWidget(row)
        self._nothing.setVisible(not cards)
        chain(self.search.line, self.offers())

    def _add(self, card: Card) -> None:
        self._chosen = (*self._chosen, card)[:MOST_ON_BACK]
        self._put_away()
        self._show_chosen()
        self.changed.emit(self.chosen)

    def _remove(self, card: Card) -> None:
        self._chosen = tuple(each for each in self._chosen if each != card)
        self._show_chosen()
        self.changed.emit(self.chosen)

    def _put_away(self) -> None:
        self._asked += 1
        self.search.set_text("")
        _empty(self._offers)
        self._nothing.hide()

    def _show_chosen(self) -> None:
        _empty(self._rows)
        self._leavers = []
        for card in self._chosen:
            self._rows.addWidget(self._chosen_row(card))
        self.search.setVisible(len(self._chosen) < MOST_ON_BACK)
        chain(self.follows, [*self._leavers, self.search.line])

    def _row(self, card: Card, *, is_chosen: bool = False) -> PieceRow:
        asking = card.asking
        price = "" if asking is None else say_money(asking, cents="auto", locale=self._locale)
        return PieceRow(card, self._thumbs, price, is_chosen=is_chosen)

    def _chosen_row(self, card: Card) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        row.addWidget(self._row(card, is_chosen=True), 1)
        leave = say("Take {title} off the back", title=card.title)
        button = IconButton("x", leave, size="small", pressed=lambda: self._remove(card))
        self._leavers.append(button)
        row.addWidget(button)
        return whole

    def _repaint_rows(self) -> None:
        for row in self.findChildren(PieceRow):
            row.update()


def _widgets(rows: QVBoxLayout) -> list[PieceRow]:
    found = (rows.itemAt(place) for place in range(rows.count()))
    widgets = [item.widget() for item in found if item is not None]
    return [widget for widget in widgets if isinstance(widget, PieceRow)]


def _empty(rows: QVBoxLayout) -> None:
    while rows.count():
        item = rows.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
