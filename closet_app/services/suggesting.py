"""What the photos of a piece suggest for its blank fields; nothing here writes anything.

Every suggestion names the photo, the place and the words it was read from. What is doubtful is not
suggested at all: `LEAST` holds how sure each field has to be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from closet_app.domain.barcodes import normal_barcode
from closet_app.domain.fields import FIELD, MOST_COLORS
from closet_app.domain.suggestions import Origin, Suggestion
from closet_app.errors import InvalidValueError
from closet_app.photo.looks import Measures, Reading, Shot
from closet_app.services.closet import Closet
from closet_app.services.manners import manner_of
from closet_app.wording.values import parse_field

Seen = tuple[str, Measures | None, Reading | None]
"""A photo's SHA-256, and what is known of it so far."""

LEAST: Mapping[str, float] = {"brand": 0.6, "category": 0.5, "department": 0.7, "asking": 0.3}
LEAST_ELSEWHERE = 0.6

_SECOND_COLOR_FROM = 0.2
_BARCODE_FORMATS = frozenset({"UPC-A", "UPC-E", "EAN-13", "EAN-8"})


def suggestions_for(
    closet: Closet,
    photos: Sequence[Seen],
    facts: Mapping[str, str],
    dismissed: Collection[str] = (),
) -> Mapping[str, Suggestion]:
    """Suggestions by field for a piece with these photos, the cover first.

    `facts` are its filled fields as typed: none of these gets a suggestion. `dismissed` are the
    keys of suggestions that the seller turned down.
    """
    manner = manner_of(closet)
    found: dict[str, Suggestion] = {}
    for suggestion in (*_barcodes(photos), *_colors(closet, photos)):
        field = suggestion.field
        if field in found or facts.get(field, "").strip() or suggestion.key in dismissed:
            continue
        if suggestion.confidence < LEAST.get(field, LEAST_ELSEWHERE):
            continue
        try:
            parse_field(FIELD[field], suggestion.value, manner)
        except InvalidValueError:
            continue
        found[field] = suggestion
    return found


def _barcodes(photos: Sequence[Seen]) -> Iterator[Suggestion]:
    for sha256, _, reading in photos:
        for code in reading.codes if reading else ():
            number = normal_barcode(code.text) if code.format in _BARCODE_FORMATS else ""
            if number:
                yield Suggestion("upc", number, 0.99, Origin.BARCODE, sha256, code.box)


def _colors(closet: Closet, photos: Sequence[Seen]) -> Iterator[Suggestion]:
    """The strongest colors of the first photo that shows the garment."""
    palette = closet.reference.taxonomy.palette
    for sha256, measures, reading in photos:
        if measures and measures.shot is Shot.TAG:
            continue
        shares = (reading.colors if reading else ()) or (measures.colors if measures else ())
        bases: dict[str, float] = {}
        for one in shares:
            known = palette.named(one.name)
            base = known.base if known else one.name
            bases[base] = bases.get(base, 0.0) + one.share
        strong = sorted(bases, key=lambda name: -bases[name])[:MOST_COLORS]
        named = [name for name in strong[:1] if name]
        named += [name for name in strong[1:] if bases[name] >= _SECOND_COLOR_FROM]
        if named:
            sure = min(0.95, 0.5 + sum(bases[name] for name in named) / 2)
            box = reading.subject if reading else None
            box = box or (measures.subject if measures else None)
            value = ", ".join(named)
            yield Suggestion("colors", value, round(sure, 3), Origin.PHOTO, sha256, box)
            return
