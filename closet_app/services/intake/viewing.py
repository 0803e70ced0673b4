"""An intake as it stands: its groups with what was filled in and what was seen on their photos."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from closet_app.db import intake as stored
from closet_app.db.intake_records import IntakeGroupRecord, IntakeRecord
from closet_app.db.records import PhotoRecord
from closet_app.services.closet import Closet
from closet_app.services.intake import sharing
from closet_app.services.intake.cautions import Cautions, cautions_of
from closet_app.services.intake.seen import Seen, seen_of
from closet_app.services.intake.suggested import Suggesting, suggesting_of
from closet_app.services.intake.texts import Texts, texts_of
from closet_app.services.pieces import ref_of
from closet_app.services.records.intake import IntakeGroup, IntakePhoto, IntakeView, SharedFacts
from closet_app.wording import say_date, tr

DOUBTFUL = 0.25
"""From this chance on that a seam is wrong a piece is not ready before somebody has looked."""
TITLE = "title"


@dataclass(frozen=True, slots=True)
class _Scene:
    """Everything of one intake that its groups are shown with."""

    intake: IntakeRecord
    groups: Sequence[IntakeGroupRecord]
    photos: Mapping[int, Sequence[PhotoRecord]]
    seen: Seen
    texts: Texts
    shares: sharing.Shares
    cautions: Cautions
    suggesting: Suggesting


def view(closet: Closet, intake_id: int) -> IntakeView:
    """One intake, also a finished one; raises NotFoundError."""
    scene = _scene(closet, intake_id)
    shown = {
        photo.sha256 for photos in scene.photos.values() for photo in photos if not photo.left_out
    }
    return IntakeView(
        id=scene.intake.id,
        name=_name(closet, scene.intake),
        started_at=_started(closet, scene.intake),
        shared=_shared(closet, scene),
        groups=tuple(
            _group(number, group, scene) for number, group in enumerate(scene.groups, start=1)
        ),
        unread=len(scene.seen.unread(shown)),
        missing=scene.seen.missing(),
    )


def certainty(photo: PhotoRecord, *, is_first: bool) -> float:
    """How sure it is, 0 to 1, that the seam before a photo is right as it lies."""
    if photo.settled:
        return 1.0
    seam = photo.seam / 1_000
    return seam if is_first else 1.0 - seam


def _scene(closet: Closet, intake_id: int) -> _Scene:
    with closet.database.read() as connection:
        intake = stored.read_intake(connection, intake_id)
        groups = stored.groups_of(connection, intake_id)
        photos = stored.photos_of_groups(connection, [group.id for group in groups])
    seen = seen_of(closet, (photo.sha256 for group in photos.values() for photo in group))
    texts = texts_of(closet)
    shared = sharing.shares(intake, sharing.sharing_groups(groups, photos), texts, closet.currency)
    return _Scene(
        intake=intake,
        groups=groups,
        photos=photos,
        seen=seen,
        texts=texts,
        shares=shared,
        cautions=cautions_of(closet, photos, seen),
        suggesting=suggesting_of(closet, seen, texts),
    )


def _group(number: int, group: IntakeGroupRecord, scene: _Scene) -> IntakeGroup:
    photos = scene.photos[group.id]
    sure = [certainty(photo, is_first=not at) for at, photo in enumerate(photos)]
    # Nothing comes before the first photo of all, so nothing can be wrong there.
    confidence = min(sure[1:] if number == 1 else sure, default=1.0)
    facts = {key: scene.texts.shown(key, text) for key, text in group.facts}
    given = sharing.given(scene.intake, group, scene.shares, scene.texts)
    warnings = scene.cautions.of(group, photos)
    return IntakeGroup(
        id=group.id,
        number=number,
        photos=tuple(_photo(photo, scene.seen) for photo in photos),
        facts=facts,
        given={key: scene.texts.shown(key, text) for key, text in given.items()},
        suggestions=scene.suggesting.of(group, photos, given),
        warnings=warnings,
        confidence=confidence,
        ready=bool(facts.get(TITLE)) and min(sure[1:], default=1.0) > 1 - DOUBTFUL,
    )


def _photo(photo: PhotoRecord, seen: Seen) -> IntakePhoto:
    measures = seen.measures(photo.sha256)
    return IntakePhoto(
        ref=ref_of(photo.id, photo.sha256, photo.recipe),
        seam=photo.seam / 1_000,
        settled=photo.settled,
        left_out=photo.left_out,
        width=photo.width,
        height=photo.height,
        original_name=photo.original_name,
        taken_at=photo.taken_at,
        faults=measures.quality.faults if measures else (),
    )


def _shared(closet: Closet, scene: _Scene) -> SharedFacts:
    intake, parts = scene.intake, scene.shares.by_group
    return SharedFacts(
        source=intake.source,
        acquired_on=intake.acquired_on,
        receipt=sharing.receipt_of(intake, closet.currency),
        bin=intake.bin,
        each=next(iter(parts.values()), None),
        blanks=len(parts),
    )


def _started(closet: Closet, intake: IntakeRecord) -> datetime:
    now = closet.clock.now()
    return (intake.started_at or now).astimezone(now.tzinfo)


def _name(closet: Closet, intake: IntakeRecord) -> str:
    if intake.name:
        return intake.name
    day = say_date(_started(closet, intake).date(), closet.clock.today())
    return tr("Photos of {day}").format(day=day)
