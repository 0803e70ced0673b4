"""Facts from the text on photos: the shipped vocabulary with the seller's own brands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from closet_app.db.sold_alike import own_words
from closet_app.domain.tags import BrandBook, TagBook, TagFacts, TagLine, read_tag
from closet_app.domain.titles import TitleBook
from closet_app.photo.looks import TextLine
from closet_app.services.closet import Closet

_KEPT = 2_048


@dataclass(frozen=True, slots=True)
class TagReader:
    """Reads labels; `own` are the seller's brands, which come before the shipped ones."""

    resources: Path
    own: tuple[str, ...] = ()

    def facts(self, lines: Sequence[TextLine]) -> TagFacts:
        """What the lines of one photo say."""
        told = tuple(TagLine(line.text, line.confidence, line.height) for line in lines)
        return _facts(self.resources, self.own, told)


def reader_of(closet: Closet) -> TagReader:
    """A reader that knows the brands of this closet."""
    with closet.database.read() as connection:
        own = own_words(connection, "brand")
    return TagReader(closet.reference.folder, tuple(own))


@lru_cache(maxsize=2)
def title_book(resources: Path) -> TitleBook:
    """How titles are put together, read once."""
    return TitleBook.from_toml((resources / "tags" / "titles.toml").read_text("utf-8"))


@lru_cache(maxsize=_KEPT)
def _facts(resources: Path, own: tuple[str, ...], lines: tuple[TagLine, ...]) -> TagFacts:
    return read_tag(lines, _tag_book(resources), _brand_book(resources, own))


@lru_cache(maxsize=2)
def _tag_book(resources: Path) -> TagBook:
    folder = resources / "tags"
    return TagBook.from_toml(
        {stem: (folder / f"{stem}.toml").read_text("utf-8") for stem in ("fibers", "words")}
    )


@lru_cache(maxsize=2)
def _shipped(resources: Path) -> BrandBook:
    return BrandBook.from_toml((resources / "brands" / "brands.toml").read_text("utf-8"))


@lru_cache(maxsize=4)
def _brand_book(resources: Path, own: tuple[str, ...]) -> BrandBook:
    return _shipped(resources).with_own(own)
