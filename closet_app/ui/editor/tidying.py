"""What one control changes: known words in their own spelling, and the fields that follow."""

from __future__ import annotations

from typing import Any

from closet_app.domain.fields import FieldValue
from closet_app.domain.item import ItemFacts
from closet_app.domain.taxonomy import Taxonomy

PLACE = ("department", "category", "subcategory")


def values_for(
    key: str,
    value: Any,  # noqa: ANN401 - whatever the field holds
    facts: ItemFacts,
    taxonomy: Taxonomy,
) -> dict[str, FieldValue]:
    """The values to save when the control of `key` holds `value`."""
    if key == "colors":
        listed, free = taxonomy.palette.split(value)
        return {"colors": listed, "other_colors": free}
    if key in PLACE:
        return {key: _spelled(key, value, facts, taxonomy)}
    if key == "size":
        return _sized(value, facts, taxonomy)
    return {key: value}


def _spelled(key: str, value: str, facts: ItemFacts, taxonomy: Taxonomy) -> str:
    if not value:
        return value
    typed = {name: getattr(facts, name) for name in PLACE} | {key: value}
    known = taxonomy.departments.spelled(*(typed[name] for name in PLACE))
    return dict(zip(PLACE, known, strict=True))[key]


def _sized(value: str, facts: ItemFacts, taxonomy: Taxonomy) -> dict[str, FieldValue]:
    """A size that only one chart counts brings its system along."""
    if not value:
        return {"size": value}
    where = (facts.department, facts.category, facts.subcategory)
    size = taxonomy.sizes.spelled(value, *where)
    found: dict[str, FieldValue] = {"size": size}
    system = taxonomy.sizes.system_of(size, *where)
    if system and not facts.size_system:
        found["size_system"] = system
    return found


def options_of(facts: ItemFacts, taxonomy: Taxonomy) -> dict[str, tuple[str, ...]]:
    """What each list offers for such a piece."""
    tree, sizes = taxonomy.departments, taxonomy.sizes
    where = (facts.department, facts.category, facts.subcategory)
    return {
        "department": tree.names,
        "category": tree.categories(facts.department),
        "subcategory": tree.subcategories(facts.department, facts.category),
        "size_system": tuple(system.name for system in sizes.systems(*where)),
        "size": sizes.sizes(*where, facts.size_system),
    }
