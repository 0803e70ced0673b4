"""Pieces as the styling rules see them, and their reasons in the seller's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from closet_app.db.records import ItemRecord
from closet_app.domain.colors import Palette
from closet_app.domain.status import ItemStatus
from closet_app.domain.styling import KILOS, POUNDS, PostageSteps, Reason, StyleFacts, Swatch
from closet_app.domain.styling.words import folded
from closet_app.services.closet import Closet
from closet_app.services.records import Shop
from closet_app.wording import tr

FREE = frozenset({ItemStatus.LISTED, ItemStatus.DRAFT})
"""What may be recommended: pieces on hold are spoken for."""
IMPERIAL = "imperial"


def style_of(closet: Closet, record: ItemRecord) -> StyleFacts:
    """One piece with its colors' swatches from the palette."""
    palette = closet.reference.taxonomy.palette
    named = (*record.colors, *record.other_colors)
    return StyleFacts(
        id=record.id,
        title=record.title,
        department=record.department,
        category=record.category,
        subcategory=record.subcategory,
        size=record.size,
        colors=tuple(_swatch(palette, name, record.title) for name in named),
        material=record.material,
        style_words=record.style_words,
        price=record.asking_minor,
        weight=record.weight_mg,
        is_free=is_free(record),
    )


def _swatch(palette: Palette, name: str, title: str) -> Swatch:
    """The color, or the shade of it that the title names: “…, olive” rather than green."""
    words = f" {folded(title).replace(',', ' ')} "
    shades = (shade for shade in palette.shades if shade.base == name)
    told = next((shade for shade in shades if f" {folded(shade.name)} " in words), None)
    return Swatch(told.name, told.hex) if told else Swatch(name, palette.swatch(name))


def candidates_for(closet: Closet, bought: Sequence[StyleFacts]) -> list[int]:
    """Ids of the pieces of the closet that are worth judging beside what was bought."""
    from closet_app.db.companions import Wish

    palette = closet.reference.taxonomy.palette
    statuses = frozenset(status.value for status in FREE)
    wish = Wish(bought, statuses, lambda name: Swatch(name, palette.swatch(name)))
    return closet.search.companions(wish)


def is_free(record: ItemRecord) -> bool:
    """Whether a piece is here, for sale, and kept for nobody."""
    return record.deleted_at is None and record.quantity > 0 and record.status in FREE


def postage_of(shop: Shop) -> PostageSteps:
    """The steps by which postage rises where the shop is."""
    return POUNDS if shop.units == IMPERIAL else KILOS


def say_reasons(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Reasons as sentences: colors are said in lower case but where a sentence begins."""
    return tuple(_said(reason) for reason in reasons)


def _said(reason: Reason) -> str:
    facts = {
        name: value if name in _AS_TYPED else tr(value).lower() for name, value in reason.facts
    }
    words = tr(reason.words).format(**facts)
    return words[:1].upper() + words[1:]


_AS_TYPED = frozenset({"size", "weight"})
