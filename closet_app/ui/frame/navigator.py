"""Goes from page to page and back, making each page when it is first visited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from closet_app.ui.frame.page import Page, PageEntry


@dataclass(frozen=True, slots=True)
class Visit:
    """A page and what it was opened for."""

    place: str
    what: object = None


LONGEST_WAY = 50


class Navigator(QObject):
    """`arrived` carries the place shown now; `made` each page the first time."""

    arrived = Signal(str)
    made = Signal(object)

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._stack = stack
        self._entries: dict[str, PageEntry] = {}
        self._pages: dict[str, Page] = {}
        self._way: list[Visit] = []

    def register(self, entry: PageEntry) -> None:
        """Know one more page."""
        self._entries[entry.place] = entry

    @property
    def ground(self) -> QWidget:
        """Where pages lie: one that is made in it is dressed once, not again when it comes in."""
        return self._stack

    @property
    def place(self) -> str:
        """The place shown now; empty before the first visit."""
        return self._way[-1].place if self._way else ""

    def entry(self, place: str) -> PageEntry:
        """What is known of a place; raises KeyError for an unknown one."""
        return self._entries[place]

    def knows(self, place: str) -> bool:
        """Whether the place has a page."""
        return place in self._entries

    def page(self, place: str) -> Page | None:
        """The page if it was visited before."""
        return self._pages.get(place)

    def current(self) -> Page | None:
        """The page shown now."""
        return self._pages.get(self.place)

    def prepare(self, place: str) -> None:
        """Make the page before it is asked for."""
        if place not in self._pages:
            self._make(place)

    def each_page(self, do: Callable[[Page], object]) -> None:
        """Call `do` with every page made so far, the shown one first."""
        shown = self.current()
        for page in sorted(self._pages.values(), key=lambda page: page is not shown):
            do(page)

    def go(self, place: str, what: object = None) -> bool:
        """Show `place`, opened for `what`; False when the current page will not be left."""
        if not self._leave():
            return False
        self._way = [*self._way, Visit(place, what)][-LONGEST_WAY:]
        self._show(self._way[-1])
        return True

    def back(self) -> bool:
        """Show the page before this one."""
        return len(self._way) > 1 and self._leave() and self._step_back()

    def _step_back(self) -> bool:
        self._way.pop()
        self._show(self._way[-1])
        return True

    def _leave(self) -> bool:
        page = self.current()
        return page is None or page.leave()

    def _show(self, visit: Visit) -> None:
        page = self._pages.get(visit.place) or self._make(visit.place)
        self._stack.setCurrentWidget(page)
        self.arrived.emit(visit.place)
        page.enter(visit.what)

    def _make(self, place: str) -> Page:
        page = self._entries[place].make()
        self._pages[place] = page
        self._stack.addWidget(page)
        self.made.emit(page)
        return page
