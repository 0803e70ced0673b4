"""Ties search line, filters and sort to the browser, and shows what it found."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from closet_app.domain.query import (
    KeyKind,
    Query,
    key_named,
    toggle,
    toggle_has,
    with_range,
    without_key,
)
from closet_app.services import gallery
from closet_app.services.records import Facets
from closet_app.ui.closet.browser import Browser, Found
from closet_app.ui.closet.completions import Completions, others
from closet_app.ui.closet.empty import WayBack
from closet_app.ui.closet.faces import Speech
from closet_app.ui.closet.facets_pane import FacetsPane
from closet_app.ui.closet.filters import Filters, filter_count, one_less
from closet_app.ui.closet.gallery_pane import GalleryPane
from closet_app.ui.closet.top_bar import ClosetBar
from closet_app.ui.desk import Desk
from closet_app.ui.jobs import READ


class Searching(QObject):
    """`counted` carries the facets of the search, `weighed` those of the whole closet."""

    counted = Signal(object)
    weighed = Signal(object)

    def __init__(
        self, desk: Desk, bar: ClosetBar, pane: GalleryPane, facets: FacetsPane, speech: Speech
    ) -> None:
        super().__init__(pane)
        self._desk = desk
        self._bar, self._pane, self._facets = bar, pane, facets
        self.filters = Filters(desk.closet.currency, speech)
        self.browser = Browser(desk.closet, desk.jobs, self)
        self.completions = Completions(
            desk.closet,
            desk.jobs,
            say_value=self.filters.value,
            within=self.within,
            offer=bar.search.offer,
            parent=self,
        )
        self._whole: Facets | None = None
        self._connect()

    def _connect(self) -> None:
        self._bar.suggest = self.completions.suggest
        self._bar.face = self.filters.face
        self._bar.search.query_changed.connect(self._on_typed)
        self._bar.search.submitted.connect(lambda _text: self._pane.view.setFocus())
        self._facets.toggled.connect(self._on_toggled)
        self._facets.ranged.connect(self._on_ranged)
        self._facets.not_listed.connect(self._on_not_listed)
        self._pane.head.sorted_by.connect(self._on_sort)
        self._pane.nothing_found.chosen.connect(self.search)
        self._pane.nothing_found.cleared.connect(lambda: self.search(""))
        self.browser.found.connect(self._on_found)
        self.browser.counted.connect(self._on_counted)

    def set_speech(self, speech: Speech) -> None:
        """Say filters in another way, and make the groups anew."""
        self.filters = Filters(self._desk.closet.currency, speech)
        self._bar.face = self.filters.face
        self.completions.say_value = self.filters.value
        self._make_groups()

    @property
    def query(self) -> Query:
        """What is searched for now."""
        return self.filters.read(self.browser.text)

    def search(self, text: str) -> None:
        """Search for `text` and show it in the search line."""
        self._apply(self.filters.read(text))

    def show(self, text: str, sort: str) -> None:
        """Search for `text` in the order `sort`, and show both."""
        self._pane.head.set_sort(sort)
        self.browser.sort = sort
        self.search(text)

    def again(self) -> None:
        """The same search, since something was written."""
        self._whole = None
        self.browser.look_again()

    def within(self) -> str:
        """The filters that are on, for counts of what is being typed."""
        return others(self.filters, self._bar.search.tokens())

    def _apply(self, query: Query) -> None:
        tokens, words = self.filters.parts(query)
        self._bar.search.set_query(tokens, words)
        self._look(self.filters.write(query))

    def _look(self, text: str) -> None:
        self._pane.head.set_filter_count(filter_count(self.filters.read(text)))
        self._pane.view.scrollToTop()
        self.browser.look(text)

    def _on_typed(self, text: str) -> None:
        self._look(text + "*" if is_unfinished(self._bar.search.line.text()) else text)

    def _on_toggled(self, key: str, value: str) -> None:
        self._apply(toggle(self.query, key, value))

    def _on_ranged(self, key: str, low: int | None, high: int | None) -> None:
        self._apply(with_range(self.query, key, low, high))

    def _on_not_listed(self) -> None:
        self._apply(toggle_has(without_key(self.query, "on"), "listing", negated=True))

    def _on_sort(self, sort: str) -> None:
        self._pane.head.set_sort(sort)
        self._pane.view.scrollToTop()
        self.browser.look(sort=sort)

    def _on_found(self, found: Found) -> None:
        self._pane.show_found(found)
        if found.whole and not found.ids:
            self._show_nothing()

    def _on_counted(self, facets: Facets) -> None:
        if not self._facets.is_made:
            self._make_groups()
        self._facets.show_counts(facets, self.query)
        self._pane.head.show_totals(facets.totals, self.filters.speech)
        self.counted.emit(facets)
        if not self.browser.text:
            self._on_weighed(facets)
        elif self._whole is None:
            self._weigh()

    def _weigh(self) -> None:
        closet = self._desk.closet
        self._desk.jobs.run(
            lambda _progress: gallery.facets(closet), owner=self, done=self._on_weighed, lane=READ
        )

    def _on_weighed(self, facets: Facets) -> None:
        self._whole = facets
        self.weighed.emit(facets)

    def _make_groups(self) -> None:
        from closet_app.ui.closet.facet_part import Ground

        closet = self._desk.closet
        names = self.filters.speech.names
        self._facets.set_ground(
            Ground(
                self.filters,
                closet.reference.taxonomy.palette,
                [(place, names.get(place, place)) for place in gallery.sold_on(closet)],
            )
        )

    def _show_nothing(self) -> None:
        terms = self.query.terms
        self._pane.show_nothing(closet_is_empty=not terms)
        if not terms:
            return
        closet, filters, query = self._desk.closet, self.filters, self.query
        text = self.browser.text

        def work(_progress: object) -> tuple[list[WayBack], int]:
            ways = ways_back(filters, query, lambda text: len(gallery.find(closet, text)))
            return ways, gallery.counts(closet).items

        def done(found: tuple[list[WayBack], int]) -> None:
            if text == self.browser.text:
                self._pane.nothing_found.show_ways(*found)

        self._desk.jobs.run(work, owner=self, done=done, lane=READ)


def is_unfinished(typed: str) -> bool:
    """Whether the last word is a filter whose value is still being typed: `brand:made`."""
    word = typed.rpartition(" ")[2].removeprefix("-")
    key, colon, value = word.partition(":")
    known = key_named(key) if colon else None
    is_text = known is not None and known.kind is KeyKind.TEXT
    return is_text and bool(value) and value[-1] not in '*,"'


def ways_back(filters: Filters, query: Query, count: Callable[[str], int]) -> list[WayBack]:
    """Each filter, and how many pieces are found without it."""
    ways = []
    for term, rest in one_less(query):
        face, text = filters.term_face(term), filters.write(rest)
        ways.append(WayBack(f"{face.key} {face.value}", text, count(text)))
    return ways
