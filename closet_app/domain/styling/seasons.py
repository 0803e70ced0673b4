"""When a piece is worn, told by its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from closet_app.domain.styling.facts import Reason, StyleFacts, Verdict
from closet_app.domain.text import fold

WARM, COLD = "warm", "cold"
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                "summer", "beach", "linen", "straw", "chiffon", "sandals", "sandal", "shorts",
                "tropical", "swim", "espadrilles", "tank", "sundress", "eyelet", "raffia",
                "bermuda", "sleeveless", "bikinis", "sarongs", "surf",
            ),
            WARM,
        ),
        **dict.fromkeys(
            (
                "winter", "wool", "down", "puffer", "puffers", "fleece", "corduroy", "coat",
                "coats", "cashmere", "flannel", "fur", "turtlenecks", "turtleneck", "mohair",
                "shearling", "boots", "beanie", "gloves", "mittens", "tweed", "snow", "ski",
                "alpaca", "fall",
            ),
            COLD,
        ),
    }
)  # fmt: skip
_SAID = MappingProxyType({WARM: "Both for warm days", COLD: "Both for cold days"})


def season_rule(bought: StyleFacts, piece: StyleFacts) -> Verdict:
    """Whether both are worn at the same time of the year."""
    one, other = season_of(bought), season_of(piece)
    if not one or not other:
        return Verdict()
    return Verdict(4, Reason(_SAID[one])) if one == other else Verdict(-9)


def season_of(piece: StyleFacts) -> str:
    """`WARM`, `COLD`, or empty for a piece of any time."""
    return _season(
        piece.title, piece.subcategory, piece.category, piece.material, piece.style_words
    )


@lru_cache(maxsize=8_192)
def _season(
    title: str, subcategory: str, category: str, material: str, styles: tuple[str, ...]
) -> str:
    # The category “Jackets & Coats” holds bombers too, so its own words tell nothing.
    named = "" if "&" in category else category
    text = fold(" ".join((title, subcategory, named, material, *styles)))
    told = [_WORDS[word] for word in re.findall(r"\w+", text) if word in _WORDS]
    warm, cold = told.count(WARM), told.count(COLD)
    if warm == cold:
        return ""
    return WARM if warm > cold else COLD
