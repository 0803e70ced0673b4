"""The groups of filters as data, in the order of the pane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from closet_app.ui.words import mark

Kind = Literal["rows", "chips", "sizes", "colors", "places", "ages"]


@dataclass(frozen=True, slots=True)
class FacetSpec:
    """One group: the search key it sets, its heading, how its values look.

    `most` values are shown before "All n"; `always` are shown even when they count nothing;
    a group is `folded` until it is opened or one of its values is chosen.
    """

    key: str
    words: str
    kind: Kind
    most: int = 5
    always: tuple[str, ...] = ()
    fact: str = ""
    folded: bool = False


FACETS: tuple[FacetSpec, ...] = (
    FacetSpec(
        "status",
        mark("Status"),
        "rows",
        9,
        ("draft", "listed", "on_hold", "sold", "packed", "shipped", "delivered", "returned",
         "archived"),
    ),
    FacetSpec("department", mark("Department"), "chips"),
    FacetSpec("category", mark("Category"), "rows"),
    FacetSpec("brand", mark("Brand"), "rows", 3),
    FacetSpec("size", mark("Size"), "sizes", 10),
    FacetSpec("color", mark("Color"), "colors"),
    FacetSpec("on", mark("Listed on"), "places"),
    FacetSpec("age", mark("Age"), "ages", fact=mark("days listed")),
    FacetSpec("condition", mark("Condition"), "rows", 6),
    FacetSpec("bin", mark("Bin"), "rows"),
    FacetSpec("source", mark("Found at"), "rows", 4),
    FacetSpec("tag", mark("Tag"), "rows"),
)  # fmt: skip

SHOWN_STATUSES = ("draft", "listed", "sold", "shipped", "archived")
"""Statuses that keep their row even when nothing has them."""
