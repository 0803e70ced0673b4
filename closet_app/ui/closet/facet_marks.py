"""Groups of filters whose values are pictures: colours, marketplaces, ages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from closet_app.domain.query import Has, Query, range_of
from closet_app.domain.text import fold
from closet_app.services.records import FacetCount, Facets
from closet_app.ui.closet.facet_part import FacetPart
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.age_histogram import BARS, AgeHistogram
from closet_app.ui.widgets.chip_grid import make_chip
from closet_app.ui.widgets.choices import CheckRow
from closet_app.ui.widgets.mark_rows import BadgeRow, Swatch, SwatchRow
from closet_app.ui.words import say

AGE_STEP = 10
ANY = "any"


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
        fix(self._nowhere, height=24)
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
