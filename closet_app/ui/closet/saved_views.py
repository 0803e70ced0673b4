"""Saved views of the page: which one is shown, and what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from closet_app.services.records import SavedView
from closet_app.ui.behind import views
from closet_app.ui.closet.browser import NEWEST
from closet_app.ui.closet.searching import Searching
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ
from closet_app.ui.words import mark, say


@dataclass(frozen=True, slots=True)
class Proposal:
    """A view that most sellers want, offered as long as there is none."""

    name: str
    query: str
    sort: str


PROPOSALS = (
    Proposal(mark("Over 90 days"), "status:listed age:>90", "age"),
    Proposal(mark("No photos yet"), "no:photo", NEWEST),
    Proposal(mark("Drafts without a price"), "status:draft no:price", NEWEST),
)


class SavedViews(QObject):
    """Holds the views of the closet; `changed` when they, their counts or the shown one did.

    `left` is the view that was shown until the search was changed.
    """

    changed = Signal()
    proposals = PROPOSALS

    def __init__(self, desk: Desk, searching: Searching) -> None:
        super().__init__(searching)
        self._desk = desk
        self._searching = searching
        self.all: tuple[SavedView, ...] = ()
        self.counts: dict[int, int] = {}
        self.shown: SavedView | None = None
        self.left: SavedView | None = None
        self._is_loaded, self._asked = False, 0
        searching.browser.found.connect(lambda _found: self._find_shown())
        searching.counted.connect(lambda _facets: self._load_once())

    @property
    def window(self) -> QWidget:
        """The window over which questions stand."""
        return self._desk.window

    @property
    def can_save(self) -> bool:
        """Whether anything is searched for that has no name yet."""
        searched = bool(self._searching.query.terms) or self._searching.browser.sort != NEWEST
        return searched and self.shown is None

    def load(self) -> None:
        """Read the views anew; what was asked for last counts, whichever answer comes last."""
        closet = self._desk.closet
        self._asked += 1
        asked = self._asked

        def done(found: Sequence[SavedView]) -> None:
            if asked == self._asked:
                self._on_loaded(found)

        self._desk.jobs.run(lambda _progress: views.views(closet), owner=self, done=done, lane=READ)

    def _load_once(self) -> None:
        """After the first counts, so that the first cards wait for nothing."""
        if not self._is_loaded:
            self._is_loaded = True
            self.load()

    def count(self) -> None:
        """Count what each view shows, since somebody looks."""
        closet, shown = self._desk.closet, self.all
        self._desk.jobs.run(
            lambda _progress: views.count_views(closet, shown),
            owner=self,
            done=self._on_counted,
            lane=READ,
        )

    def show(self, view: SavedView) -> None:
        """Search for what a view shows, in its order."""
        self.left = None
        self._searching.show(view.query, view.sort)

    def take(self, proposal: Proposal) -> None:
        """Save a proposed view and show it."""
        self._save(say(proposal.name), proposal.query, proposal.sort)
        self._searching.show(proposal.query, proposal.sort)

    def save(self, name: str) -> None:
        """Keep what is searched for under a name."""
        self._save(name, self._searching.browser.text, self._searching.browser.sort)

    def rename(self, view: SavedView, name: str) -> None:
        """Give a view another name."""
        closet = self._desk.closet
        self._desk.command(lambda: views.rename_view(closet, view.id, name))

    def replace(self, view: SavedView) -> None:
        """Let a view show what is searched for now."""
        closet, browser = self._desk.closet, self._searching.browser
        query, sort = browser.text, browser.sort
        self._desk.command(lambda: views.update_view(closet, view.id, query, sort))

    def move(self, view: SavedView, to: int) -> None:
        """Give a view another place."""
        closet = self._desk.closet
        self._desk.command(lambda: views.move_view(closet, view.id, to), quiet=True)

    def delete(self, view: SavedView) -> None:
        """Forget a view; Undo brings it back."""
        closet = self._desk.closet
        self._desk.command(lambda: views.delete_view(closet, view.id))

    def _save(self, name: str, query: str, sort: str) -> None:
        closet = self._desk.closet
        self._desk.command(lambda: views.save_view(closet, name, query, sort)[1])

    def _on_loaded(self, found: Sequence[SavedView]) -> None:
        self.all = tuple(found)
        self.counts = {view.id: self.counts[view.id] for view in self.all if view.id in self.counts}
        self._find_shown()

    def _on_counted(self, counts: dict[int, int]) -> None:
        self.counts = counts
        self.changed.emit()

    def _find_shown(self) -> None:
        read, browser = self._searching.filters.read, self._searching.browser
        meant = (read(browser.text), browser.sort)
        before = self.shown or self.left
        known = {view.id: view for view in self.all}
        self.shown = next((v for v in self.all if (read(v.query), v.sort) == meant), None)
        was = known.get(before.id) if before else None
        self.left = was if self.shown is None and meant[0].terms else None
        self.changed.emit()
