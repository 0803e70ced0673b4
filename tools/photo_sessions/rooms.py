"""The grounds on which a seller lays everything: a floor, a wall, a sheet."""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

ROOMS = 10
_TINTS = (
    (236, 234, 230), (196, 168, 132), (120, 118, 116), (222, 210, 190), (84, 96, 112),
    (240, 240, 238), (168, 134, 100), (58, 54, 52), (206, 188, 196), (176, 182, 170),
)  # fmt: skip


@cache
def background(room: int, frame: tuple[int, int]) -> Pixels:
    """The ground number `room` of `ROOMS`: boards, tiles, carpet or cloth of one tint."""
    width, height = frame
    made = np.random.default_rng(room)
    tint = np.array(_TINTS[room % ROOMS], dtype=np.float32)
    pattern = (_boards, _carpet, _tiles, _plain)[room % 4](made, width, height)
    light = 1 + 0.12 * (np.linspace(-1, 1, width)[None] + np.linspace(1, -1, height)[:, None])
    ground = tint * (light * (1 + pattern))[:, :, None]
    return np.clip(ground, 0, 255).astype(np.uint8)


def _plain(made: np.random.Generator, width: int, height: int) -> NDArray[np.float32]:
    soft = made.normal(0, 1, (height // 40, width // 40)).astype(np.float32)
    return np.asarray(cv2.resize(soft, (width, height), interpolation=cv2.INTER_CUBIC) * 0.02)


def _carpet(made: np.random.Generator, width: int, height: int) -> NDArray[np.float32]:
    rough = made.normal(0, 1, (height, width)).astype(np.float32)
    return np.asarray(cv2.GaussianBlur(rough, (0, 0), 1.5) * 0.35)


def _boards(made: np.random.Generator, width: int, height: int) -> NDArray[np.float32]:
    grain = made.normal(0, 1, (height // 8, width)).astype(np.float32)
    boards = cv2.resize(grain, (width, height)) * 0.04
    for edge in range(0, width, width // 6):
        boards[:, edge : edge + width // 6] += made.normal(0, 0.06)
        boards[:, edge : edge + 2] -= 0.35
    return np.asarray(boards)


def _tiles(made: np.random.Generator, width: int, height: int) -> NDArray[np.float32]:
    tiles = _plain(made, width, height)
    side = width // 3
    for edge in range(side // 2, max(width, height), side):
        tiles[edge : edge + 4] -= 0.25
        tiles[:, edge : edge + 4] -= 0.25
    return tiles
