"""Deleted pieces with Restore, Delete for good and Empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedWidget, QVBoxLayout, QWidget

from closet_app.services import stock
from closet_app.services.changed import Changed
from closet_app.services.shop import shop
from closet_app.services.stock import TRASH_DAYS
from closet_app.services.trash import TrashedPiece, trashed_pieces
from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page
from closet_app.ui.frame.top_bar import PageBar
from closet_app.ui.theme.shades import px
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.trash.rows import TrashDelegate, TrashModel, name_of
from closet_app.ui.widgets.buttons import Button, IconButton
from closet_app.ui.widgets.dialogs import ConfirmDialog, open_modal
from closet_app.ui.widgets.frames import EmptyState, Offer
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say, say_many
from closet_app.wording import say_date


class TrashPage(Page):
    """The list, or the words that it is empty."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.model = TrashModel(self)
        self._thumbs = Thumbs(desk.closet, desk.jobs, self)
        self._build()
        self._connect()

    def title(self) -> str:
        return say("Trash")

    def top_bar(self) -> QWidget:
        return self._bar

    def panes(self) -> list[QWidget]:
        return [self.list]

    def enter(self, what: object = None) -> None:
        self._read()

    def refresh(self, changed: object) -> None:
        if isinstance(changed, Changed) and changed.items:
            self._read()

    def chosen(self) -> list[TrashedPiece]:
        """The selected pieces from top to foot."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.model.pieces[row] for row in rows]

    def restore(self) -> None:
        """Put the selected pieces back."""
        ids = [piece.id for piece in self.chosen()]
        if ids:
            self._desk.command(lambda: stock.restore(self._desk.closet, ids))

    def delete(self) -> None:
        """Ask, then delete the selected pieces for good."""
        self._ask_to_delete(self.chosen(), say("Delete for good"))

    def empty(self) -> None:
        """Ask, then delete everything here for good."""
        self._ask_to_delete(self.model.pieces, say("Empty the Trash"))

    def _build(self) -> None:
        self._bar = PageBar(say("Trash"))
        self._bar.add_left(IconButton("arrow-left", say("Back to Closet"), pressed=self._go_back))
        self._empty_button = Button(say("Empty the Trash…"), "ghost", pressed=self.empty)
        self._delete_button = Button(say("Delete for good…"), "danger", pressed=self.delete)
        self._restore_button = Button(
            say("Restore"), "primary", icon="archive-restore", pressed=self.restore
        )
        for button in (self._empty_button, self._delete_button, self._restore_button):
            self._bar.add_right(button)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(TrashDelegate(self.model, self._thumbs, self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(say("Deleted pieces"))
        self._note = PlainLabel(
            say("Pieces stay here for {count} days, then they are deleted for good.",
                count=TRASH_DAYS),
            role="small", tone="muted", wrap=True,
        )  # fmt: skip
        self._note.setContentsMargins(px(16), px(10), px(16), px(10))
        self._build_stack()

    def _build_stack(self) -> None:
        filled = QWidget()
        rows = QVBoxLayout(filled)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._note)
        rows.addWidget(self.list, 1)
        nothing = EmptyState(
            "trash-2",
            say("Trash is empty."),
            say("What you delete waits here for {count} days.", count=TRASH_DAYS),
            [Offer(say("Back to Closet"), self._go_back)],
            framed=False,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(nothing)
        self._stack.addWidget(filled)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self._thumbs.arrived.connect(self.list.viewport().update)
        self.list.selectionModel().selectionChanged.connect(self._show_state)
        self._desk.actions.connect_action("trash.restore", self.restore)
        self._desk.actions.connect_action("trash.delete", self.delete)

    def _go_back(self) -> None:
        self._desk.navigator.go("closet")

    def _read(self) -> None:
        closet = self._desk.closet
        self._desk.jobs.run(lambda _progress: trashed_pieces(closet), owner=self, done=self._show)

    def _show(self, pieces: Sequence[TrashedPiece]) -> None:
        kept = {piece.id for piece in self.chosen()}
        today, locale = self._desk.closet.clock.today(), shop(self._desk.closet).locale
        days = [say_date(piece.deleted_on, today, locale=locale) for piece in pieces]
        self.model.show(pieces, days)
        self._stack.setCurrentIndex(1 if pieces else 0)
        select = QItemSelectionModel.SelectionFlag.Select
        for row, piece in enumerate(pieces):
            if piece.id in kept:
                self.list.selectionModel().select(self.model.index(row), select)
        self._show_state()

    def _show_state(self) -> None:
        some = bool(self.list.selectionModel().hasSelection())
        self._restore_button.setEnabled(some)
        self._delete_button.setEnabled(some)
        self._empty_button.setEnabled(bool(self.model.pieces))

    def _ask_to_delete(self, pieces: Sequence[TrashedPiece], act: str) -> None:
        if not pieces:
            return
        question = ConfirmDialog(
            _question(pieces),
            say("Their photos go too. Orders keep number, title and cost. "
                "This cannot be undone."),
            act=act,
            keep=say("Keep"),
            parent=self._desk.window,
        )  # fmt: skip
        open_modal(question, self._deleting([piece.id for piece in pieces]))

    def _deleting(self, ids: list[int]) -> Callable[[], object]:
        def done(changed: Changed) -> None:
            self._desk.toast(changed.label)

        return lambda: self._desk.command(
            lambda: stock.empty_trash(self._desk.closet, ids), then=done, quiet=True
        )


def _question(pieces: Sequence[TrashedPiece]) -> str:
    if len(pieces) == 1:
        return say("Delete “{name}” for good?", name=name_of(pieces[0]))
    return say_many("Delete {count} item for good?", "Delete {count} items for good?", len(pieces))
