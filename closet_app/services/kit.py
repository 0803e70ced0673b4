"""The listing kit: what to paste into a marketplace, and photos in its size to upload."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from closet_app.domain.filenames import safe_name
from closet_app.domain.listing_kit import ListingKit
from closet_app.domain.progress import SILENT, Progress
from closet_app.errors import MachineError, UserError
from closet_app.photo.copies import CopyJob, PhotoPick, write_copies
from closet_app.photo.rules import PhotoRule, shipped_rules
from closet_app.services.changed import Problem
from closet_app.services.closet import Closet
from closet_app.services.manners import manner_of
from closet_app.services.photo_sets import subjects_of
from closet_app.services.pieces import piece
from closet_app.services.records import Piece
from closet_app.wording import tr
from closet_app.wording.kit import form_colors, form_condition, say_listing

READY = "ready to upload"


@dataclass(frozen=True, slots=True)
class Kit:
    """Everything one marketplace's form asks for; `most_photos` zero means without limit."""

    marketplace: str
    text: ListingKit
    condition: str
    colors: tuple[str, ...]
    photos: int
    most_photos: int


@dataclass(frozen=True, slots=True)
class CopiedPhotos:
    """The folder of sized copies, and the photos that could not be copied."""

    folder: Path
    count: int
    problems: tuple[Problem, ...]


def kit(closet: Closet, item_id: int, marketplace: str) -> Kit:
    """The texts of a piece for one marketplace, within the limits of its form."""
    shown = piece(closet, item_id)
    manner = manner_of(closet)
    photos, rule = _going_out(shown), _rule(marketplace)
    most = rule.most if rule else 0
    return Kit(
        marketplace=marketplace,
        text=say_listing(shown.facts, marketplace, manner, shown.marked_flaws),
        condition=form_condition(shown.facts, marketplace, manner, flawed=bool(shown.pins)),
        colors=form_colors(shown.facts, marketplace, manner),
        photos=min(len(photos), most) if most else len(photos),
        most_photos=most,
    )


def copy_photos(
    closet: Closet, item_id: int, marketplace: str, progress: Progress = SILENT
) -> CopiedPhotos:
    """Write the photos of a piece in the marketplace's size, without place or camera.

    They lie in the closet's folder under the piece's number, made anew each time.
    Raises UserError when there is no photo, MachineError when they cannot be written.
    """
    shown = piece(closet, item_id)
    rule = _rule(marketplace)
    subjects = subjects_of(closet, [photo.ref.sha256 for photo in shown.photos])
    picks = [replace(pick, subject=subjects.get(pick.sha256)) for pick in _going_out(shown)]
    if not picks or rule is None:
        raise UserError(tr("This piece has no photo to upload yet."))
    folder = _empty_folder(closet.folder / READY / safe_name(shown.facts.sku) / marketplace)
    job = CopyJob(folder, safe_name(shown.facts.sku), rule.copy)
    made, refused = write_copies(closet.darkroom, picks[: rule.most or None], job, progress)
    problems = tuple(Problem(shown.facts.sku, str(each.error)) for each in refused)
    return CopiedPhotos(folder, len(made), problems)


def most_photos(marketplace: str) -> int:
    """How many photos the marketplace's form takes; zero when that is not known."""
    rule = shipped_rules().get(marketplace)
    return rule.most if rule else 0


def _going_out(shown: Piece) -> list[PhotoPick]:
    return [
        PhotoPick(photo.ref.sha256, photo.ref.recipe)
        for photo in shown.photos
        if not photo.left_out
    ]


def _rule(marketplace: str) -> PhotoRule | None:
    rules = shipped_rules()
    return rules.get(marketplace) or next(iter(rules.values()), None)


def _empty_folder(folder: Path) -> Path:
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as why:
        raise MachineError(
            tr("The folder for the photos cannot be written."),
            safe=tr("Your photos are as they were."),
        ) from why
    return folder
