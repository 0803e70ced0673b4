"""The pieces that look most like a photo, also sold ones with what they sold for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from closet_app.db.alike import PhotoOfPiece, last_sales, photos_of_originals
from closet_app.domain.money import Money
from closet_app.errors import UserError
from closet_app.photo.fingerprints import distance
from closet_app.photo.likeness import likeness_of
from closet_app.photo.looks import Shot
from closet_app.photo.sources import PhotoBytes
from closet_app.services import gallery
from closet_app.services.closet import Closet
from closet_app.services.looks import (
    StoredLook,
    measure_missing,
    measure_source,
    measured,
    unmeasured_of_pieces,
)
from closet_app.services.pieces import piece, ref_of
from closet_app.services.records import Card, PhotoRef
from closet_app.wording import tr

Source: TypeAlias = Path | PhotoBytes | str | int
"""A photo outside the closet, the SHA-256 of an original, or the id of a piece."""

VERY_ALIKE, ALIKE = 0.66, 0.5
"""How alike photos are called; from the first on it may be the same garment (docs/photo.md)."""
SURE = 0.8
"""From here on a garment is taken for the same though others look nearly as much like it."""
STANDS_OUT = 0.1
"""By so much more than the next piece must one be alike that may be here already."""
NEARLY_SAME_BITS = 6
"""Fingerprints that differ in no more of 64 bits are of one framing."""
NEAREST, COMPARED = 256, 96
"""Photos that are likest in shape, and those of pieces among them whose colors are compared."""
SHOWN = 600
"""Pixels of the long side at which the asked photo is shown."""
TAG_LINES = 3
"""Lines of text from which on a photo is taken for one of a tag."""
PHOTOS_ASKED = 4
"""Photos of a piece that are asked about when a piece is."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A piece and its photo that looks most like what was asked; `likeness` from 0 to 1.

    `sold_for` is the price of its newest sale.
    """

    item_id: int
    card: Card
    likeness: float
    photo: PhotoRef
    sold_for: Money | None = None
    sold_on: date | None = None


@dataclass(frozen=True, slots=True)
class HereAlready:
    """A piece that may be what a photo shows; `same_photo` when the photo itself is there."""

    sha256: str
    item_id: int
    photo: PhotoRef
    likeness: float
    same_photo: bool = False


@dataclass(frozen=True, slots=True)
class _Match:
    photo: PhotoOfPiece
    likeness: float


def find_like(closet: Closet, source: Source, limit: int = 12) -> tuple[Alike, ...]:
    """The pieces outside Trash that look most like `source`, the likest first.

    A piece that is asked about is not among them. Raises UserError without the model,
    NotFoundError for a piece that is none, PhotoError for what is no photo.
    """
    apart = {source} if isinstance(source, int) else set()
    found = chain.from_iterable(_matches(closet, _asked(closet, source)))
    return _described(closet, _best_of_pieces(found, apart)[:limit])


def here_already(
    closet: Closet, originals: Iterable[str], *, apart_from: Collection[int] = ()
) -> dict[str, HereAlready]:
    """Pieces outside Trash that may be what these measured originals show, by SHA-256.

    Close-ups of tags look alike and are passed over, unless the very photo is there.
    """
    wanted = tuple(dict.fromkeys(originals))
    found = _same_photos(closet, wanted, apart_from)
    stored = measured(closet, [sha256 for sha256 in wanted if sha256 not in found])
    asked = [look for look in stored.values() if look.vector and not _is_tag(look)]
    for look, matches in zip(asked, _matches(closet, asked), strict=True):
        here = _stands_out(_best_of_pieces(matches, apart_from))
        if here is not None:
            found[look.sha256] = _here(here, look.sha256)
    return found


def count_unmeasured(closet: Closet) -> int:
    """Photos of pieces that no search by photo can find yet, since they are still to be seen."""
    return len(unmeasured_of_pieces(closet))


def picture_of(closet: Closet, source: Source) -> bytes:
    """What is asked about as the bytes of a JPEG of at most `SHOWN` pixels; empty without a photo.

    Raises PhotoError for what is no photo, NotFoundError for an original that is gone.
    """
    from closet_app.photo.decode import open_upright

    photo = _photo_of(closet, source)
    if photo is None:
        return b""
    image = open_upright(photo, at_least=SHOWN)
    image.thumbnail((SHOWN, SHOWN))
    packed = BytesIO()
    image.save(packed, "JPEG", quality=90)
    return packed.getvalue()


def say_likeness(likeness: float) -> str:
    """How alike in words."""
    if likeness >= VERY_ALIKE:
        return tr("very alike")
    return tr("alike") if likeness >= ALIKE else tr("a little alike")


def _photo_of(closet: Closet, source: Source) -> Path | PhotoBytes | None:
    if isinstance(source, int):
        cover = piece(closet, source).cover
        ref = cover.ref if cover else None
        return closet.thumbnails.get(ref.sha256, ref.recipe, "large") if ref else None
    return closet.photos.path_of(source) if isinstance(source, str) else source


def _asked(closet: Closet, source: Source) -> list[StoredLook]:
    """Looks at the photos that stand for `source`."""
    if isinstance(source, int):
        seen = _looks_at_piece(closet, source)
    elif isinstance(source, str):
        seen = _looks_at(closet, [source])
    else:
        found = measure_source(closet, source)
        seen = [StoredLook("", found.measures, found.vector)]
    if not seen:
        raise UserError(tr("There is no photo to compare with."))
    asked = [look for look in seen if look.vector]
    if not asked:
        raise UserError(next(iter(closet.eyes.missing), tr("This photo cannot be compared.")))
    return asked


def _looks_at_piece(closet: Closet, item_id: int) -> list[StoredLook]:
    """Some photos of a piece; tags only where it shows nothing else."""
    photos = piece(closet, item_id).photos
    seen = _looks_at(closet, [photo.ref.sha256 for photo in photos if not photo.left_out])
    return [look for look in seen if not _is_tag(look)][:PHOTOS_ASKED] or seen[:1]


def _looks_at(closet: Closet, originals: Sequence[str]) -> list[StoredLook]:
    measure_missing(closet, originals)
    known = measured(closet, originals)
    return [known[sha256] for sha256 in dict.fromkeys(originals) if sha256 in known]


def _is_tag(look: StoredLook) -> bool:
    """Close-ups of tags look like those of other garments."""
    written = look.reading is not None and len(look.reading.lines) >= TAG_LINES
    return written or (look.measures is not None and look.measures.shot is Shot.TAG)


def _matches(closet: Closet, asked: Sequence[StoredLook]) -> Iterator[list[_Match]]:
    """For each look the photos of pieces that are likest to it, with their colors compared."""
    from closet_app.photo.measuring import MEASURED_BY, vector_of

    vectors = [vector for look in asked if (vector := vector_of(look.vector)) is not None]
    near = closet.vectors.nearest(vectors, NEAREST, version=MEASURED_BY)
    with closet.database.read() as connection:
        photos = photos_of_originals(connection, {sha for each in near for sha, _cosine in each})
    for look, found in zip(asked, near, strict=True):
        likest = [(sha, cosine) for sha, cosine in found if sha in photos][:COMPARED]
        known = measured(closet, [sha for sha, _cosine in likest])
        yield [
            _Match(photo, _likeness(cosine, look, known[sha]))
            for sha, cosine in likest
            if sha in known and _is_tag(look) == _is_tag(known[sha])
            for photo in photos[sha]
        ]


def _likeness(cosine: float, one: StoredLook, other: StoredLook) -> float:
    if one.measures is None or other.measures is None:
        return 0.0
    if distance(one.measures.fingerprint, other.measures.fingerprint) <= NEARLY_SAME_BITS:
        return max(cosine, SURE)
    return likeness_of(cosine, one.measures, other.measures)


def _best_of_pieces(matches: Iterable[_Match], apart: Collection[int]) -> list[_Match]:
    """The likest photo of each piece, the likest piece first; those of `apart` are left out."""
    best: dict[int, _Match] = {}
    for match in matches:
        known = best.get(match.photo.item_id)
        if match.photo.item_id not in apart and (not known or match.likeness > known.likeness):
            best[match.photo.item_id] = match
    return sorted(best.values(), key=lambda match: (-match.likeness, match.photo.item_id))


def _stands_out(ranked: Sequence[_Match]) -> _Match | None:
    """The first piece, when it is so alike that it may be the same, and none comes close."""
    if not ranked or ranked[0].likeness < VERY_ALIKE:
        return None
    first, next_best = ranked[0], ranked[1].likeness if len(ranked) > 1 else 0.0
    alone = first.likeness - next_best >= STANDS_OUT
    return first if alone or first.likeness >= SURE else None


def _same_photos(
    closet: Closet, originals: Sequence[str], apart: Collection[int]
) -> dict[str, HereAlready]:
    with closet.database.read() as connection:
        photos = photos_of_originals(connection, originals)
    return {
        sha256: _here(_Match(photo, 1.0), sha256)
        for sha256, found in photos.items()
        for photo in found
        if photo.item_id not in apart
    }


def _here(match: _Match, sha256: str) -> HereAlready:
    photo = match.photo
    ref = ref_of(photo.photo_id, photo.sha256, photo.recipe)
    return HereAlready(sha256, photo.item_id, ref, match.likeness, photo.sha256 == sha256)


def _described(closet: Closet, ranked: Sequence[_Match]) -> tuple[Alike, ...]:
    ids = [match.photo.item_id for match in ranked]
    cards = {card.id: card for card in gallery.cards(closet, ids)}
    with closet.database.read() as connection:
        sales = last_sales(connection, ids)
    return tuple(
        _alike(match, cards[match.photo.item_id], sales.get(match.photo.item_id), closet.currency)
        for match in ranked
        if match.photo.item_id in cards
    )


def _alike(match: _Match, card: Card, sale: tuple[int, date | None] | None, currency: str) -> Alike:
    photo = match.photo
    return Alike(
        item_id=card.id,
        card=card,
        likeness=round(match.likeness, 3),
        photo=ref_of(photo.photo_id, photo.sha256, photo.recipe),
        sold_for=Money(sale[0], currency) if sale else None,
        sold_on=sale[1] if sale else None,
    )
