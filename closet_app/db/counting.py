"""The counts of facets and totals, from masks over the columns of all pieces."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from closet_app.db.columns import NONE, Mask, Numbers
from closet_app.db.facets import AGE_BARS, AGE_STEP, GROUPS, Facets, Totals
from closet_app.db.matching import Matcher
from closet_app.db.shelf import Shelf

_IN_STOCK = ("draft", "listed", "on hold")


def count_facets(
    shelf: Shelf, matcher: Matcher, masks: Sequence[tuple[str, Mask]], within: Mask
) -> Facets:
    """The facets of the pieces `within` for which all `masks` hold."""
    everything = _all_but(masks, within, None)
    groups = {key: _counted(matcher, key, _own(masks, within, key, everything)) for key in GROUPS}
    ages = matcher.ages()[_own(masks, within, "age", everything)]
    on = _own(masks, within, "on", everything)
    listed = shelf.listed_on.present()
    return Facets(
        count_totals(shelf, everything),
        groups,
        _bars(ages),
        int(np.count_nonzero(on & ~listed)),
    )


def count_totals(shelf: Shelf, found: Mask) -> Totals:
    """How many pieces these are and what those in stock come to."""
    status = shelf.texts["status"]
    stocked = np.zeros(len(status.values.keys), np.bool_)
    for name in _IN_STOCK:
        stocked |= status.values.matching(name)
    ids = np.flatnonzero(found & status.matching(stocked))
    pieces = shelf.numbers["quantity"].data[ids]
    asking = shelf.numbers["asking_minor"].data[ids]
    keep = shelf.numbers["keep_minor"].data[ids]
    return Totals(
        int(np.count_nonzero(found)), _exact_sum(asking, pieces), _exact_sum(keep, pieces)
    )


def _own(masks: Sequence[tuple[str, Mask]], within: Mask, key: str, everything: Mask) -> Mask:
    if any(filtered == key for filtered, _ in masks):
        return _all_but(masks, within, key)
    return everything


def _all_but(masks: Sequence[tuple[str, Mask]], within: Mask, key: str | None) -> Mask:
    found = within.copy()
    for filtered, mask in masks:
        if filtered != key:
            found &= mask
    return found


def _counted(matcher: Matcher, key: str, found: Mask) -> tuple[tuple[str, int], ...]:
    column = matcher.column(key)
    counts = column.counts(found)
    counts[0] = 0
    present = np.flatnonzero(counts)
    in_order = present[np.argsort(-counts[present], kind="stable")]
    shown = column.values.shown
    return tuple((shown[code], int(counts[code])) for code in in_order.tolist())


def _bars(ages: Numbers) -> tuple[int, ...]:
    known = ages[ages != NONE]
    bars = np.clip(known // AGE_STEP, 0, AGE_BARS - 1)
    return tuple(np.bincount(bars, minlength=AGE_BARS).tolist())


def _exact_sum(amounts: Numbers, pieces: Numbers) -> int:
    """The sum of amounts times pieces, which may not fit 64 bits."""
    known = (amounts != NONE) & (pieces > 0)
    amounts, pieces = amounts[known], pieces[known]
    single = amounts[pieces == 1]
    total = (int((single >> 32).sum()) << 32) + int((single & 0xFFFFFFFF).sum())
    several = pieces > 1
    pairs = zip(amounts[several].tolist(), pieces[several].tolist(), strict=True)
    return total + sum(int(amount) * int(count) for amount, count in pairs)
