"""Runs the searches of the page off the interface thread and tells what they found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from closet_app.domain.progress import Progress
from closet_app.services import gallery
from closet_app.services.closet import Closet
from closet_app.services.gallery import FIRST_PAGE
from closet_app.services.records import Facets
from closet_app.ui.behind import load
from closet_app.ui.jobs import READ, Jobs, Ticket
from closet_app.ui.words import mark

T = TypeVar("T")

NEWEST = "newest"
SORTS: tuple[tuple[str, str], ...] = (
    (NEWEST, mark("Newest first")),
    ("oldest", mark("Oldest first")),
    ("price_down", mark("Highest price")),
    ("price_up", mark("Lowest price")),
    ("keep_down", mark("Most to keep")),
    ("keep_up", mark("Least to keep")),
    ("age", mark("Longest listed")),
    ("title", mark("Title")),
    ("brand", mark("Brand")),
    ("bin", mark("Bin")),
    ("sku", mark("Number")),
    ("changed", mark("Changed last")),
)
"""Every sort with its words, in the order of the menu."""


AFTER_PAINT_MS = 60
"""How long the counts wait: first the cards are painted, then what is behind them is loaded."""


@dataclass(frozen=True, slots=True)
class Found:
    """Ids in order; `whole` when these are all of them."""

    ids: list[int]
    whole: bool


class Browser(QObject):
    """Holds the search and the sort. A new search makes the answers of older ones void.

    `found` carries a `Found`, first the first page, then everything; `counted` the facets.
    """

    found = Signal(object)
    counted = Signal(object)

    def __init__(self, closet: Closet, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closet = closet
        self._jobs = jobs
        self._round = 0
        self._tickets: list[Ticket] = []
        self.text = ""
        self.sort = NEWEST

    def start(self) -> None:
        """Show the newest pieces at once, then everything and the counts."""
        if self.text or self.sort != NEWEST:
            self.look()
            return
        ids = gallery.first_ids(self._closet)
        self.found.emit(Found(ids, len(ids) < FIRST_PAGE))
        # Counting loads the columns; side by side with the first painting both would be late.
        QTimer.singleShot(AFTER_PAINT_MS, self, self.look_again)

    def look(self, text: str | None = None, sort: str | None = None) -> None:
        """Search for `text` in the order `sort`; what is left out stays as it is."""
        self.text = self.text if text is None else text
        self.sort = sort or self.sort
        self._begin()
        asked = (self._closet, self.text, self.sort)
        self._run(lambda: gallery.find(*asked, limit=FIRST_PAGE), self._on_first)

    def look_again(self) -> None:
        """The same search once more, since pieces have changed."""
        self._begin()
        self._find_rest()

    def _begin(self) -> None:
        self._round += 1
        for ticket in self._tickets:
            ticket.cancel()
        self._tickets = []

    def _on_first(self, ids: list[int]) -> None:
        self.found.emit(Found(ids, len(ids) < FIRST_PAGE))
        self._find_rest(only_counts=len(ids) < FIRST_PAGE)

    def _find_rest(self, *, only_counts: bool = False) -> None:
        closet, text, sort = self._closet, self.text, self.sort
        if not only_counts:
            self._run(lambda: gallery.find(closet, text, sort), self._on_all)
        self._run(lambda: gallery.facets(closet, text), self._on_counted)

    def _on_all(self, ids: list[int]) -> None:
        self.found.emit(Found(ids, whole=True))

    def _on_counted(self, facets: Facets) -> None:
        self.counted.emit(facets)

    def _run(self, work: Callable[[], T], done: Callable[[T], object]) -> None:
        started = self._round

        def look(progress: Progress) -> T:
            progress.step(0, 1, "")
            load()
            return work()

        def tell(value: T) -> None:
            if started == self._round:
                done(value)

        self._tickets.append(self._jobs.run(look, owner=self, done=tell, lane=READ))
