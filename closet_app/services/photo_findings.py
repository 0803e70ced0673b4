"""What the photos of one piece show: shortcomings, colors, missing shots, and what its tag says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from closet_app.db.ledger import reading
from closet_app.db.records import ItemRecord, PhotoRecord
from closet_app.domain.boxes import Box
from closet_app.domain.fields import FIELDS
from closet_app.domain.progress import SILENT, Progress
from closet_app.domain.shot_lists import Coverage, coverage
from closet_app.domain.suggestions import Origin, Suggestion
from closet_app.domain.text import fold
from closet_app.photo.looks import ColorShare, Fault, Shot
from closet_app.services import looks, suggesting
from closet_app.services.changed import Changed
from closet_app.services.closet import Closet
from closet_app.services.garment_colors import Seen, colors_together, telling_views
from closet_app.services.looks import StoredLook
from closet_app.services.manners import manner_of
from closet_app.services.pieces import piece
from closet_app.services.records import Photo, Piece
from closet_app.services.retakes import Shown, retakes
from closet_app.services.shots_seen import shot_of
from closet_app.services.writing import writing
from closet_app.wording import say_field, tr

SMALL_SHARE, LEAST_SHARE, MOST_COLORS = 0.1, 0.04, 4
"""A color below a tenth is shown as small, below a twenty-fifth not at all."""


@dataclass(frozen=True, slots=True)
class FoundFault:
    """The worst thing about a photo that was not waved away."""

    photo_id: int
    fault: Fault

    @property
    def key(self) -> str:
        """What its dismissal is remembered by."""
        return f"fault={self.fault}:{self.photo_id}"


@dataclass(frozen=True, slots=True)
class Twins:
    """Two photos that show nearly the same; `better` is the sharper one, or the better lit."""

    better: int
    other: int
    better_lit: bool = False

    @property
    def key(self) -> str:
        """What its dismissal is remembered by."""
        return f"twins={self.better}:{self.other}"


@dataclass(frozen=True, slots=True)
class TagRead:
    """A photo of a tag: where on it was read what is suggested."""

    photo_id: int
    sha256: str
    box: Box | None
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class PhotoFindings:
    """All of it for one piece. `coverage` is None while photos are unseen.

    `suggestions` are those that say something new, by field; `matching` the fields that say what
    was read; `unseen` counts the photos that nobody looked at yet, `missing` says in sentences
    what could not be looked for.
    """

    item_id: int
    faults: tuple[FoundFault, ...] = ()
    twins: tuple[Twins, ...] = ()
    coverage: Coverage | None = None
    colors: tuple[ColorShare, ...] = ()
    suggestions: Mapping[str, Suggestion] = field(default_factory=dict)
    matching: frozenset[str] = frozenset()
    tag: TagRead | None = None
    unseen: int = 0
    missing: tuple[str, ...] = ()


def findings(closet: Closet, item_id: int) -> PhotoFindings:
    """What is known of the photos of a piece so far; raises NotFoundError."""
    shown = piece(closet, item_id)
    with reading(closet.database) as ledger:
        waved = frozenset(ledger.get(ItemRecord, item_id).dismissed)
        rows = ledger.many(PhotoRecord, [photo.ref.id for photo in shown.photos])
    taken = [photo for photo in shown.photos if not photo.left_out]
    known = looks.looks(closet, [photo.ref.sha256 for photo in shown.photos])
    times = {row.id: row.taken_at for row in rows}
    twins = tuple(each for each in _twins(taken, known, times) if each.key not in waved)
    return replace(_found(closet, shown, taken, known, waved), twins=twins)


def look_at(closet: Closet, item_id: int, progress: Progress = SILENT) -> tuple[int, int]:
    """Measure and read the photos of a piece that nobody looked at.

    Returns the piece, and how many of its photos could not be looked at. What is done is kept when
    it is stopped, which raises CancelledError.
    """
    originals = [photo.ref.sha256 for photo in piece(closet, item_id).photos if not photo.left_out]
    looks.measure_missing(closet, originals, progress)
    looks.read_missing(closet, originals, progress)
    return item_id, len(_unseen(closet, originals))


def dismiss(closet: Closet, item_id: int, keys: Iterable[str]) -> Changed:
    """Wave suggestions and hints away; they are not shown for this piece again."""
    with writing(closet, tr("Dismissed a suggestion")) as step:
        item = step.ledger.get(ItemRecord, item_id)
        waved = tuple(dict.fromkeys((*item.dismissed, *keys)))
        step.ledger.put(replace(item, dismissed=waved))
    return step.changed


def _found(
    closet: Closet,
    shown: Piece,
    taken: Sequence[Photo],
    known: Mapping[str, StoredLook],
    waved: frozenset[str],
) -> PhotoFindings:
    originals = [photo.ref.sha256 for photo in taken]
    unseen = _unseen(closet, originals)
    manner = manner_of(closet)
    typed = {each.key: say_field(each, getattr(shown.facts, each.key), manner) for each in FIELDS}
    seen = [(sha, look.measures, look.reading) for sha in originals if (look := known.get(sha))]
    new = suggesting.suggestions_for(closet, seen, typed, waved)
    read = _from_tag(suggesting.suggestions_for(closet, seen, {}).values())
    return PhotoFindings(
        item_id=shown.id,
        faults=tuple(fault for fault in _faults(taken, known) if fault.key not in waved),
        coverage=None if unseen else _coverage(shown, taken, known, read),
        colors=_colors(seen),
        suggestions=new,
        matching=frozenset(each.field for each in read if _says(typed[each.field], each)),
        tag=_tag(taken, [each for each in read if each.key not in waved], typed),
        unseen=len(unseen),
        missing=_missing(seen),
    )


def _missing(seen: Sequence[Seen]) -> tuple[str, ...]:
    readings = (reading for _sha, _measures, reading in seen if reading)
    return tuple(dict.fromkeys(words for reading in readings for words in reading.missing))


def _unseen(closet: Closet, originals: Sequence[str]) -> set[str]:
    return {*looks.unmeasured(closet, originals), *looks.unread(closet, originals)}


def _from_tag(suggestions: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    return tuple(each for each in suggestions if each.origin is Origin.TAG and each.sha256)


def _says(typed: str, suggestion: Suggestion) -> bool:
    return bool(typed) and fold(typed) == fold(suggestion.value)


def _coverage(
    shown: Piece,
    photos: Sequence[Photo],
    known: Mapping[str, StoredLook],
    read: Sequence[Suggestion],
) -> Coverage | None:
    """What the shot list misses; a photo from which something was read is that of the tag."""
    tags = {each.sha256 for each in read}
    shots = [
        shot_of(look.measures, look.reading, tells_facts=photo.ref.sha256 in tags)
        for photo in photos
        if (look := known.get(photo.ref.sha256)) and look.measures
    ]
    flawed = bool(shown.facts.flaws or shown.pins)
    seen = [*shots, Shot.FLAW] if shown.pins else shots
    return coverage(shown.facts.category, seen, flawed=flawed) if shots else None


def _faults(photos: Sequence[Photo], known: Mapping[str, StoredLook]) -> Iterator[FoundFault]:
    for photo in photos:
        look = known.get(photo.ref.sha256)
        faults = look.measures.quality.faults if look and look.measures else ()
        if faults:
            yield FoundFault(photo.ref.id, faults[0])


def _twins(
    photos: Sequence[Photo],
    known: Mapping[str, StoredLook],
    times: Mapping[int, datetime | None],
) -> Iterator[Twins]:
    measured = [
        Shown(photo.ref.id, look.measures, times.get(photo.ref.id))
        for photo in photos
        if (look := known.get(photo.ref.sha256)) and look.measures
    ]
    for found in retakes(measured):
        better, *others = found.ids
        for other in others:
            yield Twins(better, other, better_lit=found.better_lit)


def _colors(seen: Sequence[Seen]) -> tuple[ColorShare, ...]:
    """The colors of the whole piece that are worth a chip."""
    mean = colors_together(telling_views(seen))
    return tuple(each for each in mean if each.share >= LEAST_SHARE)[:MOST_COLORS]


def _tag(
    photos: Sequence[Photo], read: Sequence[Suggestion], typed: Mapping[str, str]
) -> TagRead | None:
    """The photo most was read from, as long as the piece does not say all of it."""
    by_photo: defaultdict[str, list[Suggestion]] = defaultdict(list)
    for each in read:
        by_photo[each.sha256].append(each)
    if not by_photo or all(_says(typed[each.field], each) for each in read):
        return None
    sha256 = max(by_photo, key=lambda sha: len(by_photo[sha]))
    photo = next((photo for photo in photos if photo.ref.sha256 == sha256), None)
    found = tuple(by_photo[sha256])
    return TagRead(photo.ref.id, sha256, _around(found), found) if photo else None


def _around(suggestions: Sequence[Suggestion]) -> Box | None:
    boxes = [each.box for each in suggestions if each.box is not None]
    if not boxes:
        return None
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    ).grown(0.03)
