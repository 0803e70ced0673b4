"""The sample's own session: forty photos of twelve pieces, two phones, with the truth."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from closet_app.paths import resources
from closet_app.photo.eyes import Eyes
from closet_app.photo.grouping import Frame, frame_of
from closet_app.photo.measuring import measure, vector_of

TRUTH = Path(__file__).resolve().parent / "burst.csv"


def burst(*, timed: bool) -> tuple[list[Frame], list[int]]:
    """Its frames, with the times of its cameras or without any, and the piece of each."""
    frames = []
    for row in _rows():
        taken = datetime.fromisoformat(row["taken_at"]) if timed else None
        camera = row["camera"] if timed else ""
        named = replace(_measured(row["photo"]), name=row["name"], taken_at=taken, camera=camera)
        frames.append(named)
    return frames, [int(row["piece"]) for row in _rows()]


def burst_shots() -> list[tuple[NDArray[np.float32] | None, str]]:
    """What each photo looks like, and what it was taken to show."""
    return [(_measured(row["photo"]).vector, row["kind"]) for row in _rows()]


@cache
def _rows() -> list[dict[str, str]]:
    with TRUTH.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _measured(photo: str) -> Frame:
    with Image.open(resources() / "sample" / "photos" / photo) as image:
        rgb = image.convert("RGB")
    measured = measure(rgb, rgb.size, _eyes(), ())
    return frame_of(photo, None, "", measured.measures, vector_of(measured.vector))


@cache
def _eyes() -> Eyes:
    return Eyes(resources() / "models")
