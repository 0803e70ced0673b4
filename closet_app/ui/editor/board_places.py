"""Where the photos of a board lie: three columns, the cover two by two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect

from closet_app.services.records import Photo

COLUMNS = 3
_BESIDE_COVER = 3
"""The cover and the two at its right fill the first two rows."""


def boxes(count: int, width: int, gap: int) -> list[QRect]:
    """The places of `count` photos in order, within `width`."""
    side = max((width - gap * (COLUMNS - 1)) // COLUMNS, 1)
    return [_box(place, side, gap) for place in range(count)]


def board_height(count: int, width: int, gap: int) -> int:
    """How high a board of `count` photos is."""
    placed = boxes(count, width, gap)
    return max((box.bottom() + 1 for box in placed), default=0)


def nearest(point: QPoint, places: Sequence[QRect]) -> int:
    """The place whose middle is nearest to `point`."""
    distances = [(point - box.center()).manhattanLength() for box in places]
    return distances.index(min(distances))


def shown_order(photos: Sequence[Photo]) -> list[Photo]:
    """The cover first, then the others as they are ordered."""
    cover = next((photo for photo in photos if not photo.left_out), None)
    return sorted(photos, key=lambda photo: (photo is not cover, photo.position))


def position_for(photos: Sequence[Photo], moving: int, following: int | None) -> int:
    """Where `moving` goes among all photos so that it stands before `following`, or last."""
    others = [photo.ref.id for photo in sorted(photos, key=lambda photo: photo.position)]
    others.remove(moving)
    return len(others) if following is None else others.index(following)


def step(place: int, count: int, key: str) -> int:
    """The place that an arrow leads to from `place`; the same one at the edge."""
    column, row = _cell(place)
    moves = {"left": place - 1, "right": place + 1}
    if key in moves:
        return min(max(moves[key], 0), count - 1)
    down = key == "down"
    height = 2 if place == 0 and down else 1
    target = (column, row + height if down else row - 1)
    return min(_at(*target), count - 1) if target[1] >= 0 else place


def _box(place: int, side: int, gap: int) -> QRect:
    column, row = _cell(place)
    size = side * 2 + gap if place == 0 else side
    return QRect(column * (side + gap), row * (side + gap), size, size)


def _cell(place: int) -> tuple[int, int]:
    if place == 0:
        return 0, 0
    if place < _BESIDE_COVER:
        return COLUMNS - 1, place - 1
    below = place - _BESIDE_COVER
    return below % COLUMNS, 2 + below // COLUMNS


def _at(column: int, row: int) -> int:
    if row < 2:
        return row + 1 if column == COLUMNS - 1 else 0
    return _BESIDE_COVER + (row - 2) * COLUMNS + column
