"""Sentences about where a piece stands: sold, archived, in Trash; each with its way on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.domain.status import SOLD_STATUSES, ItemStatus
from closet_app.services import stock
from closet_app.services.changed import Changed
from closet_app.ui.desk import Desk
from closet_app.ui.editor.sheet import Sheet, SoldIn
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.frames import Note
from closet_app.ui.words import mark, say
from closet_app.wording import say_reason


class Standing(QWidget):
    """Notes above the price; hidden while there is nothing to say."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self.notes: list[Note] = []

    def show_sheet(self, sheet: Sheet) -> None:
        """Say what there is to say of a piece."""
        for note in self.notes:
            self._column.removeWidget(note)
            note.hide()
            note.deleteLater()
        self.notes = []
        piece, closet = sheet.piece, self._desk.closet
        if piece.in_trash:
            words = say("This piece is in Trash. It stays there for 30 days.")
            self._add(words, say("Restore"), lambda: stock.restore(closet, [piece.id]))
        if piece.status is ItemStatus.ARCHIVED:
            reason = say_reason(piece.archive_reason) if piece.archive_reason else say("Archived")
            words = say("Archived: {reason}. It is not for sale.", reason=reason.lower())
            self._add(words, say("Bring back"), lambda: stock.unarchive(closet, [piece.id]))
        if piece.status is ItemStatus.RETURNED:
            words = say("It came back. Put it into stock to list it again.")
            self._add(words, say("Put into stock"), lambda: stock.restock(closet, [piece.id]))
        for sold in sheet.sold_in:
            self._add_order(sold, is_gone=piece.status in SOLD_STATUSES)
        self.setVisible(bool(self.notes))

    def _add(self, words: str, action: str, command: Callable[[], Changed]) -> None:
        note = Note(words, "info", action=action)
        note.acted.connect(lambda: self._desk.command(command))
        self._append(note)

    def _add_order(self, sold: SoldIn, *, is_gone: bool) -> None:
        gone = mark(
            "Sold in order {number}. Its price stays; a changed cost changes what you kept."
        )
        words = gone if is_gone else mark("One was sold in order {number}.")
        note = Note(say(words, number=sold.number), "info", action=say("Show order"))
        note.acted.connect(lambda: self._desk.navigator.go("orders", sold.order_id))
        self._append(note)

    def _append(self, note: Note) -> None:
        self._column.addWidget(note)
        self.notes.append(note)
