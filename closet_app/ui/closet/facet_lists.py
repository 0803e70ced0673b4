"""Groups of filters whose values are words: rows, chips, sizes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from closet_app.domain.query import Query
from closet_app.domain.sizes import in_wearing_order
from closet_app.domain.text import fold
from closet_app.services.records import FacetCount, Facets
from closet_app.ui.closet.facet_part import FacetPart
from closet_app.ui.closet.facet_specs import SHOWN_STATUSES
from closet_app.ui.closet.value_popup import ValuePopup
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.chip_grid import ChipGrid, make_chip
from closet_app.ui.widgets.choices import CheckRow
from closet_app.ui.widgets.flow import FlowLayout
from closet_app.ui.words import say


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
        fix(row, height=24)
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
