"""The bins of a shop, as their labels name them."""

from __future__ import annotations

from collections.abc import Sequence

from closet_app.domain.bins import walking_key
from closet_app.services.closet import Closet
from closet_app.services.gallery import facets
from closet_app.services.pieces import pieces
from closet_app.services.records import FacetCount


def bins_in_use(closet: Closet) -> tuple[FacetCount, ...]:
    """Every bin and how many pieces it holds, in the order in which the shelves are walked."""
    found = facets(closet).groups.get("bin", ())
    return tuple(sorted(found, key=lambda each: walking_key(each.value)))


def bins_of(closet: Closet, item_ids: Sequence[int]) -> tuple[str, ...]:
    """The bins in which these pieces lie, or all without any: each once, in walking order."""
    if not item_ids:
        return tuple(each.value for each in bins_in_use(closet))
    found = {each.facts.bin for each in pieces(closet, item_ids)} - {""}
    return tuple(sorted(found, key=walking_key))
