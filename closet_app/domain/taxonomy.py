"""Everything the marketplaces' forms offer, in one value that services hand around."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from closet_app.domain.barcodes import normal_barcode
from closet_app.domain.colors import Palette
from closet_app.domain.conditions import Conditions
from closet_app.domain.departments import Departments
from closet_app.domain.forms import Forms
from closet_app.domain.item import ItemFacts
from closet_app.domain.measurements import MeasureBook
from closet_app.domain.query import Match, Query, Term, Value
from closet_app.domain.sizes import SizeBook


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Departments, sizes, colors, conditions, measures and forms of `resources/taxonomy`."""

    departments: Departments
    sizes: SizeBook
    palette: Palette
    conditions: Conditions
    measures: MeasureBook
    forms: Forms

    @classmethod
    def from_toml(cls, texts: Mapping[str, str]) -> Taxonomy:
        """The taxonomy of the TOML files' texts by file stem, like `sizes`."""
        tables = {stem: tomllib.loads(text) for stem, text in texts.items()}
        return cls(
            departments=Departments.from_table(tables["departments"]),
            sizes=SizeBook.from_table(tables["sizes"]),
            palette=Palette.from_table(tables["colors"]),
            conditions=Conditions.from_table(tables["conditions"]),
            measures=MeasureBook.from_table(tables["measurements"]),
            forms=Forms.from_table(tables["marketplaces"]),
        )

    def spelled(self, facts: ItemFacts) -> ItemFacts:
        """`facts` with known words spelled as the forms spell them; unknown ones stay.

        A third listed color becomes a free one; an empty size system is read off the size.
        """
        place = self.departments.spelled(facts.department, facts.category, facts.subcategory)
        size = self.sizes.spelled(facts.size, *place) if facts.size else ""
        system = facts.size_system or (self.sizes.system_of(size, *place) if size else "")
        colors, free = self.palette.split((*facts.colors, *facts.other_colors))
        return replace(
            facts,
            department=place[0],
            category=place[1],
            subcategory=place[2],
            size=size,
            size_system=system,
            colors=colors,
            other_colors=free,
        )

    def understood(self, query: Query) -> Query:
        """`query` with sellers' words in the taxonomy's own: `color:grey`, `condition:nwt`."""
        return Query(tuple(self._understood(term) for term in query.terms))

    def _understood(self, term: Term) -> Term:
        if not isinstance(term, Match):
            return term
        values = tuple(
            value if value.prefix else Value(self._word(term.key, value.text))
            for value in term.values
        )
        return replace(term, values=tuple(dict.fromkeys(values)))

    def _word(self, key: str, typed: str) -> str:
        if key == "upc":
            return normal_barcode(typed) or typed
        if key == "department":
            return self.departments.department_named(typed)
        if key == "color" and (color := self.palette.named(typed)):
            return color.name
        if key == "condition" and (condition := self.conditions.named(typed)):
            return condition.value.replace("_", " ")
        return typed
