"""Which order each of several labels is for, as far as its words and its file's name tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from closet_app.domain.carriers import plain_number
from closet_app.domain.progress import SILENT, Progress
from closet_app.domain.text import fold
from closet_app.errors import UserError
from closet_app.services.closet import Closet
from closet_app.services.order_files import look_at_label
from closet_app.services.pack_station import to_pack
from closet_app.services.records.packing import PackOrder
from closet_app.wording import tr

_WORDS = re.compile(r"[^\W_]+")
_SHORTEST_NUMBER = 8
"""A tracking number of fewer signs may stand on a label by chance."""
_SHORTEST_ORDER = 3
"""Digits of an order's number in a file's name; fewer count downloads."""


class Sign(IntEnum):
    """What tells an order on its label, the surest last."""

    NOTHING = 0
    NAME = 1
    ADDRESS = 2
    NUMBER = 3


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A label that can be printed, and the order it is for; none when nothing tells."""

    path: Path
    order_id: int | None


@dataclass(frozen=True, slots=True)
class PlacedLabels:
    """Labels with their orders, the orders they may be for, and what was refused."""

    labels: tuple[PlacedLabel, ...]
    waiting: tuple[PackOrder, ...]
    refused: tuple[UserError, ...] = ()

    def all_of(self, order_id: int) -> bool:
        """Whether they surely go to this order: no word speaks against it, or it waits alone."""
        told = {each.order_id for each in self.labels}
        if told <= {order_id}:
            return True
        alone = len(self.labels) == 1 or all(each.id == order_id for each in self.waiting)
        return alone and told <= {order_id, None}


def place_labels(
    closet: Closet, paths: Sequence[Path], in_hand: int, progress: Progress = SILENT
) -> PlacedLabels:
    """Try each label and find its order; that takes most of a second for each."""
    waiting = to_pack(closet).orders
    placed, refused = list[PlacedLabel](), list[UserError]()
    for done, path in enumerate(paths):
        progress.step(done, len(paths), tr("Looking at the labels"))
        try:
            words = look_at_label(path)
        except UserError as error:
            refused.append(error)
        else:
            placed.append(PlacedLabel(path, order_of(waiting, path.stem, words, in_hand)))
    progress.step(len(paths), len(paths), "")
    return PlacedLabels(tuple(placed), waiting, tuple(refused))


def order_of(waiting: Sequence[PackOrder], name: str, words: str, in_hand: int = 0) -> int | None:
    """The id of the order a label tells of; of several alike the one `in_hand`, else none."""
    said, called = _spaced(words), _spaced(name)
    signs = {order.id: _sign(order, said, called) for order in waiting}
    best = max(signs.values(), default=Sign.NOTHING)
    found = [order_id for order_id, sign in signs.items() if sign is best]
    if best is Sign.NOTHING:
        return None
    return in_hand if in_hand in found else found[0] if len(found) == 1 else None


def _sign(order: PackOrder, said: str, called: str) -> Sign:
    number, address = plain_number(order.tracking), order.address
    squeezed = said.replace(" ", "")
    if len(number) >= _SHORTEST_NUMBER and fold(number) in squeezed:
        return Sign.NUMBER
    own = str(order.number)
    if len(own) >= _SHORTEST_ORDER and f" {own} " in called:
        return Sign.NUMBER
    named = address.name if address is not None and address.name else order.buyer
    if not (_says(said, named) or _says(called, named)):
        return Sign.NOTHING
    street = address is not None and (
        _says(said, address.line1) or _says(said, address.postal_code)
    )
    return Sign.ADDRESS if street else Sign.NAME


def _says(said: str, words: str) -> bool:
    wanted = _spaced(words)
    return bool(wanted.strip()) and wanted in said


def _spaced(text: str) -> str:
    """The words alone, each between two spaces."""
    return f" {' '.join(_WORDS.findall(fold(text)))} "
