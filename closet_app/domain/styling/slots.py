"""Where a piece is worn, and what completes an outfit, as tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from closet_app.domain.styling.words import folded


class Slot(StrEnum):
    """A place of an outfit that one piece fills."""

    TOP = "top"
    BOTTOM = "bottom"
    DRESS = "dress"
    LAYER = "layer"
    SHOES = "shoes"
    BAG = "bag"
    HAT = "hat"
    SCARF = "scarf"
    BELT = "belt"
    JEWELRY = "jewelry"
    EXTRA = "extra"
    SWIM = "swim"
    SLEEP = "sleep"
    HOME = "home"
    OTHER = "other"


GARMENTS = frozenset({Slot.TOP, Slot.BOTTOM, Slot.DRESS, Slot.LAYER, Slot.SWIM, Slot.SLEEP})
"""What is sized like clothes: a size of one says something about another."""

_BY_SUBCATEGORY: Mapping[str, Slot] = MappingProxyType(
    {
        "cardigans": Slot.LAYER,
        "cardigan": Slot.LAYER,
        "shrugs & ponchos": Slot.LAYER,
        "zip up": Slot.LAYER,
        "jumpsuits & rompers": Slot.DRESS,
        "pantsuits": Slot.DRESS,
        "skirt sets": Slot.DRESS,
        "kaftans": Slot.DRESS,
        "hats": Slot.HAT,
        "scarves & wraps": Slot.SCARF,
        "gloves & mittens": Slot.SCARF,
        "belts": Slot.BELT,
        "coverups": Slot.LAYER,
        "wallets": Slot.EXTRA,
    }
)
_BY_CATEGORY: Mapping[str, Slot] = MappingProxyType(
    {
        "tops": Slot.TOP,
        "shirts": Slot.TOP,
        "shirts & tops": Slot.TOP,
        "sweaters": Slot.TOP,
        "jeans": Slot.BOTTOM,
        "pants": Slot.BOTTOM,
        "pants & jumpsuits": Slot.BOTTOM,
        "bottoms": Slot.BOTTOM,
        "shorts": Slot.BOTTOM,
        "skirts": Slot.BOTTOM,
        "dresses": Slot.DRESS,
        "one pieces": Slot.DRESS,
        "matching sets": Slot.DRESS,
        "jackets & coats": Slot.LAYER,
        "suits & blazers": Slot.LAYER,
        "shoes": Slot.SHOES,
        "bags": Slot.BAG,
        "jewelry": Slot.JEWELRY,
        "accessories": Slot.EXTRA,
        "swim": Slot.SWIM,
        "intimates & sleepwear": Slot.SLEEP,
        "underwear & socks": Slot.SLEEP,
        "pajamas": Slot.SLEEP,
        "accents": Slot.HOME,
        "art": Slot.HOME,
        "bath": Slot.HOME,
        "bedding": Slot.HOME,
        "dining": Slot.HOME,
        "kitchen": Slot.HOME,
        "wall decor": Slot.HOME,
    }
)
_BY_WORD: Mapping[str, Slot] = MappingProxyType(
    {
        **dict.fromkeys(("dress", "gown", "jumpsuit", "romper"), Slot.DRESS),
        **dict.fromkeys(
            ("jacket", "coat", "blazer", "cardigan", "vest", "parka", "anorak", "cape"), Slot.LAYER
        ),
        **dict.fromkeys(
            ("jeans", "pants", "trousers", "shorts", "skirt", "leggings", "chinos", "joggers"),
            Slot.BOTTOM,
        ),
        **dict.fromkeys(
            ("tee", "shirt", "top", "blouse", "sweater", "jumper", "hoodie", "tank", "polo"),
            Slot.TOP,
        ),
        **dict.fromkeys(
            ("shoes", "boots", "heels", "sneakers", "sandals", "loafers", "flats", "pumps"),
            Slot.SHOES,
        ),
        **dict.fromkeys(("bag", "tote", "purse", "clutch", "backpack", "satchel"), Slot.BAG),
        **dict.fromkeys(("hat", "cap", "beanie", "beret"), Slot.HAT),
        **dict.fromkeys(("scarf", "shawl", "gloves", "mittens"), Slot.SCARF),
        "belt": Slot.BELT,
        **dict.fromkeys(("necklace", "earrings", "bracelet", "ring", "brooch"), Slot.JEWELRY),
        **dict.fromkeys(("swimsuit", "bikini"), Slot.SWIM),
        **dict.fromkeys(("pajamas", "robe", "nightgown"), Slot.SLEEP),
    }
)
"""For pieces of a category of the seller's own: the last such word of a title names it."""

COMPLETES: Mapping[Slot, Mapping[Slot, int]] = MappingProxyType(
    {
        Slot.TOP: {
            Slot.BOTTOM: 20, Slot.LAYER: 15, Slot.SHOES: 12, Slot.BAG: 9, Slot.HAT: 8,
            Slot.SCARF: 8, Slot.BELT: 6, Slot.JEWELRY: 8, Slot.EXTRA: 4,
        },
        Slot.BOTTOM: {
            Slot.TOP: 20, Slot.LAYER: 14, Slot.SHOES: 14, Slot.BELT: 10, Slot.BAG: 8,
            Slot.HAT: 6, Slot.SCARF: 6, Slot.JEWELRY: 5, Slot.EXTRA: 4,
        },
        Slot.DRESS: {
            Slot.LAYER: 20, Slot.SHOES: 18, Slot.BAG: 12, Slot.JEWELRY: 10, Slot.HAT: 9,
            Slot.SCARF: 9, Slot.BELT: 9, Slot.EXTRA: 5,
        },
        Slot.LAYER: {
            Slot.DRESS: 16, Slot.TOP: 16, Slot.BOTTOM: 16, Slot.SHOES: 12, Slot.SCARF: 10,
            Slot.HAT: 9, Slot.BAG: 9, Slot.JEWELRY: 4, Slot.EXTRA: 4,
        },
        Slot.SHOES: {
            Slot.BOTTOM: 16, Slot.DRESS: 16, Slot.BAG: 14, Slot.TOP: 11, Slot.LAYER: 11,
            Slot.BELT: 8, Slot.HAT: 5, Slot.SCARF: 5, Slot.JEWELRY: 5, Slot.EXTRA: 5,
        },
        Slot.BAG: {
            Slot.SHOES: 15, Slot.DRESS: 14, Slot.LAYER: 13, Slot.TOP: 10, Slot.BOTTOM: 10,
            Slot.SCARF: 9, Slot.JEWELRY: 8, Slot.HAT: 7, Slot.BELT: 7, Slot.EXTRA: 9,
        },
        Slot.HAT: {
            Slot.LAYER: 14, Slot.SCARF: 14, Slot.TOP: 12, Slot.DRESS: 12, Slot.BAG: 8,
            Slot.SHOES: 8, Slot.BOTTOM: 8, Slot.EXTRA: 7, Slot.JEWELRY: 4,
        },
        Slot.SCARF: {
            Slot.LAYER: 16, Slot.HAT: 14, Slot.TOP: 12, Slot.DRESS: 12, Slot.BAG: 9,
            Slot.BOTTOM: 8, Slot.SHOES: 8, Slot.JEWELRY: 5, Slot.EXTRA: 6,
        },
        Slot.BELT: {
            Slot.BOTTOM: 16, Slot.DRESS: 14, Slot.SHOES: 12, Slot.BAG: 10, Slot.TOP: 9,
            Slot.LAYER: 8, Slot.EXTRA: 5,
        },
        Slot.JEWELRY: {
            Slot.DRESS: 15, Slot.TOP: 13, Slot.BAG: 10, Slot.SCARF: 8, Slot.LAYER: 8,
            Slot.SHOES: 8, Slot.BOTTOM: 6, Slot.EXTRA: 6,
        },
        Slot.EXTRA: {
            Slot.BAG: 12, Slot.HAT: 11, Slot.SCARF: 11, Slot.LAYER: 10, Slot.TOP: 10,
            Slot.DRESS: 10, Slot.SHOES: 9, Slot.BOTTOM: 9, Slot.JEWELRY: 8, Slot.BELT: 8,
        },
        Slot.SWIM: {
            Slot.HAT: 15, Slot.BAG: 14, Slot.SHOES: 12, Slot.LAYER: 10, Slot.DRESS: 10,
            Slot.EXTRA: 10, Slot.BOTTOM: 9, Slot.TOP: 7,
        },
        Slot.SLEEP: {Slot.LAYER: 8, Slot.TOP: 8, Slot.BOTTOM: 7, Slot.EXTRA: 6, Slot.SCARF: 6},
        Slot.HOME: {Slot.HOME: 12, Slot.OTHER: 6},
        Slot.OTHER: {Slot.OTHER: 10, Slot.HOME: 6},
    }
)  # fmt: skip
"""How much each slot completes another: what one would look for first scores the most."""

ANOTHER = 2
"""For one more piece of a slot that was bought: something to wear in turn."""


@lru_cache(maxsize=8_192)
def slot_of(category: str, subcategory: str, title: str = "") -> Slot:
    """Where a piece is worn: by its subcategory, its category, else the last word that tells."""
    named = _BY_SUBCATEGORY.get(folded(subcategory)) or _BY_CATEGORY.get(folded(category))
    if named:
        return named
    words = re.findall(r"\w+", folded(f"{subcategory} {category} {title.partition(',')[0]}"))
    telling = [_BY_WORD[word] for word in words if word in _BY_WORD]
    return telling[-1] if telling else Slot.OTHER


def wanted_slots(bought: Iterable[Slot]) -> dict[Slot, int]:
    """What completes these slots, with its points; a slot that is filled only as another one."""
    filled = frozenset(bought)
    wanted: dict[Slot, int] = {}
    for slot in filled:
        for other, points in COMPLETES[slot].items():
            wanted[other] = max(points, wanted.get(other, 0))
    clothed = frozenset({Slot.TOP, Slot.BOTTOM}) <= filled or Slot.DRESS in filled
    if clothed:
        filled |= {Slot.DRESS, Slot.TOP, Slot.BOTTOM}
    return wanted | dict.fromkeys(filled - {Slot.HOME, Slot.OTHER}, ANOTHER)
