"""The item editor: one piece, everything about it, saved as it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from closet_app.errors import NotFoundError
from closet_app.services import gallery
from closet_app.services.changed import Changed
from closet_app.services.manners import manner_of
from closet_app.ui.desk import Desk
from closet_app.ui.editor.bringing import brought, may_bring
from closet_app.ui.editor.columns import Columns
from closet_app.ui.editor.controls import Talk
from closet_app.ui.editor.editor_bar import EditorBar
from closet_app.ui.editor.form import ItemForm
from closet_app.ui.editor.inputs import FieldInput
from closet_app.ui.editor.item_commands import ItemCommands
from closet_app.ui.editor.photo_pane import PhotoPane
from closet_app.ui.editor.price_pane import PricePane
from closet_app.ui.editor.queue import Queue
from closet_app.ui.editor.saving import REFUSED, SAVED, Saver
from closet_app.ui.editor.sheet import Sheet, read_sheet
from closet_app.ui.editor.tidying import values_for
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
        self.saver = Saver(desk)
        self._talk = Talk(manner_of(desk.closet))
        self.bar = EditorBar(desk)
        self.photos = PhotoPane(desk)
        self.form = ItemForm(desk, self._talk)
        self.price = PricePane(desk, self._talk)
        self.commands = ItemCommands(desk, self)
        self.columns = Columns(self.photos, self.form, self.price)
        self._gone = EmptyState(
            "shirt",
            say("This piece is not here any more."),
            say("It was deleted for good."),
            [Offer(say("Back to Closet"), self._go_back)],
            framed=False,
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.columns)
        self._stack.addWidget(self._gone)

    def _connect(self) -> None:
        for source in (self.form, self.price):
            source.committed.connect(self._save)
            source.wrong.connect(lambda _key: self.saver.hold_back())
        self.saver.refused.connect(self._refuse)
        self.saver.settled.connect(self._reload)
        self.saver.state_changed.connect(self.bar.show_state)
        self.commands.duplicated.connect(self._go_to)
        self.commands.trashed.connect(self._after_trash)
        self.photos.connect_actions(self)
        actions = self._desk.actions
        actions.connect_action("editor.next", lambda: self._step(1))
        actions.connect_action("editor.previous", lambda: self._step(-1))
        actions.connect_action("editor.back", self._go_back)
        actions.connect_action("editor.copy_title", self.price.kit.title.copy)
        actions.connect_action("editor.copy_description", self.price.kit.description.copy)

    def title(self) -> str:
        facts = self.sheet.piece.facts if self.sheet else None
        return facts.title or facts.sku if facts else ""

    def top_bar(self) -> QWidget:
        return self.bar

    def panes(self) -> list[QWidget]:
        return self.columns.panes()

    def enter(self, what: object = None) -> None:
        """Coming back to the same list shows the piece that was left."""
        if not isinstance(what, tuple) or what is not self._entered:
            item_id, ids = _asked(what)
            self.queue = Queue(item_id, ids)
            if not ids:
                self._fill_queue(self.queue)
        self._entered = what
        self._talk.manner = manner_of(self._desk.closet)
        self._show_current()
        self._offer_sources()
        self._focus_title()

    def leave(self) -> bool:
        self._flush()
        return True

    def refresh(self, changed: object) -> None:
        if not isinstance(changed, Changed) or self.sheet is None:
            return
        mine = self.sheet.piece.id in changed.items or changed.shop
        if mine and not self.saver.is_busy:
            self._reload()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_bring(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A photo dropped beside the board is meant for this piece, too."""
        event.acceptProposedAction()
        self.photos.commands.add(brought(event.mimeData()))

    @property
    def inputs(self) -> tuple[FieldInput, ...]:
        """Every control, in reading order."""
        return (*self.form.inputs, *self.price.inputs)

    def _save(self, key: str, value: Any) -> None:  # noqa: ANN401 - whatever the control holds
        taxonomy = self._talk.manner.taxonomy
        self.saver.save(values_for(key, value, self.saver.facts, taxonomy))

    def _refuse(self, key: str, sentence: str) -> None:
        field = self.form.input(key) or self.price.price.input(key)
        if field is not None:
            field.refuse(sentence)

    def _reload(self) -> None:
        if self.queue.current:
            self._show(self.queue.current)

    def _show_current(self) -> None:
        for field in self.inputs:
            field.forget()
        self._show(self.queue.current)

    def _show(self, item_id: int) -> None:
        try:
            sheet = read_sheet(self._desk.closet, item_id)
        except NotFoundError:
            self.sheet = None
            self._stack.setCurrentWidget(self._gone)
            return
        self.sheet = sheet
        self._stack.setCurrentWidget(self.columns)
        self.saver.begin(item_id, sheet.piece.facts)
        self.bar.show_piece(sheet.piece)
        self.photos.show_photos(item_id, sheet.piece.photos, sheet.photo_limits)
        self.form.show_facts(sheet.piece.facts)
        self.price.show_sheet(sheet)
        self.commands.show_sheet(sheet)
        wrong = any(field.box.error for field in self.inputs)
        self.bar.show_state(REFUSED if wrong else SAVED)
        self._show_way()
        self.titled.emit()

    def _show_way(self) -> None:
        previous, following = self.queue.has_previous, self.queue.has_next
        self.bar.show_way(previous=previous, following=following)
        self._desk.actions.set_enabled("editor.previous", previous)
        self._desk.actions.set_enabled("editor.next", following)

    def _step(self, by: int) -> None:
        """Go on in the same field, where the next piece wants the same fact."""
        self._flush()
        if self.queue.step(by):
            self._show_current()
            for area in (self.columns.left, self.columns.middle, self.columns.right):
                area.verticalScrollBar().setValue(0)

    def _go_to(self, item_id: int) -> None:
        self._flush()
        self.queue.add(item_id)
        self._show_current()
        self._focus_title()

    def _after_trash(self) -> None:
        if self.queue.drop():
            self._show_current()
        else:
            self._go_back()

    def _go_back(self) -> None:
        if not (self._desk.navigator.place == "editor" and self._desk.navigator.back()):
            self._desk.navigator.go("closet")

    def _flush(self) -> None:
        """Save what is being typed; say what could not be read and is left as it was."""
        for field in self.inputs:
            if not field.flush():
                self._desk.toast(f"{field.box.label}: {field.box.error}", icon="triangle-alert")

    def _fill_queue(self, queue: Queue) -> None:
        closet = self._desk.closet

        def show(ids: Sequence[int]) -> None:
            if queue is self.queue:
                queue.fill(ids)
                self._show_way()

        self._desk.jobs.run(
            lambda _progress: gallery.find(closet), owner=self, done=show, lane=READ
        )

    def _offer_sources(self) -> None:
        closet = self._desk.closet
        self._desk.jobs.run(
            lambda _progress: [each.value for each in gallery.suggest(closet, "source", "")],
            owner=self,
            done=self.form.offer_sources,
            lane=READ,
        )

    def _focus_title(self) -> None:
        field = self.form.input("title")
        if field is not None:
            field.box.setFocus(Qt.FocusReason.OtherFocusReason)


def _asked(what: object) -> tuple[int, tuple[int, ...]]:
    """The piece asked for, and those to go through."""
    if isinstance(what, tuple) and len(what) == 2:
        return int(what[0]), tuple(what[1])
    return (what, ()) if isinstance(what, int) else (0, ())
