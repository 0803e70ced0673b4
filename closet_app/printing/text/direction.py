"""Which way each letter runs, by the Unicode bidirectional algorithm."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from bidi import algorithm  # type: ignore[import-untyped]

T = TypeVar("T")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_RULES = (
    algorithm.explicit_embed_and_overrides,
    algorithm.resolve_weak_types,
    algorithm.resolve_neutral_types,
    algorithm.resolve_implicit_levels,
)


def has_right_to_left(text: str) -> bool:
    """Whether any character could turn the line around."""
    return not text.isascii() and any(
        unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text
    )


def embedding_levels(text: str) -> tuple[int, bytes]:
    """The paragraph's base level and one level per character; odd levels run to the left."""
    base: int = algorithm.get_base_level(text)
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage, False, False)  # noqa: FBT003  their signature
    for index, char in enumerate(storage["chars"]):
        char["index"] = index
    for rule in _RULES:
        rule(storage, False)  # noqa: FBT003  their signature
    return base, _levels_of_all(storage["chars"], len(text), base)


def _levels_of_all(chars: list[dict[str, Any]], length: int, base: int) -> bytes:
    """Invisible characters left out by rule X9 take the level of the character before."""
    known = {char["index"]: char["level"] for char in chars}
    levels = bytearray()
    level = base
    for index in range(length):
        level = known.get(index, level)
        levels.append(level)
    return bytes(levels)


def in_visual_order(pieces: Sequence[T], level_of: Callable[[T], int]) -> list[T]:
    """The pieces of one line from left to right (rule L2)."""
    ordered = list(pieces)
    levels = [level_of(piece) for piece in pieces]
    lowest_odd = min((level for level in levels if level % 2), default=0)
    if not lowest_odd:
        return ordered
    for turn in range(max(levels), lowest_odd - 1, -1):
        _reverse_stretches(ordered, levels, turn)
    return ordered


def _reverse_stretches(ordered: list[T], levels: list[int], turn: int) -> None:
    start = 0
    while start < len(levels):
        end = start
        while end < len(levels) and levels[end] >= turn:
            end += 1
        ordered[start:end] = ordered[start:end][::-1]
        levels[start:end] = levels[start:end][::-1]
        start = max(end, start + 1)
