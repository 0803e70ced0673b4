"""Keeps the pages in step with the shown order, the choices and the note in the editor."""

from __future__ import annotations

from PySide6.QtCore import QObject

from closet_app.services.prints import PieceKind
from closet_app.ui.print_room.desk_view import DeskView
from closet_app.ui.print_room.making import Wish
from closet_app.ui.print_room.note_editor import Draft, NoteEditor
from closet_app.ui.print_room.previews import DRAFT, Previews
from closet_app.ui.print_room.room import Room
from closet_app.ui.print_room.room_sheets import in_order, sheets_of
from closet_app.ui.print_room.side_pane import SidePane


class Paging(QObject):
    """Asks for what is to be seen, and lays it on the desk when it is there."""

    def __init__(
        self, room: Room, pages: DeskView, note: NoteEditor, side: SidePane, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._room, self._pages, self._note, self._side = room, pages, note, side
        self.previews = Previews(room.desk.closet, room.desk.jobs, self)
        self._connect()
        pages.mark(room.kind)

    def forget(self) -> None:
        """The closet is another now."""
        self.previews.forget()

    def is_settled(self) -> bool:
        """Whether everything on the desk is what would come out."""
        return self.previews.is_settled() and self._pages.is_drawn()

    def _connect(self) -> None:
        room = self._room
        for signal in (room.read, room.turned, room.redesigned, room.turned_back):
            signal.connect(self._wish)
        room.chosen.connect(lambda _kind: self._wish())
        room.aimed.connect(self._aim)
        self._pages.aimed.connect(room.aim)
        self.previews.changed.connect(lambda _slot: self._show())
        self._note.edited.connect(self._draft)
        self._note.closed.connect(lambda: self.previews.drop(DRAFT))

    def _wish(self) -> None:
        order = self._room.order
        kinds = [choice.kind for choice in self._room.pieces] if order is not None else []
        self.previews.show({kind: self._wish_of(kind) for kind in in_order(kinds)})

    def _wish_of(self, kind: PieceKind, note: str | None = None) -> Wish:
        room, order = self._room, self._room.order
        order_id = order.id if order is not None else 0
        return Wish(order_id, room.plan(kind), room.choices[kind].paper, note)

    def _draft(self, draft: Draft) -> None:
        order = self._room.order
        if order is not None and draft.order_id == order.id:
            self.previews.wish(DRAFT, self._wish_of(PieceKind.CARD, draft.note))

    def _show(self) -> None:
        kinds = [choice.kind for choice in self._room.pieces]
        self._pages.show_sheets(sheets_of(kinds, self.previews.made))
        card = self.previews.made(DRAFT) or self.previews.made(PieceKind.CARD)
        error = card.error if card is not None else None
        self._note.show_error(str(error) if error is not None else "")

    def _aim(self, kind: PieceKind) -> None:
        self._pages.mark(kind)
        self._pages.reveal(kind)
