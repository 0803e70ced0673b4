"""What every group of filters has: a heading, counts to show, values to toggle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from closet_app.domain.colors import Palette
from closet_app.domain.query import Query, values_of
from closet_app.services.records import FacetCount, Facets
from closet_app.ui.closet.facet_specs import FacetSpec
from closet_app.ui.closet.filters import Filters
from closet_app.ui.widgets.facet_group import FacetGroup
from closet_app.ui.words import say


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
