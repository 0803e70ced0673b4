"""Pieces that most likely go with what was bought, from the columns of all pieces.

The styling rules judge one pair at a time; here the points for slot, size, color and price of a
hundred thousand pieces are added up at once, and only the best of each slot are judged in full.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from closet_app.db.columns import Mask, Numbers, value_key
from closet_app.db.shelf import Shelf
from closet_app.domain.styling import (
    FAR,
    Slot,
    StyleFacts,
    Swatch,
    harmony,
    size_place,
    slot_of,
    wanted_slots,
)
from closet_app.domain.styling.words import folded

Points = NDArray[np.int64]
_SLOTS = tuple(Slot)
_PLACE = {slot: place for place, slot in enumerate(_SLOTS)}
_FITS, _ONE_OFF = 10, 1
_DEARER, _DEAR_POINTS = 3.0, -8
_OUT = -1_000
_UNTOLD = Slot.OTHER
_UNTOLD_POINTS = 6
"""For pieces whose slot only their title tells."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What was bought, which statuses are free, and how a color's name looks."""

    bought: Sequence[StyleFacts]
    statuses: frozenset[str]
    swatch: Callable[[str], Swatch]
    of_each: int = 12


def shortlist(shelf: Shelf, wish: Wish) -> list[int]:
    """Ids of free pieces, the best `of_each` of every slot that completes what was bought."""
    ids = np.flatnonzero(_free(shelf, wish) & _for_the_same(shelf, wish))
    slots = _slots(shelf, ids)
    points = _slot_points(wish)[slots] + _size_points(shelf, wish, ids, slots)
    points += _color_points(shelf, wish)[ids] + _price_points(shelf, wish, ids)
    found: list[int] = []
    for slot in np.unique(slots):
        here = np.flatnonzero((slots == slot) & (points > 0))
        best = here[np.lexsort((ids[here], -points[here]))[: wish.of_each]]
        found.extend(ids[best].tolist())
    return found


def _free(shelf: Shelf, wish: Wish) -> Mask:
    status = shelf.texts["status"]
    wanted = np.zeros(len(status.values.keys), np.bool_)
    for name in wish.statuses:
        wanted |= status.values.matching(value_key(name))
    free: Mask = shelf.stock & status.matching(wanted) & (shelf.numbers["quantity"].data > 0)
    free[[piece.id for piece in wish.bought if piece.id < len(free)]] = False
    return free


def _for_the_same(shelf: Shelf, wish: Wish) -> Mask:
    """Pieces of the departments bought from; a department that is not filled in suits all."""
    column = shelf.texts["department"]
    named = {folded(piece.department) for piece in wish.bought}
    shown = column.values.shown
    wanted = np.array(
        [not name or "" in named or folded(name) in named for name in shown], np.bool_
    )
    return column.matching(wanted)


def _slots(shelf: Shelf, ids: Numbers) -> NDArray[np.int64]:
    """The slot of each piece, worked out once for every category and subcategory."""
    categories, subcategories = shelf.texts["category"], shelf.texts["subcategory"]
    width = len(subcategories.values.shown)
    keys = categories.data[ids].astype(np.int64) * width + subcategories.data[ids]
    pairs, where = np.unique(keys, return_inverse=True)
    told = [
        _PLACE[
            slot_of(categories.values.shown[key // width], subcategories.values.shown[key % width])
        ]
        for key in pairs.tolist()
    ]
    return np.array(told, np.int64)[where] if told else np.zeros(0, np.int64)


def _slot_points(wish: Wish) -> Points:
    points = np.full(len(_SLOTS), _OUT, np.int64)
    points[_PLACE[_UNTOLD]] = _UNTOLD_POINTS
    for slot, given in wanted_slots(piece.slot for piece in wish.bought).items():
        points[_PLACE[slot]] = given
    return points


def _size_points(shelf: Shelf, wish: Wish, ids: Numbers, slots: NDArray[np.int64]) -> Points:
    """What fits what was bought; worked out once for every department, slot and size."""
    departments, sizes = shelf.texts["department"], shelf.texts["size"]
    width, count = len(sizes.values.shown), len(departments.values.shown)
    keys = (slots * count + departments.data[ids]) * width + sizes.data[ids]
    kinds, where = np.unique(keys, return_inverse=True)
    bought = [
        place
        for piece in wish.bought
        if (place := size_place(folded(piece.department), piece.slot, piece.size))
    ]
    told = []
    for key in kinds.tolist():
        left, size = divmod(key, width)
        slot, department = divmod(left, count)
        name = folded(departments.values.shown[department])
        place = size_place(name, _SLOTS[slot], sizes.values.shown[size])
        told.append(_fit(bought, place))
    return np.array(told, np.int64)[where] if told else np.zeros(0, np.int64)


def _fit(bought: Sequence[tuple[str, float]], place: tuple[str, float] | None) -> int:
    if place is None:
        return 0
    steps = [abs(step - place[1]) for scale, step in bought if scale == place[0]]
    if not steps:
        return 0
    if max(steps) >= FAR:
        return _OUT
    return _FITS if min(steps) < 1 else _ONE_OFF


def _color_points(shelf: Shelf, wish: Wish) -> Points:
    """The best harmony of any color of each piece with any that was bought."""
    swatches = [wish.swatch(name) for name in shelf.colors.values.shown]
    own = [color for piece in wish.bought for color in piece.colors[:2]]
    told = [max((harmony(one, other).points for one in own), default=0) for other in swatches]
    points = np.full(shelf.size, _OUT, np.int64)
    np.maximum.at(points, shelf.colors.ids, np.array(told, np.int64)[shelf.colors.data])
    points[points == _OUT] = 0
    return points


def _price_points(shelf: Shelf, wish: Wish, ids: Numbers) -> Points:
    paid = [piece.price for piece in wish.bought if piece.price]
    if not paid:
        return np.zeros(len(ids), np.int64)
    highest = _DEARER * sum(paid) / len(paid)
    return np.where(shelf.numbers["asking_minor"].data[ids] > highest, _DEAR_POINTS, 0)
