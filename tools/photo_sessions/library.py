"""Drawn shots with their measures, kept in build/ so that hundreds of sessions share them."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import cv2
from PIL import Image

from closet_app.paths import resources
from closet_app.photo.eyes import Eyes
from closet_app.photo.grouping import Frame, frame_of
from closet_app.photo.measuring import MEASURED_BY, measure, vector_of
from closet_app.photo.shot_looks import likely_shot
from tools.photo_sessions.garments import Garment, chosen
from tools.photo_sessions.shots import KINDS, draw_shot

KEPT = Path(__file__).resolve().parent.parent.parent / "build" / "photo_sessions"
DRAWN_BY = 1
ROOMS = {False: (None, 0, 6, 3), True: (None, 5, 1, 4)}
"""Grounds of the garments to train on, and of those held out."""
LAID = 2
"""How often each garment is laid out and lit anew in its own room, and once in the others."""
WORKERS = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """A shot of the library: what is needed to draw it again."""

    garment: Garment
    room: int | None
    seed: int
    kind: str


@cache
def frames_of(*, held_out: bool) -> dict[Shown, Frame]:
    """A nameless frame for every shot of one side; minutes the first time, then from build/."""
    frames = _kept_frames(held_out=held_out)
    return {
        shown: replace(frame, shot=likely_shot(frame.vector) or frame.shot)
        for shown, frame in frames.items()
    }


def _kept_frames(*, held_out: bool) -> dict[Shown, Frame]:
    kept = KEPT / f"frames-{DRAWN_BY}-{MEASURED_BY}-{'tests' if held_out else 'training'}.pickle"
    if kept.exists():
        found: dict[Shown, Frame] = pickle.loads(kept.read_bytes())  # noqa: S301 - our own
        return found
    parts = [_shots(garment) for garment in chosen(held_out=held_out)]
    with ProcessPoolExecutor(WORKERS) as workers:
        frames = {
            shown: frame
            for part, made in zip(parts, workers.map(_measured, parts), strict=True)
            for shown, frame in zip(part, made, strict=True)
        }
    KEPT.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps(frames))
    return frames


def variants(room: int | None) -> int:
    """How many seeds of a garment there are in `room`."""
    return LAID if room is None else 1


def _shots(garment: Garment) -> list[Shown]:
    return [
        Shown(garment, room, seed, kind)
        for room in ROOMS[garment.held_out]
        for seed in range(variants(room))
        for kind in KINDS
    ]


def _measured(shots: Sequence[Shown]) -> list[Frame]:
    cv2.setNumThreads(1)
    eyes = Eyes(resources() / "models")
    return [_frame(shown, eyes) for shown in shots]


def _frame(shown: Shown, eyes: Eyes) -> Frame:
    image = _drawn(shown)
    measured = measure(image, image.size, eyes, ())
    return frame_of("", None, "", measured.measures, vector_of(measured.vector))


def _drawn(shown: Shown) -> Image.Image:
    """The shot as it comes back from its JPEG file."""
    name = f"{shown.garment.name}-{shown.room}-{shown.seed}-{shown.kind}.jpg"
    kept = KEPT / f"shots-{DRAWN_BY}" / name
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        pixels = draw_shot(shown.garment, shown.kind, shown.room, shown.seed)
        Image.fromarray(pixels).save(kept, quality=90)
    return Image.open(kept).convert("RGB")
