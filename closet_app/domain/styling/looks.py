"""Three pieces that go with what was bought: every rule's points added, one piece a slot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from closet_app.domain.styling.facts import Look, Reason, StyleFacts, Verdict
from closet_app.domain.styling.harmony import color_rule
from closet_app.domain.styling.parcels import POUNDS, PostageSteps, price_rule, weight_rule
from closet_app.domain.styling.seasons import season_rule
from closet_app.domain.styling.sizing import size_rule
from closet_app.domain.styling.slots import Slot, wanted_slots
from closet_app.domain.styling.words import folded

MOST = 3
"""Pieces on the back of a card."""
MOST_REASONS = 3
_ALIKE_STYLE = 2
_MOST_STYLE = 4


def goes_with(
    bought: Sequence[StyleFacts],
    candidates: Iterable[StyleFacts],
    *,
    most: int = MOST,
    postage: PostageSteps = POUNDS,
) -> tuple[Look, ...]:
    """At most `most` pieces that go with `bought`, the best first, each of another slot.

    Never one of `bought`, nor one that is not free; the order of `candidates` does not matter.
    """
    return one_of_each(ranked(bought, candidates, postage=postage), most)


def ranked(
    bought: Sequence[StyleFacts],
    candidates: Iterable[StyleFacts],
    *,
    postage: PostageSteps = POUNDS,
) -> tuple[Look, ...]:
    """Every piece that goes with `bought`, the best first."""
    own = {piece.id for piece in bought}
    free = (piece for piece in candidates if piece.is_free and piece.id not in own)
    slots = wanted_slots(piece.slot for piece in bought)
    looks = (look_at(bought, piece, slots, postage) for piece in free)
    found = {look.id: look for look in looks if look is not None and look.points > 0}
    return tuple(sorted(found.values(), key=lambda look: (-look.points, look.id)))


def one_of_each(looks: Iterable[Look], most: int = MOST) -> tuple[Look, ...]:
    """The first of each slot, at most `most`."""
    first: dict[Slot, Look] = {}
    for look in looks:
        first.setdefault(look.slot, look)
    return tuple(first.values())[:most]


def look_at(
    bought: Sequence[StyleFacts],
    piece: StyleFacts,
    slots: dict[Slot, int] | None = None,
    postage: PostageSteps = POUNDS,
) -> Look | None:
    """What speaks for one piece beside `bought`; None when it is not for who bought them."""
    wanted = wanted_slots(each.slot for each in bought) if slots is None else slots
    slot = piece.slot
    pairs = [_pair(each, piece) for each in bought if _same_people(each, piece)]
    if slot not in wanted or not pairs or None in pairs:
        return None
    whole = (price_rule(bought, piece), weight_rule(bought, piece, postage))
    beside = [max(column, key=_points) for column in zip(*filter(None, pairs), strict=True)]
    verdicts = (*beside, *reversed(whole))
    reasons = tuple(each.reason for each in verdicts if each.reason and each.points > 0)
    points = wanted[slot] + sum(each.points for each in verdicts)
    return Look(piece.id, slot, points, tuple(dict.fromkeys(reasons))[:MOST_REASONS])


def _pair(
    bought: StyleFacts, piece: StyleFacts
) -> tuple[Verdict, Verdict, Verdict, Verdict] | None:
    """Color, size, season and style of one pair; None when it does not fit."""
    size = size_rule(bought, piece)
    if size is None:
        return None
    return color_rule(bought, piece), size, season_rule(bought, piece), _style_rule(bought, piece)


def _points(verdict: Verdict) -> int:
    return verdict.points


def _style_rule(bought: StyleFacts, piece: StyleFacts) -> Verdict:
    both = sorted(
        {folded(word) for word in bought.style_words} & set(map(folded, piece.style_words))
    )
    if not both:
        return Verdict()
    points = min(_MOST_STYLE, _ALIKE_STYLE * len(both))
    return Verdict(points, Reason("Both {style}", (("style", both[0]),)))


def _same_people(bought: StyleFacts, piece: StyleFacts) -> bool:
    """A department that is not filled in suits all."""
    one, other = folded(bought.department), folded(piece.department)
    return not one or not other or one == other
