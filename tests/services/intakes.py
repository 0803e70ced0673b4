"""What tests of the intake look at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from closet_app.photo.eyes import Eyes
from closet_app.services import intake
from closet_app.services.closet import Closet
from closet_app.services.records.intake import IntakeView
from tests.db.samples import dump

TABLES = ("intake", "intake_group", "photo", "item")


def laid(view: IntakeView) -> list[list[str]]:
    """The names of the photos, group by group."""
    return [[photo.original_name for photo in group.photos] for group in view.groups]


def sizes(view: IntakeView) -> list[int]:
    """How many photos each group has."""
    return [len(group.photos) for group in view.groups]


def photo_id(view: IntakeView, name: str) -> int:
    """The id of the photo that came as `name`."""
    return next(
        photo.ref.id
        for group in view.groups
        for photo in group.photos
        if photo.original_name == name
    )


def now(closet: Closet) -> IntakeView:
    """The intake under way."""
    intake_id = intake.unfinished(closet)
    assert intake_id is not None
    return intake.view(closet, intake_id)


def rows(closet: Closet) -> dict[str, list[tuple[Any, ...]]]:
    """Everything stored of intakes and pieces."""
    return dump(closet.database, *TABLES)


def blind(closet: Closet, tmp_path: Path) -> Closet:
    """`closet` on a computer without models: photos come in by time alone, and fast."""
    return replace(closet, eyes=Eyes(tmp_path / "no models"))
