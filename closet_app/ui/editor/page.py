"""The item editor: one piece, everything about it, saved as it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from closet_app.errors import NotFoundError
from closet_app.services import gallery
from closet_app.services.changed import Changed
from closet_app.ui.desk import Desk
from closet_app.ui.editor.editor_bar import EditorBar
from closet_app.ui.editor.item_commands import ItemCommands
from closet_app.ui.editor.piece_view import PieceView
from closet_app.ui.editor.queue import Queue
from closet_app.ui.editor.saving import REFUSED, SAVED
from closet_app.ui.editor.sheet import Sheet, read_sheet
from closet_app.ui.frame.page import Page
from closet_app.ui.jobs import READ
from closet_app.ui.widgets.frames import EmptyState, Offer
from closet_app.ui.words import say


class EditorPage(Page):
    """Opened for an id, or for (id, ids) to go through with Previous and Next."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entered: object = None
        self.sheet: Sheet | None = None
        self.queue = Queue()
        self.bar = EditorBar(desk)
        self.view = PieceView(desk, self)
        self.commands = ItemCommands(desk, self)
        self._gone = EmptyState(
            "shirt",
            say("This piece is not here any more."),
            say("It was deleted for good."),
            [Offer(say("Back to Closet"), self._go_back)],
            framed=False,
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._gone)
        self._connect()

    def _connect(self) -> None:
        self.view.saver.settled.connect(self._reload)
        self.view.saver.state_changed.connect(self.bar.show_state)
        self.commands.duplicated.connect(self._go_to)
        self.commands.trashed.connect(self._after_trash)
        self.view.photos.connect_actions(self)
        actions, kit = self._desk.actions, self.view.price.kit
        actions.connect_action("editor.next", lambda: self._step(1))
        actions.connect_action("editor.previous", lambda: self._step(-1))
        actions.connect_action("editor.back", self._go_back)
        actions.connect_action("editor.copy_title", kit.title.copy)
        actions.connect_action("editor.copy_description", kit.description.copy)

    def title(self) -> str:
        facts = self.sheet.piece.facts if self.sheet else None
        return facts.title or facts.sku if facts else ""

    def top_bar(self) -> QWidget:
        return self.bar

    def panes(self) -> list[QWidget]:
        return self.view.columns.panes()

    def enter(self, what: object = None) -> None:
        """Coming back to the same list shows the piece that was left."""
        if not isinstance(what, tuple) or what is not self._entered:
            item_id, ids = _asked(what)
            self.queue = Queue(item_id, ids)
            if not ids:
                self._fill_queue(self.queue)
        self._entered = what
        self.view.begin()
        self._show_current()
        self.view.focus_title()

    def leave(self) -> bool:
        self.view.flush()
        self.view.looking.stop()
        return True

    def take_photos(self, files: Sequence[Path]) -> bool:
        """They are of the piece that is open."""
        if self.sheet is not None:
            self.view.photos.commands.add_files(files)
        return self.sheet is not None

    def refresh(self, changed: object) -> None:
        """Behind another page nothing is read; coming back does."""
        if not isinstance(changed, Changed) or self.sheet is None:
            return
        if not self.isVisibleTo(self.window()):
            return
        mine = self.sheet.piece.id in changed.items or changed.shop
        if mine and not self.view.saver.is_busy:
            self._reload()

    def _reload(self) -> None:
        if self.queue.current:
            self._show(self.queue.current)

    def _show_current(self) -> None:
        self.view.forget()
        self._show(self.queue.current)

    def _show(self, item_id: int) -> None:
        try:
            self.sheet = sheet = read_sheet(self._desk.closet, item_id)
        except NotFoundError:
            self.sheet = None
            self._stack.setCurrentWidget(self._gone)
            return
        self._stack.setCurrentWidget(self.view)
        self.bar.show_piece(sheet.piece)
        self.view.show_sheet(sheet)
        self.commands.show_sheet(sheet)
        self.bar.show_state(REFUSED if self.view.has_errors else SAVED)
        self._show_way()
        self.titled.emit()

    def _show_way(self) -> None:
        previous, following = self.queue.has_previous, self.queue.has_next
        self.bar.show_way(previous=previous, following=following)
        self._desk.actions.set_enabled("editor.previous", previous)
        self._desk.actions.set_enabled("editor.next", following)

    def _step(self, by: int) -> None:
        """Go on in the same field, where the next piece wants the same fact."""
        self.view.flush()
        if self.queue.step(by):
            self._show_current()
            self.view.scroll_up()

    def _go_to(self, item_id: int) -> None:
        self.view.flush()
        self.queue.add(item_id)
        self._show_current()
        self.view.focus_title()

    def _after_trash(self) -> None:
        if self.queue.drop():
            self._show_current()
        else:
            self._go_back()

    def _go_back(self) -> None:
        if not (self._desk.navigator.place == "editor" and self._desk.navigator.back()):
            self._desk.navigator.go("closet")

    def _fill_queue(self, queue: Queue) -> None:
        closet = self._desk.closet

        def show(ids: Sequence[int]) -> None:
            if queue is self.queue:
                queue.fill(ids)
                self._show_way()

        self._desk.jobs.run(
            lambda _progress: gallery.find(closet), owner=self, done=show, lane=READ
        )


def _asked(what: object) -> tuple[int, tuple[int, ...]]:
    """The piece asked for, and those to go through."""
    if isinstance(what, tuple) and len(what) == 2:
        return int(what[0]), tuple(what[1])
    return (what, ()) if isinstance(what, int) else (0, ())
