"""One photo of a garment: how it lies, how the phone is held, how the light falls."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from tools.photo_sessions.garments import Garment, Pixels, mask_of, picture_of
from tools.photo_sessions.labels import draw_label
from tools.photo_sessions.rooms import background

Floats = NDArray[np.float32]

FRAME = (480, 640)
"""Width and height on which a shot is drawn; larger files are made from it."""
KINDS = (
    "front", "angle", "back", "top", "bottom", "side", "detail", "flaw", "tag",
    "blurred", "dark", "again", "care",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class View:
    """Which part of the scene is seen: its middle and width as shares, and the phone's turn."""

    middle: tuple[float, float]
    width: float
    turn: float


def draw_shot(garment: Garment, kind: str, room: int | None, seed: int) -> Pixels:
    """A photo of `garment` as RGB; `room` lays it on a common ground, None leaves it in its own.

    The same arguments draw the same photo; one `seed` is one piece laid out and lit once.
    """
    laid = np.random.default_rng((seed, 1))
    held = np.random.default_rng((seed, 2, KINDS.index(kind)))
    scene, mask = _scene(garment, room, seed, mirrored=kind == "back")
    shown = _seen(scene, _view(kind, mask, held))
    if kind in ("detail", "flaw"):
        shown = _woven(shown, held)
    if kind in ("tag", "care"):
        shown = draw_label(shown, np.random.default_rng((seed, KINDS.index(kind))), held)
    return _exposed(shown, kind, laid, held)


@lru_cache(maxsize=4)
def _scene(
    garment: Garment, room: int | None, seed: int, *, mirrored: bool
) -> tuple[Pixels, Floats]:
    laid = np.random.default_rng((seed, 3))
    picture, mask = picture_of(garment), mask_of(garment)
    if mirrored:
        picture, mask = _back(picture, mask, laid), mask[:, ::-1]
    if room is None:
        return picture, mask
    width, height = FRAME
    share = laid.uniform(0.78, 0.95) * min(width / picture.shape[1], height / picture.shape[0])
    turn = cv2.getRotationMatrix2D(
        (picture.shape[1] / 2, picture.shape[0] / 2), laid.uniform(-5, 5), share
    )
    turn[:, 2] += (width / 2 - picture.shape[1] / 2, height / 2 - picture.shape[0] / 2)
    over = cv2.warpAffine(picture, turn, FRAME, flags=cv2.INTER_LINEAR)
    alpha = np.asarray(cv2.warpAffine(np.ascontiguousarray(mask), turn, FRAME), np.float32)
    under = background(room, FRAME).astype(np.float32)
    shadow = cv2.GaussianBlur(np.roll(alpha, (6, 5), (0, 1)), (0, 0), 8)
    under *= 1 - 0.45 * shadow[:, :, None]
    laid_on = over * alpha[:, :, None] + under * (1 - alpha[:, :, None])
    return np.clip(laid_on, 0, 255).astype(np.uint8), alpha


def _back(picture: Pixels, mask: Floats, laid: np.random.Generator) -> Pixels:
    """Seen from behind: mirrored, and a print on the chest is gone."""
    mirrored = np.ascontiguousarray(picture[:, ::-1])
    plain = cv2.GaussianBlur(mirrored, (0, 0), laid.uniform(6, 14))
    height, width = mask.shape
    rows, columns = np.mgrid[0:height, 0:width]
    chest = np.exp(-(((columns / width - 0.5) / 0.2) ** 2) - (((rows / height - 0.42) / 0.2) ** 2))
    weight = (chest * mask[:, ::-1])[:, :, None]
    return np.asarray(mirrored * (1 - weight) + plain * weight, dtype=np.uint8)


def _view(kind: str, mask: Floats, held: np.random.Generator) -> View:
    rows, columns = np.nonzero(mask > 0.5)  # noqa: PLR2004 - the middle of 0 to 1
    if not len(rows):
        rows, columns = np.array([mask.shape[0] // 2]), np.array([mask.shape[1] // 2])
    top, bottom = np.quantile(rows, (0.02, 0.98)) / mask.shape[0]
    left, right = np.quantile(columns, (0.02, 0.98)) / mask.shape[1]
    middle = (left + right) / 2, (top + bottom) / 2
    spot = int(held.integers(len(rows)))
    inside = columns[spot] / mask.shape[1], rows[spot] / mask.shape[0]
    turn = float(held.normal(0, 2))
    near = {
        "angle": (middle, held.uniform(0.75, 0.95), turn + float(held.uniform(-8, 8))),
        "top": ((middle[0], top + 0.2), held.uniform(0.45, 0.65), turn),
        "bottom": ((middle[0], bottom - 0.2), held.uniform(0.45, 0.65), turn),
        "side": ((left + 0.2, middle[1]), held.uniform(0.45, 0.65), turn),
        "detail": (inside, held.uniform(0.22, 0.4), turn * 4),
        "flaw": (inside, held.uniform(0.16, 0.3), turn * 6),
        "tag": ((middle[0], top + 0.12), held.uniform(0.2, 0.35), turn * 3),
        "care": ((left + 0.15, bottom - 0.2), held.uniform(0.2, 0.35), turn * 3),
    }
    return View(*near.get(kind, (middle, float(held.uniform(0.88, 1.0)), turn)))


def _seen(scene: Pixels, view: View) -> Pixels:
    """The part of the scene in the phone's frame, without its edge where that can be had."""
    height, width = scene.shape[:2]
    scale = FRAME[0] / (view.width * width)
    half = view.width / 2, view.width / 2 * width * FRAME[1] / FRAME[0] / height
    center = [
        min(max(at, side), 1 - side) if side < 0.5 else 0.5  # noqa: PLR2004 - the middle
        for at, side in zip(view.middle, half, strict=True)
    ]
    matrix = cv2.getRotationMatrix2D((center[0] * width, center[1] * height), view.turn, scale)
    matrix[:, 2] += (FRAME[0] / 2 - center[0] * width, FRAME[1] / 2 - center[1] * height)
    return np.asarray(
        cv2.warpAffine(
            scene, matrix, FRAME, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101
        ),
        dtype=np.uint8,
    )


def _woven(shown: Pixels, held: np.random.Generator) -> Pixels:
    """A cloth's threads, which the small pictures do not hold."""
    rows, columns = np.mgrid[0 : FRAME[1], 0 : FRAME[0]].astype(np.float32)
    period, slant = held.uniform(3, 7), held.uniform(0, np.pi)
    along = np.sin((rows * np.cos(slant) + columns * np.sin(slant)) * 2 * np.pi / period)
    across = np.sin((columns * np.cos(slant) - rows * np.sin(slant)) * 2 * np.pi / period)
    threads = (along * across * held.uniform(3, 9))[:, :, None]
    return np.asarray(np.clip(shown + threads, 0, 255), dtype=np.uint8)


def _exposed(
    shown: Pixels, kind: str, laid: np.random.Generator, held: np.random.Generator
) -> Pixels:
    """Light, white balance and noise; some of it of the day, some of the moment."""
    light = shown.astype(np.float32) / 255
    gamma = np.exp(laid.normal(0, 0.08) + held.normal(0, 0.1))
    gain = np.exp(laid.normal(0, 0.05) + held.normal(0, 0.07))
    balance = np.exp(laid.normal(0, 0.02, 3) + held.normal(0, 0.025, 3))
    if kind == "dark":
        gain *= held.uniform(0.15, 0.3)
    light = np.power(light, np.float32(gamma)) * (gain * balance).astype(np.float32)
    fall = np.linspace(-1, 1, FRAME[0]) * held.normal(0, 0.05)
    light *= (1 + fall[None, :, None]).astype(np.float32)
    if kind == "blurred":
        light = cv2.GaussianBlur(light, (0, 0), held.uniform(4, 8))
    noise = held.standard_normal(light.shape, dtype=np.float32)
    light += noise * np.float32(held.uniform(0.004, 0.015))
    return np.asarray(np.clip(light * 255, 0, 255), dtype=np.uint8)
