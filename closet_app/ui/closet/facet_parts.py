"""How the groups of filters look: rows, chips, sizes, colours, marketplaces, ages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.domain.colors import Palette
from closet_app.domain.query import Has, Query, range_of, values_of
from closet_app.domain.sizes import in_wearing_order
from closet_app.domain.text import fold
from closet_app.services.records import FacetCount, Facets
from closet_app.ui.closet.facet_specs import SHOWN_STATUSES, FacetSpec
from closet_app.ui.closet.filters import Filters
from closet_app.ui.closet.value_popup import ValuePopup
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.choices import CheckRow
from closet_app.ui.widgets.facet_group import FacetGroup
from closet_app.ui.widgets.facet_widgets import (
    BARS,
    AgeHistogram,
    BadgeRow,
    ChipGrid,
    Swatch,
    SwatchRow,
    make_chip,
)
from closet_app.ui.widgets.flow import FlowLayout
from closet_app.ui.words import say

AGE_STEP = 10
ANY = "any"


@dataclass(frozen=True, slots=True)
class Ground:
    """What the groups need to know of the shop."""

    filters: Filters
    palette: Palette
    marketplaces: Sequence[tuple[str, str]]


class FacetPart(FacetGroup):
    """One group. `toggled` carries a value, `ranged` two limits, `not_listed` nothing."""

    toggled = Signal(str)
    ranged = Signal(object, object)
    not_listed = Signal()

    def __init__(self, spec: FacetSpec, ground: Ground) -> None:
        super().__init__(say(spec.words), fact=say(spec.fact) if spec.fact else "")
        self.spec = spec
        self.ground = ground
        self.set_folded(spec.folded)
        self._build()

    def show_counts(self, facets: Facets, query: Query) -> None:
        """Show other counts, and which values the search asks for."""
        counts = facets.groups.get(self.spec.key, ())
        chosen = values_of(query, self.spec.key)
        is_fixed = self.spec.kind in {"colors", "places", "ages"} or bool(self.spec.always)
        self.setVisible(is_fixed or bool(counts or chosen))
        self._show(counts, chosen, facets, query)

    def _build(self) -> None:
        """Lay out what stays."""

    def _show(
        self,
        counts: Sequence[FacetCount],
        chosen: Sequence[str],
        facets: Facets,
        query: Query,
    ) -> None:
        """Show values with their counts and tick the chosen ones; each kind does it its own way."""


class RowsPart(FacetPart):
    """Checks with counts, the most frequent ones, and "All n" for the rest."""

    def _build(self) -> None:
        self._rows: dict[str, CheckRow] = {}
        self._all: Sequence[FacetCount] = ()
        self._chosen: Sequence[str] = ()
        self.acted.connect(self._open_all)

    def _show(
        self, counts: Sequence[FacetCount], chosen: Sequence[str], _facets: Facets, _query: Query
    ) -> None:
        self._all, self._chosen = counts, chosen
        values = self._values(counts, chosen)
        if list(values) != list(self._rows):
            self._rebuild(list(values))
        ticked = {fold(value) for value in chosen}
        for value, row in self._rows.items():
            row.set_fact(f"{values[value]:,}")
            row.set_checked(fold(value) in ticked or fold(value.replace("_", " ")) in ticked)
        hidden = len(counts) > self.spec.most and not self.spec.always
        self.set_action(say("All {count}", count=f"{len(counts):,}") if hidden else "")

    def _values(self, counts: Sequence[FacetCount], chosen: Sequence[str]) -> Mapping[str, int]:
        known = {each.value: each.count for each in counts}
        if self.spec.always:
            kept = [
                value
                for value in self.spec.always
                if known.get(value) or value in SHOWN_STATUSES or value in chosen
            ]
            return {value: known.get(value, 0) for value in kept}
        first = [each.value for each in counts[: self.spec.most]]
        spelled = {fold(value): value for value in known}
        asked = [spelled.get(fold(value), value) for value in chosen]
        return {value: known.get(value, 0) for value in dict.fromkeys([*first, *asked])}

    def _rebuild(self, values: Sequence[str]) -> None:
        for row in self._rows.values():
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {value: self._make(value) for value in values}

    def _make(self, value: str) -> CheckRow:
        row = CheckRow(self.ground.filters.value(self.spec.key, value))
        row.setFixedHeight(px(24))
        row.toggled.connect(lambda _on: self.toggled.emit(value))
        self.body.addWidget(row)
        return row

    def _open_all(self) -> None:
        filters = self.ground.filters
        values = [
            (each.value, filters.value(self.spec.key, each.value), each.count) for each in self._all
        ]
        popup = ValuePopup(say(self.spec.words), values, self._chosen, self)
        popup.toggled.connect(self.toggled)
        popup.open_at(self.mapToGlobal(QPoint(0, px(24))))


class ChipsPart(FacetPart):
    """Few values as chips of their own width."""

    def _build(self) -> None:
        self._chips: dict[str, Button] = {}
        inside = QWidget()
        self._flow = FlowLayout(inside, gap=px(6))
        self.body.addWidget(inside)

    def _show(
        self, counts: Sequence[FacetCount], chosen: Sequence[str], _facets: Facets, _query: Query
    ) -> None:
        known = {each.value: each.count for each in counts}
        for value in [*known, *chosen]:
            if value not in self._chips:
                self._chips[value] = self._make(value)
        ticked = {fold(value) for value in chosen}
        for value, chip in self._chips.items():
            chip.setChecked(fold(value) in ticked)
            chip.setAccessibleDescription(str(known.get(value, 0)))
            chip.setVisible(bool(known.get(value)) or chip.isChecked())

    def _make(self, value: str) -> Button:
        chip = make_chip(value)
        chip.clicked.connect(lambda _on=False: self.toggled.emit(value))
        self._flow.addWidget(chip)
        return chip


class SizesPart(FacetPart):
    """The most frequent sizes in wearing order, five in a row."""

    def _build(self) -> None:
        self._grid = ChipGrid(say(self.spec.words))
        self._chosen: list[str] = []
        self._counts: Sequence[FacetCount] = ()
        self._grid.changed.connect(self._on_changed)
        self.acted.connect(self._open_all)
        self.body.addWidget(self._grid)

    def _show(
        self, counts: Sequence[FacetCount], chosen: Sequence[str], _facets: Facets, _query: Query
    ) -> None:
        self._counts = counts
        short = [each.value for each in counts if len(each.value) <= 4]
        spelled = {fold(each.value): each.value for each in counts}
        self._chosen = [spelled.get(fold(value), value) for value in chosen]
        shown = in_wearing_order(dict.fromkeys([*short[: self.spec.most], *self._chosen]))
        self._grid.show_chips([(value, value) for value in shown], self._chosen)
        more = len(counts) > len(shown)
        self.set_action(say("All {count}", count=len(counts)) if more else "")

    def _on_changed(self, values: list[str]) -> None:
        for value in set(values) ^ set(self._chosen):
            self.toggled.emit(value)

    def _open_all(self) -> None:
        by_value = {each.value: each.count for each in self._counts}
        values = [(value, value, by_value[value]) for value in in_wearing_order(by_value)]
        popup = ValuePopup(say(self.spec.words), values, self._chosen, self)
        popup.toggled.connect(self.toggled)
        popup.open_at(self.mapToGlobal(QPoint(0, px(24))))


class ColorsPart(FacetPart):
    """Round swatches of the colours a marketplace's form knows."""

    def _build(self) -> None:
        listed = self.ground.palette.listed
        swatches = [Swatch(color.name, color.name, color.hex) for color in listed]
        self._spelled = {fold(color.name): color.name for color in listed}
        self._row = SwatchRow(say(self.spec.words), swatches)
        self._row.set_gap(1)
        self._chosen: set[str] = set()
        self._row.changed.connect(self._on_changed)
        self.body.addWidget(self._row)

    def _show(
        self, counts: Sequence[FacetCount], chosen: Sequence[str], _facets: Facets, _query: Query
    ) -> None:
        self._chosen = {self._spelled.get(fold(value), value) for value in chosen}
        self._row.choose(self._chosen)
        self._row.describe({each.value: f"{each.value}, {each.count:,}" for each in counts})

    def _on_changed(self, values: list[str]) -> None:
        for value in set(values) ^ (self._chosen & set(self._spelled.values())):
            self.toggled.emit(value)


class PlacesPart(FacetPart):
    """Marketplace badges, "any", and the pieces that are listed nowhere."""

    def _build(self) -> None:
        self._row = BadgeRow(say(self.spec.words), self.ground.marketplaces)
        self._known = {code for code, _name in self.ground.marketplaces}
        self._any = make_chip(say("any"))
        self._any.set_kind("ghost")
        self._nowhere = CheckRow(say("Not listed"))
        self._nowhere.setFixedHeight(px(24))
        self._chosen: set[str] = set()
        across = QHBoxLayout()
        across.setSpacing(px(4))
        across.addWidget(self._row, 1)
        across.addWidget(self._any)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addLayout(across)
        column.addWidget(self._nowhere)
        self.body.addLayout(column)
        self._row.changed.connect(self._on_changed)
        self._any.clicked.connect(lambda _on=False: self.toggled.emit(ANY))
        self._nowhere.toggled.connect(lambda _on: self.not_listed.emit())

    def _show(
        self, counts: Sequence[FacetCount], chosen: Sequence[str], facets: Facets, query: Query
    ) -> None:
        self._chosen = {value.casefold() for value in chosen}
        self._row.choose(self._chosen)
        self._any.setChecked(ANY in self._chosen)
        name = self.ground.filters.value
        self._row.describe(
            {each.value: f"{name('on', each.value)}, {each.count:,}" for each in counts}
        )
        self._nowhere.set_fact(f"{facets.not_listed:,}")
        self._nowhere.set_checked(Has("listing", negated=True) in query.terms)

    def _on_changed(self, values: list[str]) -> None:
        for value in set(values) ^ (self._chosen & self._known):
            self.toggled.emit(value)


class AgesPart(FacetPart):
    """Days listed as twelve bars with a range over them."""

    def _build(self) -> None:
        marks = ("0", "30", "60", "90", "120+")
        self._bars = AgeHistogram(say("Days listed, in bars of ten"), marks)
        self._bars.range_changed.connect(self._on_range)
        self.body.addWidget(self._bars)

    def _show(
        self, _counts: Sequence[FacetCount], _chosen: Sequence[str], facets: Facets, query: Query
    ) -> None:
        low, high = range_of(query, self.spec.key)
        first = min(low // AGE_STEP, BARS - 1) if isinstance(low, int) else 0
        last = min(high // AGE_STEP, BARS - 1) if isinstance(high, int) else BARS - 1
        self._bars.show_counts(facets.ages)
        self._bars.choose(first, last)

    def _on_range(self, first: int, last: int) -> None:
        low = first * AGE_STEP if first else None
        high = last * AGE_STEP + AGE_STEP - 1 if last < BARS - 1 else None
        self.ranged.emit(low, high)


PARTS: Mapping[str, type[FacetPart]] = {
    "rows": RowsPart,
    "chips": ChipsPart,
    "sizes": SizesPart,
    "colors": ColorsPart,
    "places": PlacesPart,
    "ages": AgesPart,
}
"""The widget of each kind of group."""
