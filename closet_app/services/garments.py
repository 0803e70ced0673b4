"""Which department and category the photos of a piece point to."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from closet_app.domain.suggestions import Origin, Suggestion
from closet_app.photo.looks import Measures, Shot

ASSUMED = 0.9
"""A category whose department is only the seller's usual one is that much less certain."""

_COVER_COUNTS = 2.0


@dataclass(frozen=True, slots=True)
class GarmentView:
    """One photo that shows the garment, with what was measured on it."""

    sha256: str
    measures: Measures


def garment_views(photos: Sequence[tuple[str, Measures | None]]) -> list[GarmentView]:
    """The photos that show a garment and no tag; all that were measured when all seem tags."""
    seen = [GarmentView(sha256, measures) for sha256, measures in photos if measures]
    return [view for view in seen if view.measures.shot is not Shot.TAG] or seen


def place_suggestions(
    views: Sequence[GarmentView], resources: Path, department: str, usual: Sequence[str]
) -> Iterator[Suggestion]:
    """Category and subcategory; `department` is the known one, `usual` those most pieces have."""
    if not views:
        return
    kind, sure = _likeliest(views)
    places = _places(resources).get(kind, {})
    known = department in places
    named = department if known else next((one for one in usual if one in places), "")
    named = named or next(iter(places), "")
    if not named:
        return
    category, subcategory = places[named]
    sure *= 1.0 if known or _same_everywhere(places) else ASSUMED
    cover = views[0]
    for field, value in (("category", category), ("subcategory", subcategory)):
        if value:
            box = cover.measures.subject
            yield Suggestion(field, value, round(sure, 3), Origin.PHOTO, cover.sha256, box)


def department_suggestions(views: Sequence[GarmentView]) -> Iterator[Suggestion]:
    """The department, where the kind of garment tells it."""
    for view in views[:1]:
        for likely in view.measures.departments[:1]:
            yield Suggestion(
                "department", likely.name, round(likely.confidence, 3), Origin.PHOTO,
                view.sha256, view.measures.subject,
            )  # fmt: skip


def _likeliest(views: Sequence[GarmentView]) -> tuple[str, float]:
    """The kind that all photos together are likeliest to show; the cover counts twice."""
    votes: dict[str, float] = {}
    total = 0.0
    for at, view in enumerate(views):
        weight = _COVER_COUNTS if at == 0 else 1.0
        total += weight if view.measures.categories else 0.0
        for likely in view.measures.categories:
            votes[likely.name] = votes.get(likely.name, 0.0) + weight * likely.confidence
    kind = max(votes, key=lambda name: votes[name], default="")
    return kind, votes[kind] / total if kind else 0.0


def _same_everywhere(places: Mapping[str, tuple[str, str]]) -> bool:
    return len(set(places.values())) == 1


@lru_cache(maxsize=2)
def _places(resources: Path) -> dict[str, dict[str, tuple[str, str]]]:
    table = tomllib.loads((resources / "tags" / "garments.toml").read_text("utf-8"))
    return {
        kind: {department: (place[0], place[1]) for department, place in row.items()}
        for kind, row in table.items()
    }
