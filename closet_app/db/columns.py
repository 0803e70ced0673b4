"""Columns of all pieces in memory, indexed by id, so that filters and counts cost microseconds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from closet_app.db.folding import fold_for_search

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]
T = TypeVar("T", bound=np.generic)

NONE = -4 * 10**18
"""Stands for NULL in columns of numbers; no amount, day or instant comes near it."""

_VALUE_BITS = 24
_VALUE_MASK = (1 << _VALUE_BITS) - 1


def value_key(text: str) -> str:
    """The form in which two values of a column are the same: folded, `on_hold` as `on hold`."""
    return " ".join(fold_for_search(text).replace("_", " ").split())


def between(numbers: Numbers, low: int | None, high: int | None) -> Mask:
    """Where there is a number and it lies within the bounds, both included."""
    inside: Mask = numbers >= (NONE + 1 if low is None else low)
    if high is not None:
        inside &= numbers <= high
    return inside


class Values:
    """The different values of a text column, each with a small number; 0 is the empty text."""

    def __init__(self) -> None:
        self.shown: list[str] = [""]
        self.keys: list[str] = [""]
        self._code_of_key: dict[str, int] = {"": 0}
        self._code_of_text: dict[str, int] = {"": 0}

    def encode(self, texts: Sequence[str]) -> NDArray[np.int32]:
        """The numbers of `texts`; of several new spellings the most frequent one is shown."""
        known = self._code_of_text
        new = set(texts).difference(known)
        if new:
            for text, _ in Counter(filter(new.__contains__, texts)).most_common():
                known[text] = self._code(text)
        return np.fromiter(map(known.__getitem__, texts), np.int32, len(texts))

    def matching(self, key: str, *, prefix: bool = False) -> Mask:
        """Which numbers have this key, or begin with it."""
        found = np.zeros(len(self.keys), np.bool_)
        if prefix:
            found[[at for at, known in enumerate(self.keys) if at and known.startswith(key)]] = True
        elif key and key in self._code_of_key:
            found[self._code_of_key[key]] = True
        return found

    def _code(self, text: str) -> int:
        key = value_key(text)
        code = self._code_of_key.setdefault(key, len(self.keys))
        if code == len(self.keys):
            self.keys.append(key)
            self.shown.append(text)
        return code


class NumberColumn:
    """One whole number of each piece."""

    def __init__(self, empty: int = NONE) -> None:
        self._empty = empty
        self.data: Numbers = np.full(0, empty, np.int64)

    def grow(self, size: int) -> None:
        """Make room for ids below `size`."""
        self.data = longer(self.data, size, self._empty)

    def put(self, ids: Numbers, given: Numbers) -> None:
        """Set the numbers of these pieces."""
        self.data[ids] = given

    def clear(self, changed: Mask) -> None:
        """Forget the numbers of these pieces."""
        self.data[changed] = self._empty


class TextColumn:
    """One text of each piece, as a number of `values`."""

    def __init__(self) -> None:
        self.values = Values()
        self.data: NDArray[np.int32] = np.zeros(0, np.int32)

    def grow(self, size: int) -> None:
        """Make room for ids below `size`."""
        self.data = longer(self.data, size, 0)

    def put(self, ids: Numbers, given: Sequence[str]) -> None:
        """Set the texts of these pieces."""
        self.data[ids] = self.values.encode(given)

    def matching(self, wanted: Mask) -> Mask:
        """Where the value's number is among `wanted`."""
        found: Mask = wanted[self.data]
        return found

    def counts(self, within: Mask) -> Numbers:
        """How many pieces within the mask have each value."""
        return np.bincount(self.data[within], minlength=len(self.values.keys))


class ManyColumn:
    """Any number of different values of each piece, as pairs of id and number."""

    def __init__(self) -> None:
        self.values = Values()
        self.ids: Numbers = np.zeros(0, np.int64)
        self.data: Numbers = np.zeros(0, np.int64)
        self._size = 0

    def grow(self, size: int) -> None:
        """Make room for ids below `size`."""
        self._size = max(self._size, size)

    def replace(self, changed: Mask, ids: Numbers, given: Numbers) -> None:
        """Set all numbers of the `changed` pieces; pairs that come twice count once."""
        kept = ~changed[self.ids]
        pairs = np.unique((ids << _VALUE_BITS) | given)
        self.ids = np.concatenate([self.ids[kept], pairs >> _VALUE_BITS])
        self.data = np.concatenate([self.data[kept], pairs & _VALUE_MASK])

    def replace_texts(self, changed: Mask, ids: Numbers, given: Sequence[str]) -> None:
        """Set all values of the `changed` pieces."""
        self.replace(changed, ids, self.values.encode(given).astype(np.int64))

    def matching(self, wanted: Mask) -> Mask:
        """Where any value's number is among `wanted`."""
        return self.where(wanted[self.data])

    def where(self, pairs: Mask) -> Mask:
        """Where any of these pairs belongs to the piece."""
        found = np.zeros(self._size, np.bool_)
        found[self.ids[pairs]] = True
        return found

    def present(self) -> Mask:
        """Where there is any value."""
        found = np.zeros(self._size, np.bool_)
        found[self.ids] = True
        return found

    def counts(self, within: Mask) -> Numbers:
        """How many pieces within the mask have each value."""
        return np.bincount(self.data[within[self.ids]], minlength=len(self.values.keys))


def longer(data: NDArray[T], size: int, empty: int) -> NDArray[T]:
    """`data` with room for `size`, the rest `empty`."""
    if size <= len(data):
        return data
    larger = np.full(size, empty, data.dtype)
    larger[: len(data)] = data
    return larger
