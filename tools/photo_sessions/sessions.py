"""Whole sessions as frames with the truth beside them, of every kind of seller."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from closet_app.photo.grouping import Frame
from closet_app.photo.grouping.likeness import palette_distances
from closet_app.photo.looks import Shot
from tools.photo_sessions.garments import chosen
from tools.photo_sessions.library import Shown, frames_of
from tools.photo_sessions.scenario import Knobs, Likes, Planned, plan_session

_OTHER_CATEGORY = 0.15
"""A garment of another category counts as this much further in color."""


@dataclass(frozen=True, slots=True)
class Made:
    """Frames in the order they were truly taken, and the piece each belongs to."""

    knobs: Knobs
    frames: tuple[Frame, ...]
    pieces: tuple[int, ...]


def made_sessions(count: int, photos: int, *, held_out: bool) -> list[Made]:
    """Sessions of sellers drawn at random, the same ones every time."""
    drawn = np.random.default_rng(20 + held_out)
    knobs = [any_seller(drawn, photos) for _ in range(count)]
    return [made_session(one, seed, held_out=held_out) for seed, one in enumerate(knobs)]


def made_session(knobs: Knobs, seed: int, *, held_out: bool) -> Made:
    """The session that `knobs` and `seed` make."""
    library = frames_of(held_out=held_out)
    plan = plan_session(knobs, likes_of(library, held_out=held_out), seed)
    frames = tuple(_framed(photo, place, library) for place, photo in enumerate(plan))
    if knobs.blind:
        frames = tuple(replace(frame, vector=None, shot=Shot.FRONT) for frame in frames)
    return Made(knobs, frames, tuple(photo.piece for photo in plan))


def any_seller(drawn: np.random.Generator, photos: int) -> Knobs:
    """A seller drawn at random: slow or fast, steady or not, with or without times."""

    def share(most: float) -> float:
        return float(drawn.uniform(0, most))

    within = float(np.exp(drawn.uniform(np.log(3), np.log(20))))
    return Knobs(
        photos=photos,
        within=within,
        between=within * float(np.exp(drawn.uniform(np.log(1.5), np.log(9)))),
        spread=float(drawn.uniform(0.2, 0.6)),
        photos_each=float(drawn.uniform(1.6, 6)),
        steady=_perhaps(drawn, 0.3),
        blind=_perhaps(drawn, 0.08),
        similar=share(0.4),
        pauses=share(0.06),
        breaks=share(0.08),
        swaps=share(0.2),
        retakes=share(0.2),
        tags=share(1.0),
        two_tags=share(0.4),
        tag_first=1.0 if _perhaps(drawn, 0.03) else share(0.1),
        common_room=_perhaps(drawn, 0.6),
        phones="shared" if _perhaps(drawn, 0.1) else "one",
        times=("exif", "none", "some")[int(drawn.choice(3, p=(0.45, 0.45, 0.1)))],
    )


def _perhaps(drawn: np.random.Generator, chance: float) -> bool:
    return bool(drawn.random() < chance)


def likes_of(library: dict[Shown, Frame], *, held_out: bool) -> Likes:
    """Which garments look alike, by the palettes of their fronts and by category."""
    garments = chosen(held_out=held_out)
    fronts = [library[Shown(garment, None, 0, "front")] for garment in garments]
    apart = np.full((len(fronts), len(fronts)), np.inf)
    near = palette_distances(fronts, len(fronts))
    for one, garment in enumerate(garments):
        for other in range(one + 1, len(fronts)):
            further = 0.0 if garments[other].category == garment.category else _OTHER_CATEGORY
            apart[one, other] = apart[other, one] = near[one, other - one - 1] + further
    return Likes(garments, apart)


def _framed(photo: Planned, place: int, library: dict[Shown, Frame]) -> Frame:
    return replace(
        library[photo.shown],
        name=photo.name,
        taken_at=photo.clock,
        camera=photo.camera,
        index=place,
    )


def pieces_in(order: Sequence[int], pieces: Sequence[int]) -> list[int]:
    """The true piece of each photo of `order`."""
    return [pieces[place] for place in order]
