"""Which widget shows each kind of group."""

from __future__ import annotations

from collections.abc import Mapping

from closet_app.ui.closet.facet_lists import ChipsPart, RowsPart, SizesPart
from closet_app.ui.closet.facet_marks import AgesPart, ColorsPart, PlacesPart
from closet_app.ui.closet.facet_part import FacetPart

PARTS: Mapping[str, type[FacetPart]] = {
    "rows": RowsPart,
    "chips": ChipsPart,
    "sizes": SizesPart,
    "colors": ColorsPart,
    "places": PlacesPart,
    "ages": AgesPart,
}
"""The widget of each kind of group."""
