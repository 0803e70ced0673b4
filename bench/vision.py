"""Cutting out and recognising a garment against the bare forward pass of the same net."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from bench.photos import Figure
from closet_app.paths import resources
from closet_app.photo.edits import edited
from closet_app.photo.eyes import LIKENESS, OUTLINE, Eyes
from closet_app.photo.recipe import Recipe

ROUNDS = 9
PHOTO = (1_008, 1_344)
"""What a phone's 12 MP photo is decoded to for a thumbnail and for a marketplace."""


def measure() -> list[Figure]:
    """Milliseconds (median of rounds in turn) with each net's bare pass as its floor."""
    folder = resources() / "models"
    photo = _photo()
    eyes = Eyes(folder)
    recipe = Recipe(background="white")

    def cut_out() -> None:
        assert edited(photo, recipe, eyes.mask(photo)).size == photo.size

    def recognise() -> None:
        assert eyes.categories(eyes.embed(photo))

    return [
        _figure(
            "photo cut out on white / U²-Net small alone", cut_out, _bare(folder / OUTLINE, 320), 2
        ),
        _figure(
            "photo embedded and its garment named / EfficientNet-Lite0 alone",
            recognise,
            _bare(folder / LIKENESS, 224),
            3,
        ),
    ]


def _photo() -> Image.Image:
    with Image.open(resources() / "sample" / "photos" / "dress-01.jpg") as image:
        return image.convert("RGB").resize(PHOTO, Image.Resampling.BICUBIC)


def _bare(path: Path, side: int) -> Callable[[], None]:
    """One forward pass, with the threads and memory that the product gives it."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1 if path.name == LIKENESS else 2
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    planes = np.zeros((1, 3, side, side), np.float32)
    feed: dict[str, Any] = {session.get_inputs()[0].name: planes}
    output = [session.get_outputs()[0].name]
    return lambda: session.run(output, feed)


def _figure(name: str, work: Callable[[], None], bare: Callable[[], None], goal: float) -> Figure:
    work()
    bare()
    floors, values = [], []
    for _ in range(ROUNDS):
        floors.append(_timed(bare))
        values.append(_timed(work))
    floor, value = statistics.median(floors), statistics.median(values)
    return Figure(name=name, value=value, unit="ms", floor=floor, ratio=value / floor, goal=goal)


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    for line in measure():
        print(line)
