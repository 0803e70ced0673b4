"""What the photos of a piece suggest for its blank fields; nothing here writes anything.

Every suggestion names the photo, the place and the words it was read from. What is doubtful is not
suggested at all: `LEAST` holds how sure each field has to be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from closet_app.db.sold_alike import own_words
from closet_app.domain.barcodes import normal_barcode
from closet_app.domain.boxes import Box
from closet_app.domain.checking import split_words
from closet_app.domain.fields import FIELD
from closet_app.domain.suggestions import Origin, Suggestion
from closet_app.domain.tags import TagFact, TagFacts
from closet_app.domain.text import fold
from closet_app.domain.titles import Known
from closet_app.errors import InvalidValueError
from closet_app.photo.looks import TextLine
from closet_app.services.asking import sold_like_it
from closet_app.services.closet import Closet
from closet_app.services.garment_colors import Seen, color_suggestions
from closet_app.services.garments import (
    department_suggestions,
    garment_views,
    place_suggestions,
)
from closet_app.services.manners import manner_of
from closet_app.services.tag_reading import reader_of, title_book
from closet_app.wording import Manner
from closet_app.wording.values import parse_field, say_field

LEAST: Mapping[str, float] = {
    "category": 0.5, "subcategory": 0.55, "department": 0.7, "asking": 0.4, "other_colors": 0.5,
}  # fmt: skip
LEAST_ELSEWHERE = 0.55

_FROM_FACTS = 0.7
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
    found = _Found(manner_of(closet), facts, frozenset(dismissed))
    found.take(_barcodes(photos))
    found.take(tag_suggestions(closet, photos))
    found.take(color_suggestions(closet.reference.taxonomy.palette, photos))
    _take_place(closet, photos, found)
    found.take(_size_system(closet, found))
    found.take(_from_facts(closet, facts))
    found.take(_asking(closet, found))
    return found.by_field


def matches_tag(facts: Mapping[str, str], read: Mapping[str, Suggestion]) -> frozenset[str]:
    """The filled fields that say what was read on a tag; `read` as `tag_suggestions` by field."""
    return frozenset(
        field
        for field, suggestion in read.items()
        if suggestion.origin is Origin.TAG
        and facts.get(field, "").strip()
        and fold(facts[field]) == fold(suggestion.value)
    )


def tag_suggestions(closet: Closet, photos: Sequence[Seen]) -> tuple[Suggestion, ...]:
    """All that is read on tags, filled fields or not; of several photos the most certain."""
    reader = reader_of(closet)
    best: dict[str, Suggestion] = {}
    for sha256, _, reading in photos:
        if reading is None or not reading.lines:
            continue
        for one in _of_tag(reader.facts(reading.lines), sha256, reading.lines):
            known = best.get(one.field)
            if known is None or one.confidence > known.confidence:
                best[one.field] = one
    return tuple(best.values())


@dataclass(slots=True)
class _Found:
    """Suggestions that stand so far: sure enough, wanted, and what their field can hold."""

    manner: Manner
    facts: Mapping[str, str]
    dismissed: frozenset[str]
    by_field: dict[str, Suggestion]

    def __init__(self, manner: Manner, facts: Mapping[str, str], dismissed: frozenset[str]) -> None:
        self.manner, self.facts, self.dismissed = manner, facts, dismissed
        self.by_field = {}

    def take(self, suggestions: Iterable[Suggestion]) -> None:
        """Keep those that stand; the first of a field wins."""
        for one in suggestions:
            if one.field not in self.by_field and self._stands(one):
                self.by_field[one.field] = one

    def known(self, field: str) -> str:
        """What is filled in, else what is suggested."""
        suggested = self.by_field.get(field)
        return self.facts.get(field, "").strip() or (suggested.value if suggested else "")

    def _stands(self, one: Suggestion) -> bool:
        if self.facts.get(one.field, "").strip() or one.key in self.dismissed:
            return False
        if one.confidence < LEAST.get(one.field, LEAST_ELSEWHERE):
            return False
        try:
            parse_field(FIELD[one.field], one.value, self.manner)
        except InvalidValueError:
            return False
        return True


def _barcodes(photos: Sequence[Seen]) -> Iterator[Suggestion]:
    for sha256, _, reading in photos:
        for code in reading.codes if reading else ():
            number = normal_barcode(code.text) if code.format in _BARCODE_FORMATS else ""
            if number:
                yield Suggestion("upc", number, 0.99, Origin.BARCODE, sha256, code.box)


def _of_tag(facts: TagFacts, sha256: str, lines: Sequence[TextLine]) -> Iterator[Suggestion]:
    fields = {
        "brand": facts.brand,
        "size": facts.size,
        "material": facts.material,
        "department": facts.department,
        "notes": _remark(facts),
    }
    for field, fact in fields.items():
        if fact is not None:
            yield _read_at(field, fact, sha256, lines)
    if facts.size and facts.size_system:
        system = TagFact(facts.size_system, facts.size.confidence, facts.size.lines)
        yield _read_at("size_system", system, sha256, lines)


def _remark(facts: TagFacts) -> TagFact | None:
    """RN and CA numbers, where it was made and how to care for it: kept in the notes."""
    made = facts.made_in
    parts = [
        *(fact for fact in (facts.rn, facts.ca) if fact),
        *((TagFact(f"Made in {made.value}", made.confidence, made.lines),) if made else ()),
        *facts.care,
    ]
    if not parts:
        return None
    said = ". ".join(part.value for part in parts)
    lines = tuple(sorted({at for part in parts for at in part.lines}))
    return TagFact(f"{said}.", min(part.confidence for part in parts), lines)


def _read_at(field: str, fact: TagFact, sha256: str, lines: Sequence[TextLine]) -> Suggestion:
    read = [lines[at] for at in fact.lines]
    words = tuple(line.text for line in read)
    box = _around([line.box for line in read])
    return Suggestion(field, fact.value, round(fact.confidence, 3), Origin.TAG, sha256, box, words)


def _around(boxes: Sequence[Box]) -> Box | None:
    if not boxes:
        return None
    return Box(
        min(box.left for box in boxes), min(box.top for box in boxes),
        max(box.right for box in boxes), max(box.bottom for box in boxes),
    )  # fmt: skip


def _take_place(closet: Closet, photos: Sequence[Seen], found: _Found) -> None:
    views = garment_views([(sha256, measures) for sha256, measures, _ in photos])
    found.take(department_suggestions(views))
    with closet.database.read() as connection:
        usual = own_words(connection, "department")
    department = found.known("department")
    places = place_suggestions(views, closet.reference.folder, department, usual)
    if not found.facts.get("category", "").strip():
        found.take(places)
    else:
        category = fold(found.facts["category"])
        both = list(places)
        if both and fold(both[0].value) == category:
            found.take(both[1:])


def _size_system(closet: Closet, found: _Found) -> Iterator[Suggestion]:
    """The system of the chart that has the size, when the label names none."""
    size = found.by_field.get("size")
    if size is None:
        return
    place = tuple(found.known(key) for key in ("department", "category", "subcategory"))
    system = closet.reference.taxonomy.sizes.system_of(size.value, *place) if all(place[:2]) else ""
    if system:
        yield Suggestion(
            "size_system", system, round(size.confidence * 0.9, 3), size.origin,
            size.sha256, size.box, size.lines,
        )  # fmt: skip


def _from_facts(closet: Closet, facts: Mapping[str, str]) -> Iterator[Suggestion]:
    """Title and style words, from accepted facts alone."""
    book = title_book(closet.reference.folder)
    shades = split_words(facts.get("other_colors", ""))
    known = Known(
        brand=facts.get("brand", ""),
        category=facts.get("category", ""),
        subcategory=facts.get("subcategory", ""),
        size_system=facts.get("size_system", ""),
        material=facts.get("material", ""),
        colors=shades or split_words(facts.get("colors", "")),
        style_words=split_words(facts.get("style_words", "")),
    )
    if title := book.title(known):
        yield Suggestion("title", title, _FROM_FACTS, Origin.FACTS)
    if words := book.style_words(known):
        yield Suggestion("style_words", ", ".join(words), _FROM_FACTS, Origin.FACTS)


def _asking(closet: Closet, found: _Found) -> Iterator[Suggestion]:
    place = [found.known(key) for key in ("category", "subcategory", "brand")]
    sold = sold_like_it(closet, *place)
    if sold:
        price = say_field(FIELD["asking"], sold.price, found.manner)
        yield Suggestion("asking", price, sold.confidence, Origin.SIMILAR, similar=sold.item_ids)
