"""What can be done with the selected pieces, by menu, key, bar and inspector alike."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from closet_app.domain.status import SELLABLE, ItemStatus
from closet_app.services import gallery
from closet_app.services.changed import Changed
from closet_app.services.records import Card, Facets
from closet_app.ui.behind import items, pieces, stock
from closet_app.ui.closet.bin_labels import print_bin_labels
from closet_app.ui.closet.gallery_pane import GalleryPane
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.printing.door import print_labels
from closet_app.ui.widgets.dialogs import open_modal
from closet_app.ui.words import say, say_many

LOOKED_AT = 256
"""Pieces of a large selection whose status decides what its menu offers."""

IN_CARD_MENU = (
    "closet.open", "closet.mark_sold", "", "closet.reprice", "closet.mark_listed", "closet.hold",
    "closet.release", "closet.move_to_bin", "closet.add_tag", "closet.label",
    "closet.photos_out", "",
    "closet.alike", "closet.duplicate", "closet.archive", "closet.unarchive", "", "closet.trash",
)  # fmt: skip


class PieceCommands(QObject):
    """Connects the page's commands; each acts on what is selected now."""

    def __init__(self, desk: Desk, pane: GalleryPane) -> None:
        super().__init__(pane)
        self._desk = desk
        self._pane = pane
        self._picks = pane.picks
        self._facets: Facets | None = None
        self._are_enabled: bool | None = None
        self._handlers: dict[str, Callable[[], object]] = {
            "closet.open": self.open,
            "closet.duplicate": self.duplicate,
            "closet.reprice": self.reprice,
            "closet.mark_sold": self.mark_sold,
            "closet.mark_listed": self.mark_listed,
            "closet.hold": lambda: self._change(stock.hold),
            "closet.release": lambda: self._change(stock.release),
            "closet.unarchive": lambda: self._change(stock.unarchive),
            "closet.move_to_bin": self.move_to_bin,
            "closet.add_tag": self.add_tag,
            "closet.label": self.print_labels,
            "closet.photos_out": self.write_photos,
            "closet.alike": self.find_alike,
            "closet.archive": self.archive,
            "closet.trash": self.trash,
        }
        for action_id, handler in self._handlers.items():
            desk.actions.connect_action(action_id, handler)
        desk.actions.connect_action(
            "closet.bins", lambda: print_bin_labels(desk, self._picks.ids())
        )
        self._picks.picked.connect(self.refresh)
        self.refresh()

    def run(self, action_id: str) -> None:
        """Do a command as if its key was pressed."""
        self._desk.actions.action(action_id).trigger()

    def take_counts(self, facets: Facets) -> None:
        """Bins and tags in use, for their dialogs."""
        self._facets = facets

    def refresh(self) -> None:
        """Grey what the selection does not allow."""
        some = self._picks.count() > 0
        if some != self._are_enabled:
            self._are_enabled = some
            for action_id in self._handlers:
                self._desk.actions.set_enabled(action_id, some)

    def open_menu(self, point: QPoint) -> None:
        """Show what can be done with the selection at a place on the screen."""
        if self._picks.count():
            left_out = without_sense({card.status for card in self._cards()})
            offered = [each for each in IN_CARD_MENU if each not in left_out]
            menu = self._desk.actions.menu(offered, self._pane)
            menu.popup(point)

    def open_menu_at(self, button: QWidget) -> None:
        """Show the menu under a button."""
        self.open_menu(button.mapToGlobal(QPoint(0, button.height())))

    def open(self) -> None:
        """Open the current piece in the editor; the others are its neighbours there."""
        current = self._picks.current_id()
        chosen = self._picks.ids()
        if chosen and current not in chosen:
            current = chosen[0]
        if current is not None:
            self.open_item(current)

    def open_item(self, item_id: int) -> None:
        """Open one piece in the editor."""
        if self._desk.navigator.knows("editor"):
            self._desk.navigator.go("editor", (item_id, self._pane.model.ids))

    def open_code(self, text: str) -> None:
        """Open the piece whose number or barcode was typed, or scanned into the search line."""
        closet = self._desk.closet

        def work(_progress: object) -> tuple[int, ...]:
            from closet_app.services.scanning import pieces_of_code

            return pieces_of_code(closet, text)

        def done(ids: tuple[int, ...]) -> None:
            if len(ids) == 1:
                self.open_item(ids[0])

        self._desk.jobs.run(work, owner=self, done=done, lane=READ)

    def find_alike(self) -> None:
        """Show the pieces that look like the current one."""
        current = self._picks.current_id()
        if current is not None and self._desk.navigator.knows("similar"):
            self._desk.navigator.go("similar", current)

    def duplicate(self) -> None:
        """A new draft like the current piece."""
        chosen = self._picks.ids()
        made: list[int] = []

        def work() -> Changed:
            item_id, changed = items.duplicate(self._desk.closet, chosen[0])
            made.append(item_id)
            return changed

        self._desk.command(work, then=lambda _changed: self._pane.pick_when_shown(made))

    def reprice(self) -> None:
        """Ask how, with a preview, then change the prices."""
        from closet_app.ui.closet.reprice_dialog import PREVIEWED, RepriceDialog

        ids = self._picks.ids()
        previewed = pieces.pieces(self._desk.closet, ids[:PREVIEWED])
        speech = self._pane.model.speech
        dialog = RepriceDialog(self._desk.closet, speech, previewed, len(ids), self._desk.window)
        closet = self._desk.closet

        def accepted() -> None:
            rule = dialog.rule()
            self._desk.command(lambda: items.reprice(closet, ids, rule))

        open_modal(dialog, accepted)

    def mark_sold(self) -> None:
        """Ask for the sale of the selected pieces."""
        from closet_app.ui.orders.sell_dialog import open_sell

        open_sell(self._desk, self._picks.ids())

    def mark_listed(self) -> None:
        """Ask where, then list."""
        from closet_app.ui.closet.small_dialogs import ListedDialog

        ids, closet = self._picks.ids(), self._desk.closet
        enabled = gallery.sold_on(closet)
        name = self._pane.model.speech.name
        where = {place for card in self._cards() for place in card.listed_on}
        ticked = [place for place in enabled if place in where]
        options = [(place, name(place)) for place in enabled]
        dialog = ListedDialog(len(ids), options, ticked, self._desk.window)

        def accepted() -> None:
            places = dialog.marketplaces()
            self._desk.command(lambda: stock.mark_listed(closet, ids, places))

        open_modal(dialog, accepted)

    def move_to_bin(self) -> None:
        """Ask for the bin, then move."""
        count = self._picks.count()
        title = say_many("Move {count} item to a bin", "Move {count} items to a bin", count)
        self._ask_value(title, say("Bin"), "bin", say("Move"), items.move_to_bin)

    def add_tag(self) -> None:
        """Ask for the tag, then add it."""
        title = say_many("Tag {count} item", "Tag {count} items", self._picks.count())
        self._ask_value(title, say("Tag"), "tag", say("Add tag"), items.add_tag)

    def print_labels(self) -> None:
        """Open the print dialog with an item label for each piece."""
        print_labels(self._desk, self._picks.ids())

    def write_photos(self) -> None:
        """Ask for which marketplaces, then write photos as each takes them."""
        from closet_app.ui.closet.photo_sets import open_photo_sets

        open_photo_sets(self._desk, self._picks.ids())

    def archive(self) -> None:
        """Ask why, then archive."""
        from closet_app.ui.closet.small_dialogs import ArchiveDialog

        ids, closet = self._picks.ids(), self._desk.closet
        dialog = ArchiveDialog(len(ids), self._desk.window)

        def accepted() -> None:
            reason = dialog.reason()
            self._desk.command(lambda: stock.archive(closet, ids, reason))

        open_modal(dialog, accepted)

    def trash(self) -> None:
        """Ask once, then move to Trash."""
        from closet_app.ui.closet.small_dialogs import delete_question

        ids, closet = self._picks.ids(), self._desk.closet
        open_modal(
            delete_question(len(ids), self._desk.window),
            lambda: self._desk.command(lambda: stock.trash(closet, ids)),
        )

    def _change(self, what: Callable[..., Changed]) -> None:
        ids, closet = self._picks.ids(), self._desk.closet
        self._desk.command(lambda: what(closet, ids))

    def _ask_value(
        self, title: str, label: str, key: str, act: str, what: Callable[..., Changed]
    ) -> None:
        from closet_app.ui.closet.small_dialogs import ValueDialog

        ids, closet = self._picks.ids(), self._desk.closet
        known = self._facets.groups.get(key, ()) if self._facets else ()
        in_use = sorted(each.value for each in known)
        dialog = ValueDialog(title, label, in_use, act, self._desk.window)

        def accepted() -> None:
            value = dialog.value()
            self._desk.command(lambda: what(closet, ids, value))

        open_modal(dialog, accepted)

    def _cards(self) -> list[Card]:
        rows = self._picks.rows()[:LOOKED_AT]
        return [card for row in rows if (card := self._pane.model.card(row)) is not None]


def without_sense(statuses: set[ItemStatus]) -> set[str]:
    """The commands that none of these statuses allows."""
    allowed = {
        "closet.mark_sold": SELLABLE,
        "closet.mark_listed": SELLABLE | {ItemStatus.RETURNED, ItemStatus.ARCHIVED},
        "closet.hold": {ItemStatus.LISTED},
        "closet.release": {ItemStatus.ON_HOLD},
        "closet.archive": SELLABLE | {ItemStatus.RETURNED},
        "closet.unarchive": {ItemStatus.ARCHIVED},
    }
    return {action for action, wanted in allowed.items() if not wanted & statuses}
