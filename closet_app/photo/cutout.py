"""The garment cut out of its photo: from the net's small outline to a soft edge at full size."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from closet_app.photo.strokes import Stroke

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]
Places = NDArray[np.intp]

SIDE = 320
"""Pixels of the square on which the net draws its outline."""
FIT_LONGEST = 512
"""Pixels of the long side of the copy on which the outline is fitted to the photo's edges."""
DRAWN_LONGEST = 2_000
"""Pixels of the long side up to which the mask follows the photo pixel by pixel."""
REACH = 1 / 64
"""How far the fit looks about, as a fraction of the long side."""
SMOOTHNESS = 3e-3
"""Contrast (0 to 1, squared) below which the fit sees no edge."""
SEEN, GUESSED = 0.5, 0.1
"""The net's answers above which it means the garment, or may mean it."""
LEAST_GARMENT, LEAST_ACROSS = 0.12, 0.22
"""Share of the photo that a garment has at least; when it runs from one edge to the one across.
Less is a scrap of a close-up (docs/photo.md has what was measured)."""
CRUMB, HOLE = 0.05, 0.03
"""Shares of the garment of what is no part of it, and of a print that the net took for the wall."""
DOUBT = 1 / 80
"""How far from its edge the net's outline is taken as certain, as a fraction of the long side."""
CLEAR, SOLID = 0.3, 0.85
"""What the fit calls so much garment is none of it, and all of it."""
FAR, NEAR = 1 / 40, 1 / 200
"""How far the edge's own color is looked for, at first and then: fractions of the long side."""
BRUSH_SOFTNESS = 0.12
"""Softness of a stroke's edge as a fraction of its radius."""
STRIP = 256
"""Rows worked on at once, so that a large photo needs little memory."""

_MEAN = np.array([0.485, 0.456, 0.406], np.float32)
_SPREAD = np.array([0.229, 0.224, 0.225], np.float32)
_ALL = 255
_PAIRS = ((0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2))


def outline_planes(image: Image.Image) -> Floats:
    """The photo as the outline net takes it: 1 × 3 × 320 × 320."""
    small = image.convert("RGB").resize((SIDE, SIDE), Image.Resampling.BILINEAR, reducing_gap=2.0)
    pixels = np.asarray(small, np.float32)
    scaled = (pixels / max(float(pixels.max()), 1.0) - _MEAN) / _SPREAD
    return np.ascontiguousarray(scaled.transpose(2, 0, 1)[None].astype(np.float32))


def as_picture(outline: Floats) -> Image.Image:
    """The outline as it is kept, 8 bits a pixel."""
    return Image.fromarray(np.round(np.clip(outline, 0, 1) * 255).astype(np.uint8))


def from_picture(picture: Image.Image) -> Floats:
    """The outline that `as_picture` kept."""
    return _floats(picture)


def refined(image: Image.Image, outline: Floats) -> Image.Image:
    """The net's outline (0 to 1) fitted to the edges of the photo, at the photo's size.

    The fit is worked out on a copy of `FIT_LONGEST` pixels and applied to one of at most
    `DRAWN_LONGEST`.
    """
    plain = _no_longer(image.convert("RGB"), DRAWN_LONGEST)
    small = _no_longer(plain, FIT_LONGEST)
    size = small.size
    guide = _floats(small)
    rough = np.asarray(cv2.resize(settled(outline), size), np.float32)
    least, most = _certain(rough)
    slope, offset = fit(guide, rough, max(1, round(REACH * max(size))))
    soft = np.empty((plain.height, plain.width), np.uint8)
    whole = np.asarray(plain)
    for top in range(0, plain.height, STRIP):
        rows = slice(top, min(plain.height, top + STRIP))
        strip = _rows_of(slope, rows, plain.size) * (whole[rows].astype(np.float32) / 255)
        fitted = strip.sum(axis=-1) + _rows_of(offset, rows, plain.size)
        shares = np.clip((fitted - CLEAR) / (SOLID - CLEAR), 0, 1)
        shares = np.maximum(shares, _rows_of(least, rows, plain.size))
        soft[rows] = np.round(np.minimum(shares, _rows_of(most, rows, plain.size)) * 255)
    if plain.size != image.size:
        soft = np.asarray(cv2.resize(soft, image.size), np.uint8)
    return Image.fromarray(soft)


def repaired(mask: Image.Image, strokes: Sequence[Stroke]) -> Image.Image:
    """`mask` with every stroke added or erased, in their order, soft at their edge."""
    if not strokes:
        return mask
    shares = np.array(mask)
    for stroke in strokes:
        _paint(shares, stroke)
    return Image.fromarray(shares)


def lifted(image: Image.Image, mask: Image.Image) -> Image.Image:
    """The garment alone, as RGBA: its edge in its own color, without a halo of the background.

    Each edge pixel's two colors are estimated from its surroundings and told apart (fast
    foreground estimation by blurs, Forte 2021).
    """
    pixels, shares = np.asarray(image.convert("RGB")), np.asarray(mask)
    made = np.dstack([pixels, shares])
    rows, columns = np.nonzero((shares > 0) & (shares < _ALL))
    if rows.size:
        garment, behind = _fields(image.convert("RGB"), mask)
        places = (rows, columns, shares.shape)
        alpha = shares[rows, columns, None].astype(np.float32) / _ALL
        here = _sampled(garment, *places)
        mixed = alpha * here + (1 - alpha) * _sampled(behind, *places)
        told_apart = here + alpha * (pixels[rows, columns] - mixed)
        made[rows, columns, :3] = np.clip(np.round(told_apart), 0, _ALL)
    return Image.fromarray(made, "RGBA")


def on_color(garment: Image.Image, color: str) -> Image.Image:
    """An RGBA garment on a plain background, #rrggbb, as RGB."""
    paper = Image.new("RGB", garment.size, color)
    paper.paste(garment, mask=garment.getchannel("A"))
    return paper


def _paint(shares: Bytes, stroke: Stroke) -> None:
    height, width = shares.shape
    radius = stroke.radius * max(width, height)
    points = np.array(stroke.points) * (width, height)
    margin = round(radius * 2) + 2
    left, top = np.maximum(np.floor(points.min(axis=0)) - margin, 0).astype(int)
    right, bottom = np.minimum(np.ceil(points.max(axis=0)) + margin, (width, height)).astype(int)
    if left >= right or top >= bottom:
        return
    layer = np.zeros((bottom - top, right - left), np.uint8)
    places = np.round(points - (left, top)).astype(np.int32)
    line = np.repeat(places, 2, axis=0) if len(places) == 1 else places
    cv2.polylines(layer, [line], isClosed=False, color=255, thickness=max(1, round(2 * radius)))
    soft = cv2.GaussianBlur(layer, (0, 0), max(0.5, radius * BRUSH_SOFTNESS))
    part = shares[top:bottom, left:right]
    part[...] = np.maximum(part, soft) if stroke.adds else np.minimum(part, 255 - soft)


def _fields(image: Image.Image, mask: Image.Image) -> tuple[Floats, Floats]:
    """The garment's color and the background's near each place, on a small copy."""
    small = _no_longer(image, FIT_LONGEST)
    photo = np.asarray(small, np.float32)
    alpha = np.asarray(mask.resize(small.size, Image.Resampling.BOX), np.float32)[..., None] / _ALL
    garment, behind = photo, photo
    for share in (FAR, NEAR):
        reach = max(1, round(share * max(small.size)))
        box = (2 * reach + 1, 2 * reach + 1)
        covered = cv2.blur(alpha, box)[..., None]
        around = cv2.blur(garment * alpha, box) / (covered + 1e-4)
        behind = cv2.blur(behind * (1 - alpha), box) / (1 - covered + 1e-4)
        mixed = alpha * around + (1 - alpha) * behind
        garment = np.clip(around + alpha * (photo - mixed), 0, _ALL).astype(np.float32)
    return garment, np.asarray(behind, np.float32)


def _sampled(field: Floats, rows: Places, columns: Places, size: tuple[int, ...]) -> Floats:
    """`field` at some pixels of a picture of `size` (height, width): N × 3."""
    ys = (rows.astype(np.float32) + 0.5) * (field.shape[0] / size[0]) - 0.5
    xs = (columns.astype(np.float32) + 0.5) * (field.shape[1] / size[1]) - 0.5
    down = np.clip(np.round(ys), 0, field.shape[0] - 1).astype(np.intp)
    across = np.clip(np.round(xs), 0, field.shape[1] - 1).astype(np.intp)
    return np.asarray(field[down, across], np.float32)


def settled(outline: Floats) -> Floats:
    """The net's answer without crumbs around the garment and small holes in it.

    Where it finds a scrap at most the cloth fills the photo: all of it is garment.
    """
    garment = (outline > SEEN).astype(np.uint8)
    _, names = cv2.connectedComponents((outline > GUESSED).astype(np.uint8))
    areas = np.bincount(names[garment > 0], minlength=int(names.max()) + 1)
    largest = int(areas.max())
    made = np.where(areas[names] < CRUMB * largest, 0, outline)
    if _is_scrap(made > SEEN):
        return np.ones_like(outline)
    count, names, facts, _ = cv2.connectedComponentsWithStats(1 - garment, connectivity=4)
    for hole in range(1, count):
        left, top, wide, high, area = (int(value) for value in facts[hole])
        inside = left > 0 and top > 0 and left + wide < SIDE and top + high < SIDE
        if inside and area < HOLE * largest:
            made = np.where(_grown(names == hole), 1, made)
    return np.asarray(made, np.float32)


def fills(outline: Floats) -> bool:
    """Whether the cloth fills the photo, so that there is no background to take away."""
    return bool(settled(outline).min() >= 1)


def _is_scrap(found: NDArray[np.bool_]) -> bool:
    edges = [bool(edge.any()) for edge in (found[0], found[-1], found[:, 0], found[:, -1])]
    runs_through = all(edges[:2]) or all(edges[2:])
    return bool(found.mean() < (LEAST_ACROSS if runs_through else LEAST_GARMENT))


def _grown(place: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """With the soft rim that the net draws about a hole."""
    wider = cv2.dilate(place.astype(np.uint8), np.ones((9, 9), np.uint8))
    return np.asarray(wider, np.bool_)


def _certain(rough: Floats) -> tuple[Floats, Floats]:
    """What is garment, and what may be: a stripe in the wall's color is no hole in a shirt."""
    side = 2 * max(1, round(DOUBT * max(rough.shape))) + 1
    around = np.ones((side, side), np.uint8)
    inside = np.asarray(cv2.erode(rough, around), np.float32)
    outside = np.asarray(cv2.dilate(rough, around), np.float32)
    return np.clip(inside * 4 - 2.5, 0, 1), np.clip(outside * 4, 0, 1)


def fit(guide: Floats, values: Floats, radius: int) -> tuple[Floats, Floats]:
    """A slope for each color of `guide` (height × width × 3) and an offset that give `values`.

    The guided filter of He, Sun and Tang (2013) for color guides, made of box filters.
    """

    def mean(plane: Floats) -> Floats:
        return np.asarray(cv2.blur(plane, (2 * radius + 1, 2 * radius + 1)), np.float32)

    means, level = mean(guide), mean(values)
    along = mean(guide * values[..., None]) - means * level[..., None]
    products = mean(np.dstack([guide[..., one] * guide[..., other] for one, other in _PAIRS]))
    spread = [
        np.asarray(
            products[..., at] - means[..., one] * means[..., other] + SMOOTHNESS * (one == other),
            np.float32,
        )
        for at, (one, other) in enumerate(_PAIRS)
    ]
    slope = _solved(spread, along)
    return mean(slope), mean(level - (slope * means).sum(axis=-1))


def _solved(matrix: Sequence[Floats], right: Floats) -> Floats:
    """The solutions of one symmetric system of three equations for each pixel (Cramer's rule)."""
    a, b, c, d, e, f = matrix
    rows = (
        (d * f - e * e, c * e - b * f, b * e - c * d),
        (c * e - b * f, a * f - c * c, b * c - a * e),
        (b * e - c * d, b * c - a * e, a * d - b * b),
    )
    whole = a * rows[0][0] + b * rows[0][1] + c * rows[0][2]
    found = [sum(part * right[..., at] for at, part in enumerate(row)) / whole for row in rows]
    return np.asarray(np.dstack(found), np.float32)


def _rows_of(planes: Floats, rows: slice, size: tuple[int, int]) -> Floats:
    """Some rows of `planes` as they are once stretched to `size` (width, height)."""
    width, height = size
    share = planes.shape[0] / height
    ys = (np.arange(rows.start, rows.stop, dtype=np.float32) + 0.5) * share - 0.5
    xs = (np.arange(width, dtype=np.float32) + 0.5) * (planes.shape[1] / width) - 0.5
    across, down = np.meshgrid(xs, ys)
    stretched = cv2.remap(planes, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(stretched, np.float32)


def _no_longer(image: Image.Image, longest: int) -> Image.Image:
    share = longest / max(image.size)
    if share >= 1:
        return image
    size = (max(1, round(image.width * share)), max(1, round(image.height * share)))
    return image.resize(size, Image.Resampling.BOX, reducing_gap=1.0)


def _floats(image: Image.Image) -> Floats:
    return np.asarray(image, np.float32) / np.float32(255)
