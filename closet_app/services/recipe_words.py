"""What an edit of photos changed, in words: the label of its step, and so the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from closet_app.photo.recipe import AS_IT_CAME, NO_BACKGROUND, Recipe
from closet_app.wording import counted

Words = tuple[str, str]

_BACKGROUNDS: dict[str, Words] = {
    NO_BACKGROUND: (
        "Put {n} photo back on its own background", "Put {n} photos back on their own background",
    ),
    "white": ("Cut out {n} photo on white", "Cut out {n} photos on white"),
    "linen": ("Cut out {n} photo on linen", "Cut out {n} photos on linen"),
}  # fmt: skip
_SHOP_COLOR: Words = (
    "Cut out {n} photo on the shop’s color", "Cut out {n} photos on the shop’s color",
)  # fmt: skip
_ORIGINAL: Words = (
    "Took {n} photo back to the original", "Took {n} photos back to the original",
)  # fmt: skip
_SEVERAL: Words = ("Edited {n} photo", "Edited {n} photos")

_CHANGES: Sequence[tuple[str, Callable[[Recipe, Recipe], Words]]] = (
    ("turns", lambda _before, _after: ("Turned {n} photo", "Turned {n} photos")),
    (
        "straighten",
        lambda _before, _after: ("Straightened {n} photo", "Straightened {n} photos"),
    ),
    (
        "crop",
        lambda _before, after: (
            ("Cropped {n} photo", "Cropped {n} photos")
            if after.crop
            else ("Uncropped {n} photo", "Uncropped {n} photos")
        ),
    ),
    (
        "light",
        lambda before, after: (
            ("Brightened {n} photo", "Brightened {n} photos")
            if after.light > before.light
            else ("Darkened {n} photo", "Darkened {n} photos")
        ),
    ),
    (
        "balance",
        lambda _before, _after: (
            "Balanced the white of {n} photo",
            "Balanced the white of {n} photos",
        ),
    ),
    ("background", lambda _before, after: _BACKGROUNDS.get(after.background, _SHOP_COLOR)),
    (
        "strokes",
        lambda _before, _after: (
            "Repaired the outline of {n} photo",
            "Repaired the outline of {n} photos",
        ),
    ),
)
"""What to say when a field of the recipe is another one."""


def say_edit(before: Recipe, after: Recipe, count: int = 1) -> str:
    """“Cropped 1 photo”, “Cut out 3 photos on white”; what only follows a turn is not named."""
    if after == AS_IT_CAME:
        return counted(count, *_ORIGINAL)
    if after == before.turned((after.turns - before.turns) % 4):
        return counted(count, *_CHANGES[0][1](before, after))
    said = [
        words(before, after)
        for name, words in _CHANGES
        if getattr(before, name) != getattr(after, name)
    ]
    return counted(count, *(said[0] if len(said) == 1 else _SEVERAL))
