"""What an intake warns of; nothing of it stands in the way of a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from closet_app.db.intake_records import IntakeGroupRecord
from closet_app.db.records import PhotoRecord
from closet_app.domain.shot_lists import coverage
from closet_app.photo.looks import Fault, Measures, Shot
from closet_app.services.closet import Closet
from closet_app.services.intake.alike import AlikePiece, alike_pieces
from closet_app.services.intake.screenshots import is_screenshot
from closet_app.services.intake.seen import Seen
from closet_app.services.records.intake import IntakeWarning, WarningKind
from closet_app.services.retakes import PAIR, Shown, retakes
from closet_app.services.shots_seen import shot_of
from closet_app.wording import counted, tr

SAME_WORDS = {
    (True, False): "2 photos are nearly the same. The left one is sharper.",
    (True, True): "2 photos are nearly the same. The left one is better lit.",
    (False, False): "{n} photos are nearly the same. The left one is the sharpest.",
    (False, True): "{n} photos are nearly the same. The left one is the best lit.",
}
"""By whether there are two of them, and whether light is what speaks for the first."""
FAULT_WORDS = {
    Fault.BLURRY: ("{n} photo looks blurry.", "{n} photos look blurry."),
    Fault.TOO_DARK: ("{n} photo looks too dark.", "{n} photos look too dark."),
    Fault.TOO_BRIGHT: ("{n} photo looks too bright.", "{n} photos look too bright."),
    Fault.TOO_SMALL: (
        "{n} photo is too small for some marketplaces.",
        "{n} photos are too small for some marketplaces.",
    ),
    Fault.TILTED: ("{n} photo looks tilted.", "{n} photos look tilted."),
    Fault.CLUTTERED: (
        "{n} photo has a busy background.",
        "{n} photos have a busy background.",
    ),
}
_LIKELY = 0.5
SHOT_WORDS = {
    "front": "the whole piece",
    "back": "the back",
    "sole": "the sole",
    "tag": "the tag",
    "detail": "a detail",
    "flaw": "the flaw",
}


@dataclass(frozen=True, slots=True)
class Cautions:
    """Warns of any group of an intake; `alike` are the pieces its photos may show, by original."""

    seen: Seen
    alike: Mapping[str, Sequence[AlikePiece]]

    def of(
        self, group: IntakeGroupRecord, photos: Sequence[PhotoRecord]
    ) -> tuple[IntakeWarning, ...]:
        """The warnings of one group without those that were waved away."""
        shown = [photo for photo in photos if not photo.left_out]
        found = (warning for warn in _KINDS for warning in warn(self, group, shown))
        return tuple(each for each in found if each.key not in group.dismissed)

    def measures(self, photo: PhotoRecord) -> Measures | None:
        """What was measured on a photo."""
        return self.seen.measures(photo.sha256)

    def shot(self, photo: PhotoRecord, measures: Measures) -> Shot:
        """What a photo seems to show."""
        look = self.seen.looks.get(photo.sha256)
        return shot_of(measures, look.reading if look else None)


def cautions_of(
    closet: Closet, photos: Mapping[int, Sequence[PhotoRecord]], seen: Seen
) -> Cautions:
    """Ready to warn of any group of an intake."""
    return Cautions(seen, alike_pieces(closet, photos.values(), seen))


Warn = Callable[[Cautions, IntakeGroupRecord, Sequence[PhotoRecord]], Iterator[IntakeWarning]]


def _nearly_same(
    cautions: Cautions, group: IntakeGroupRecord, photos: Sequence[PhotoRecord]
) -> Iterator[IntakeWarning]:
    by_id = {photo.id: photo for photo in photos}
    measured = [
        Shown(photo.id, measures, photo.taken_at)
        for photo in photos
        if (measures := cautions.measures(photo))
    ]
    for found in retakes(measured):
        alike = [by_id[each] for each in found.ids]
        said = tr(SAME_WORDS[len(alike) == PAIR, found.better_lit]).format(n=len(alike))
        warning = _warning(WarningKind.NEARLY_SAME, group, said, alike)
        yield replace(warning, seconds_apart=found.seconds_apart, better_lit=found.better_lit)


def _here_already(
    cautions: Cautions, group: IntakeGroupRecord, photos: Sequence[PhotoRecord]
) -> Iterator[IntakeWarning]:
    found: dict[int, tuple[AlikePiece, list[PhotoRecord]]] = {}
    for photo in photos:
        for piece in cautions.alike.get(photo.sha256, ()):
            if piece.item.id != group.item_id:
                found.setdefault(piece.item.id, (piece, []))[1].append(photo)
    for item_id, (piece, shown) in found.items():
        named = " ".join(part for part in (piece.item.sku, piece.item.title) if part)
        said = (
            tr("This piece may be here already: {piece} shows the same photo.")
            if piece.same_photo
            else tr("This piece may be here already: {piece} looks very alike.")
        ).format(piece=named)
        yield _warning(WarningKind.HERE_ALREADY, group, said, shown, item_id=item_id)


def _faults(
    cautions: Cautions, group: IntakeGroupRecord, photos: Sequence[PhotoRecord]
) -> Iterator[IntakeWarning]:
    for fault, words in FAULT_WORDS.items():
        faulty = [
            photo
            for photo in photos
            if (measures := cautions.measures(photo)) and fault in measures.quality.faults
        ]
        if faulty:
            said = counted(len(faulty), *words)
            yield _warning(WarningKind.FAULT, group, said, faulty, what=fault.value)


def _screenshots(
    _: Cautions, group: IntakeGroupRecord, photos: Sequence[PhotoRecord]
) -> Iterator[IntakeWarning]:
    found = [photo for photo in photos if is_screenshot(photo)]
    if found:
        words = ("{n} photo looks like a screenshot.", "{n} photos look like screenshots.")
        yield _warning(WarningKind.SCREENSHOT, group, counted(len(found), *words), found)


def _missing_shots(
    cautions: Cautions, group: IntakeGroupRecord, photos: Sequence[PhotoRecord]
) -> Iterator[IntakeWarning]:
    measured = [measures for photo in photos if (measures := cautions.measures(photo))]
    if len(measured) < len(photos) or not photos:
        return
    facts = dict(group.facts)
    kind = facts.get("category", "") or _likely_kind(measured[0])
    shots = [
        cautions.shot(photo, measures) for photo, measures in zip(photos, measured, strict=True)
    ]
    pressing = coverage(kind, shots, flawed="flaws" in facts).pressing
    # A tag that nothing looks like is missed for certain only once all photos were read.
    are_read = not cautions.seen.unread(photo.sha256 for photo in photos)
    missing = [shot for shot in pressing if are_read or shot != Shot.TAG]
    if missing:
        words = tr("No photo seems to show {what} yet.").format(what=_listed(missing))
        yield _warning(WarningKind.MISSING_SHOT, group, words, (), what=",".join(missing))


def _likely_kind(measures: Measures) -> str:
    """The kind of garment, when it is likelier than all others together."""
    likely = (each.name for each in measures.categories if each.confidence > _LIKELY)
    return next(likely, "")


def _listed(shots: Sequence[str]) -> str:
    """“the whole piece, the back or the tag”."""
    *first, last = (tr(SHOT_WORDS[shot]) for shot in shots)
    return tr("{some} or {last}").format(some=", ".join(first), last=last) if first else last


_KINDS: tuple[Warn, ...] = (_here_already, _nearly_same, _screenshots, _faults, _missing_shots)


def _warning(
    kind: WarningKind,
    group: IntakeGroupRecord,
    words: str,
    photos: Sequence[PhotoRecord],
    *,
    what: str = "",
    item_id: int | None = None,
) -> IntakeWarning:
    """Its key is made of what it says and shows, so that another photo warns anew."""
    about = [what] if what else []
    about += [str(item_id)] if item_id else []
    about += sorted(photo.sha256[:12] for photo in photos)
    return IntakeWarning(
        key=":".join((kind.value, *about)),
        kind=kind,
        group_id=group.id,
        words=words,
        photo_ids=tuple(photo.id for photo in photos),
        item_id=item_id,
    )
