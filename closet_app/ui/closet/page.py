"""The Closet page put together: filters, gallery, inspector and their commands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from closet_app.services import gallery
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.records import Totals
from closet_app.ui.closet.browser import AFTER_PAINT_MS
from closet_app.ui.closet.commands import PieceCommands
from closet_app.ui.closet.faces import Speech
from closet_app.ui.closet.facets_pane import FacetsPane
from closet_app.ui.closet.folding import Folding
from closet_app.ui.closet.gallery_pane import GalleryPane
from closet_app.ui.closet.head_line import GALLERY, TABLE
from closet_app.ui.closet.inspector import Inspector
from closet_app.ui.closet.model import CardModel
from closet_app.ui.closet.pasting import paste
from closet_app.ui.closet.photo_commands import PhotoCommands
from closet_app.ui.closet.saved_views import SavedViews
from closet_app.ui.closet.searching import Searching
from closet_app.ui.closet.top_bar import ClosetBar
from closet_app.ui.closet.views_menu import ViewsButton, ask_to_save
from closet_app.ui.closet.waiting import Waiting
from closet_app.ui.desk import Desk
from closet_app.ui.frame.page import Page
from closet_app.ui.theme.focus import focus_by_keyboard
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.words import say


def speech_of(closet: Closet) -> Speech:
    """How this shop says prices, days and marketplaces today."""
    names = {each.id: each.name for each in closet.book.marketplaces}
    return Speech(gallery.front(closet).locale, closet.clock.today(), names)


class ClosetPage(Page):
    """Everything the seller has, to look through and act on.

    It can be opened for a search (text) or for a piece (its id).
    """

    # Qt tells of styles while it still makes the page.
    _is_made = False

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        closet, speech = desk.closet, speech_of(desk.closet)
        self.thumbs = Thumbs(closet, desk.jobs, self)
        self.model = CardModel(lambda ids: gallery.cards(closet, ids), speech, self)
        self.pane = GalleryPane(self.model, self.thumbs)
        self.facets = FacetsPane()
        self.inspector = Inspector(desk, self.thumbs, speech)
        self.bar = ClosetBar(desk)
        self.searching = Searching(desk, self.bar, self.pane, self.facets, speech)
        self.views = SavedViews(desk, self.searching)
        self.views_button = ViewsButton(self.views)
        self.bar.add_before_adding(self.views_button)
        self.waiting = Waiting(desk, self.pane)
        self.commands = PieceCommands(desk, self.pane)
        self.photos = PhotoCommands(desk, self.thumbs)
        self.folding = Folding(desk, self, self.facets, self.pane, self.inspector)
        self._was_entered = self._is_stale = False
        self._is_made = True
        self._connect()
        self._connect_inspector()
        self._connect_actions()

    def _connect(self) -> None:
        pane, actions = self.pane, self._desk.actions
        pane.picks.picked.connect(self._on_picked)
        pane.pressed.connect(self.folding.show_inspector)
        pane.opened.connect(self.commands.open_item)
        pane.menu_asked.connect(self.commands.open_menu)
        pane.find_asked.connect(self.photos.find)
        pane.columns_chosen.connect(self.folding.keep_columns)
        pane.bar.asked.connect(self.commands.run)
        pane.bar.more_asked.connect(self.commands.open_menu_at)
        pane.empty_closet.photos_asked.connect(actions.action("add_photos").trigger)
        pane.empty_closet.import_asked.connect(actions.action("import_items").trigger)
        pane.take_downs.item_chosen.connect(self.show_item)
        self.searching.counted.connect(self.commands.take_counts)
        self.bar.left.connect(pane.focus_view)
        self.bar.search.submitted.connect(self.commands.open_code)
        self.bar.search.files_dropped.connect(
            lambda files: self._desk.navigator.go("similar", files[0])
        )
        self.facets.trash_wanted.connect(actions.action("go_trash").trigger)

    def _connect_inspector(self) -> None:
        view = self.inspector.piece
        view.asked.connect(self.commands.run)
        view.more_asked.connect(self.commands.open_menu_at)
        view.add_photos_asked.connect(self.photos.add)
        view.order_asked.connect(lambda order: self._desk.navigator.go("orders", order))
        self.inspector.summed.connect(self._on_summed)
        self.searching.weighed.connect(self.inspector.show_closet)

    def _connect_actions(self) -> None:
        handlers: dict[str, Callable[[], object]] = {
            "filters": self.folding.show_filters,
            "closet.select_all": self.pane.select_all,
            "closet.larger": lambda: self.folding.step_cards(1),
            "closet.smaller": lambda: self.folding.step_cards(-1),
            "closet.gallery": lambda: self.pane.show_view(GALLERY),
            "closet.table": lambda: self.pane.show_view(TABLE),
            "closet.paste": lambda: paste(self._desk),
            "closet.views": self.views_button.open,
            "closet.save_view": self._save_view,
        }
        for action_id, handler in handlers.items():
            self._desk.actions.connect_action(action_id, handler)

    def top_bar(self) -> QWidget:
        return self.bar

    def panes(self) -> list[QWidget]:
        return list(self.folding.panes())

    def enter(self, what: object = None) -> None:
        if isinstance(what, str):
            self.searching.search(what)
        if not self._was_entered:
            self._was_entered = True
            self.searching.browser.start()
            QTimer.singleShot(AFTER_PAINT_MS, self.waiting, self.waiting.look)
        elif self._is_stale:
            self._look_again()
        if isinstance(what, int):
            self.show_item(what)
        self.pane.focus_view()

    def focus_search(self) -> bool:
        focus_by_keyboard(self.bar.search.line)
        return True

    def searched(self) -> str:
        return self.searching.browser.text

    def print_shown(self) -> bool:
        some = self.pane.picks.count() > 0
        if some:
            self.commands.print_labels()
        return some

    def refresh(self, changed: object) -> None:
        if not isinstance(changed, Changed):
            return
        if changed.views:
            self.views.load()
        if changed.shop:
            self._speak_again()
        else:
            self.model.forget(changed.items)
        self._is_stale = True
        if self.isVisible():
            self._look_again()

    def show_item(self, item_id: int) -> None:
        """Select one piece and bring it into sight; the search gives way when it hides it."""
        if not self.pane.pick_shown([item_id]):
            self.pane.pick_when_shown([item_id])
            self.searching.search("")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._is_made:
            self.folding.measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.folding.close_nearest():
            self.pane.picks.clearSelection()

    def _save_view(self) -> None:
        if self.views.can_save:
            ask_to_save(self.views)
        else:
            self._desk.toast(say("Search for something first, then save it."), icon="bookmark")

    def _look_again(self) -> None:
        self._is_stale = False
        self.searching.again()
        self.waiting.look()
        self.inspector.reload()

    def _speak_again(self) -> None:
        speech = speech_of(self._desk.closet)
        self.model.set_speech(speech)
        self.model.forget_all()
        self.searching.set_speech(speech)
        self.inspector.set_speech(speech)

    def _on_picked(self) -> None:
        ids = self.pane.picks.ids()
        self.inspector.show_ids(ids)
        self.pane.bar.show_selection(len(ids), "")

    def _on_summed(self, totals: Totals) -> None:
        asking = self.model.speech.total(totals.asking) if totals.asking else ""
        self.pane.bar.show_selection(self.pane.picks.count(), asking)
