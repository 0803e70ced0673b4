"""What can be done with the whole piece, each from the action table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from closet_app.domain.status import ItemStatus
from closet_app.services import items, stock
from closet_app.services.changed import Changed
from closet_app.services.records import Piece
from closet_app.ui.closet.small_dialogs import ArchiveDialog, ListedDialog, delete_question
from closet_app.ui.desk import Desk
from closet_app.ui.editor.sheet import Sheet
from closet_app.ui.printing.door import print_labels
from closet_app.ui.widgets.dialogs import open_modal

_UNSOLD = frozenset({ItemStatus.DRAFT, ItemStatus.LISTED, ItemStatus.ON_HOLD, ItemStatus.RETURNED})
_POSSIBLE: dict[str, Callable[[Piece], bool]] = {
    "editor.mark_sold": lambda piece: piece.status in _UNSOLD - {ItemStatus.RETURNED},
    "editor.mark_listed": lambda piece: piece.status in _UNSOLD - {ItemStatus.ON_HOLD},
    "editor.hold": lambda piece: piece.status is ItemStatus.LISTED,
    "editor.release": lambda piece: piece.status is ItemStatus.ON_HOLD,
    "editor.archive": lambda piece: piece.status in _UNSOLD,
    "editor.unarchive": lambda piece: piece.status is ItemStatus.ARCHIVED,
    "editor.trash": lambda piece: not piece.in_trash,
}
"""Which commands can do something with a piece as it stands."""


class ItemCommands(QObject):
    """Acts on the piece shown; `duplicated` carries the new one, `trashed` says it is gone."""

    duplicated = Signal(int)
    trashed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sheet: Sheet | None = None
        for action, handler in (
            ("editor.duplicate", self._duplicate),
            ("editor.mark_sold", self._mark_sold),
            ("editor.mark_listed", self._mark_listed),
            ("editor.hold", lambda: self._run(stock.hold)),
            ("editor.release", lambda: self._run(stock.release)),
            ("editor.archive", self._archive),
            ("editor.unarchive", lambda: self._run(stock.unarchive)),
            ("editor.trash", self._trash),
            ("editor.label", self._print_label),
            ("editor.photos_out", self._write_photos),
        ):
            desk.actions.connect_action(action, handler)

    def show_sheet(self, sheet: Sheet) -> None:
        """Act on this piece from now on."""
        self._sheet = sheet
        for action, possible in _POSSIBLE.items():
            self._desk.actions.set_enabled(action, possible(sheet.piece))

    def _run(self, command: Callable[..., Changed]) -> None:
        if self._sheet is not None:
            closet, item_id = self._desk.closet, self._sheet.piece.id
            self._desk.command(lambda: command(closet, [item_id]))

    def _duplicate(self) -> None:
        if self._sheet is None:
            return
        closet, item_id = self._desk.closet, self._sheet.piece.id
        made: list[int] = []

        def work() -> Changed:
            new, changed = items.duplicate(closet, item_id)
            made.append(new)
            return changed

        self._desk.command(work, then=lambda _changed: self.duplicated.emit(made[0]))

    def _mark_sold(self) -> None:
        from closet_app.ui.orders.sell_dialog import open_sell

        if self._sheet is not None:
            open_sell(self._desk, [self._sheet.piece.id])

    def _mark_listed(self) -> None:
        places = self._sheet.places if self._sheet else ()
        ticked = [place.id for place in places if place.is_live]
        offered = [(place.id, place.name) for place in places]
        dialog = ListedDialog(1, offered, ticked, self._desk.window)

        def accepted() -> None:
            chosen = dialog.marketplaces()
            self._run(lambda closet, ids: stock.mark_listed(closet, ids, chosen))

        open_modal(dialog, accepted)

    def _archive(self) -> None:
        dialog = ArchiveDialog(1, self._desk.window)

        def accepted() -> None:
            reason = dialog.reason()
            self._run(lambda closet, ids: stock.archive(closet, ids, reason))

        open_modal(dialog, accepted)

    def _trash(self) -> None:
        open_modal(delete_question(1, self._desk.window), self._to_trash)

    def _to_trash(self) -> None:
        if self._sheet is not None:
            closet, item_id = self._desk.closet, self._sheet.piece.id
            self._desk.command(
                lambda: stock.trash(closet, [item_id]), then=lambda _changed: self.trashed.emit()
            )

    def _print_label(self) -> None:
        if self._sheet is not None:
            print_labels(self._desk, [self._sheet.piece.id])

    def _write_photos(self) -> None:
        from closet_app.ui.closet.photo_sets import open_photo_sets

        if self._sheet is not None:
            open_photo_sets(self._desk, [self._sheet.piece.id])
