"""The inspector's view of one piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.domain.status import SELLABLE, ItemStatus
from closet_app.services.records import HistoryLine, KeepEstimate, Piece
from closet_app.ui.closet.faces import Speech
from closet_app.ui.closet.facts_grid import Fact, FactsGrid
from closet_app.ui.closet.keep_table import KeepTable
from closet_app.ui.closet.photo_strip import PhotoStrip
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.badges import PriceTag
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.timeline import HistoryList, HistoryRow
from closet_app.ui.words import say
from closet_app.wording import say_condition, say_date, say_days, say_reason, say_status

LINES = 6


@dataclass(frozen=True, slots=True)
class PieceFacts:
    """Everything the inspector shows of one piece."""

    piece: Piece
    estimates: Sequence[KeepEstimate]
    history: Sequence[HistoryLine]


class PieceView(QWidget):
    """`asked` carries an action's id, `more_asked` the button for its menu."""

    asked = Signal(str)
    more_asked = Signal(object)
    add_photos_asked = Signal(int)
    order_asked = Signal(int)

    def __init__(self, thumbs: Thumbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[PieceFacts, Speech] | None = None
        self._all_lines = False
        self.photos = PhotoStrip(thumbs)
        self._title = PlainLabel("", role="section", wrap=True)
        self._detail = PlainLabel("", tone="muted", wrap=True)
        self._tag = PriceTag("")
        self.open = Button(say("Open"), icon="pencil")
        self.sold = Button(say("Mark sold"), icon="hand-coins")
        self.order = Button(say("Show order"), icon="package")
        self._more = IconButton("ellipsis", say("More"), kind="secondary")
        self._grid = FactsGrid()
        self.keep = KeepTable()
        self._history_heading = PlainLabel(say("History"), role="body-strong")
        self._history = HistoryList()
        self._older = Button(say("Show all"), "link", size="small", pressed=self._show_all)
        self._note = PlainLabel("", role="small", tone="muted", wrap=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(px(8))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._title)
        words.addWidget(self._detail)
        heading.addLayout(words, 1)
        heading.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignTop)
        actions = QHBoxLayout()
        actions.setSpacing(px(8))
        for button in (self.open, self.sold, self.order):
            actions.addWidget(button)
        actions.addStretch(1)
        actions.addWidget(self._more)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(16), px(16), px(16), px(20))
        rows.setSpacing(px(14))
        rows.addWidget(self.photos)
        rows.addLayout(heading)
        rows.addLayout(actions)
        rows.addWidget(self._grid)
        rows.addWidget(self.keep)
        below = QVBoxLayout()
        below.setSpacing(px(4))
        below.addWidget(self._history_heading)
        below.addWidget(self._history)
        below.addWidget(self._older, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addLayout(below)
        rows.addWidget(self._note)
        rows.addStretch(1)

    def _connect(self) -> None:
        self.open.clicked.connect(lambda _on=False: self.asked.emit("closet.open"))
        self.sold.clicked.connect(lambda _on=False: self.asked.emit("closet.mark_sold"))
        self.order.clicked.connect(lambda _on=False: self._show_order())
        self._more.clicked.connect(lambda _on=False: self.more_asked.emit(self._more))
        self.photos.opened.connect(lambda: self.asked.emit("closet.open"))
        self.photos.add_asked.connect(self._add_photos)

    def show_piece(self, facts: PieceFacts, speech: Speech) -> None:
        """Show another piece, or this one as it is now."""
        if self._piece_id() != facts.piece.id:
            self._all_lines = False
        self._shown = (facts, speech)
        piece = facts.piece
        asking = piece.facts.asking
        self.photos.show_photos(piece.photos)
        self._title.setText(piece.facts.title or say("No title yet"))
        self._detail.setText(detail_of(piece))
        self._tag.set_words(speech.price(asking))
        self._tag.setVisible(asking is not None)
        self.sold.setVisible(piece.status in SELLABLE)
        self.order.setVisible(piece.status not in SELLABLE and bool(piece.order_ids))
        self._grid.show_facts(facts_of(piece, speech))
        self._show_keep(facts, speech)
        self._show_history(facts.history, speech)
        notes = [say("Note: {words}", words=text) for text in _notes(piece)]
        self._note.setText("\n".join(notes))
        self._note.setVisible(bool(notes))

    def _show_keep(self, facts: PieceFacts, speech: Speech) -> None:
        own = facts.piece.facts
        asked = own.asking if facts.piece.status in SELLABLE else None
        self.keep.setVisible(asked is not None and bool(facts.estimates))
        if asked is not None:
            self.keep.show_estimates(asked, own.floor, facts.estimates, speech)

    def _show_history(self, lines: Sequence[HistoryLine], speech: Speech) -> None:
        shown = lines if self._all_lines else lines[:LINES]
        self._history.show_rows([HistoryRow(line.words, _day(line, speech)) for line in shown])
        self._history_heading.setVisible(bool(lines))
        self._older.setVisible(len(lines) > len(shown))

    def _show_all(self) -> None:
        self._all_lines = True
        if self._shown is not None:
            facts, speech = self._shown
            self._show_history(facts.history, speech)

    def _piece_id(self) -> int | None:
        return None if self._shown is None else self._shown[0].piece.id

    def _add_photos(self) -> None:
        if self._shown is not None:
            self.add_photos_asked.emit(self._shown[0].piece.id)

    def _show_order(self) -> None:
        orders = self._shown[0].piece.order_ids if self._shown is not None else ()
        if orders:
            self.order_asked.emit(max(orders))


def detail_of(piece: Piece) -> str:
    """Brand, size and colors: "Madewell · M · cream and rust"."""
    own = piece.facts
    colors = [*own.colors, *own.other_colors]
    spoken = say("{first} and {last}", first=colors[0], last=colors[1]) if colors[1:] else ""
    said = (spoken or "".join(colors[:1])).lower()
    return " · ".join(part for part in (own.brand, own.size, said) if part)


def facts_of(piece: Piece, speech: Speech) -> list[Fact]:
    """The facts in two columns, in reading order."""
    own = piece.facts
    facts = [
        (say("Number"), own.sku),
        (say("Bin"), own.bin),
        (say("Condition"), say_condition(own.condition)),
        _standing(piece, speech),
        (say("Found at"), own.source),
        (say("Paid"), speech.amount(own.cost)),
    ]
    if own.quantity > 1:
        facts.append((say("Quantity"), str(own.quantity)))
    return facts


def _standing(piece: Piece, speech: Speech) -> Fact:
    if piece.status is ItemStatus.LISTED and piece.listed_since is not None:
        days = max((speech.today - piece.listed_since).days, 0)
        return say("Listed"), say_days(days)
    if piece.archive_reason is not None:
        return say_status(piece.status.value), say_reason(piece.archive_reason.value)
    return say("Status"), say_status(piece.status.value)


def _notes(piece: Piece) -> list[str]:
    return [text for text in (piece.facts.flaws, piece.facts.notes) if text]


def _day(line: HistoryLine, speech: Speech) -> str:
    day = line.at.astimezone().date()
    return say_date(day, speech.today, weekday=False, locale=speech.locale)
