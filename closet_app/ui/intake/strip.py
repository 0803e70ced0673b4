"""Where the photos of a row stand: five beside each other, the seam at the caret open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

from closet_app.ui.theme.shades import px

PHOTO = (76, 100)
GAP, OPEN_GAP = 10, 30
OVERFLOW = 44


@dataclass(frozen=True, slots=True)
class Strip:
    """The photos shown in a row: `boxes` by place, and how many are hidden on either side."""

    boxes: dict[int, QRect]
    before: QRect | None = None
    hidden_before: int = 0
    after: QRect | None = None
    hidden_after: int = 0

    def place_at(self, x: int, y: int) -> int | None:
        """The place of the photo under a point."""
        found = (place for place, box in self.boxes.items() if box.contains(x, y))
        return next(found, None)

    def gap_after(self, place: int) -> QRect | None:
        """The room between a photo and the next one, when both are shown."""
        left, right = self.boxes.get(place), self.boxes.get(place + 1)
        if left is None or right is None:
            return None
        return QRect(left.right() + 1, left.top(), right.left() - left.right() - 1, left.height())

    def insertion(self, x: int) -> int:
        """The place a photo dropped at `x` would take."""
        before = [place for place, box in self.boxes.items() if box.center().x() < x]
        return max(before) + 1 if before else min(self.boxes, default=0)

    def edge(self, place: int) -> int:
        """Where the insertion line of a place stands."""
        half = px(GAP) // 2
        if place in self.boxes:
            return self.boxes[place].left() - half - 1
        last = max(self.boxes, default=None)
        return self.boxes[last].right() + half if last is not None else 0


def lay_out(count: int, room: QRect, caret: int | None = None, *, opened: bool = False) -> Strip:
    """Photos from the first one on, or from the first from which the caret can be seen.

    With `opened` the seam after the caret is wide, and the photo behind it is shown as well.
    """
    if not count:
        return Strip({})
    needed = [] if caret is None else [min(caret, count - 1)]
    if needed and opened and needed[0] + 1 < count:
        needed.append(needed[0] + 1)
    wide = caret if opened else None
    for start in range(count):
        strip = _from(start, count, room, wide)
        if all(place in strip.boxes for place in needed):
            return strip
    return _from(max(needed[0] if needed else 0, 0), count, room, wide)


def _from(start: int, count: int, room: QRect, wide: int | None) -> Strip:
    tile = px(OVERFLOW) + px(GAP)
    left = room.left() + (tile if start else 0)
    boxes = _boxes(range(start, count), left, room, wide, room.right())
    if len(boxes) < count - start:
        boxes = _boxes(range(start, count), left, room, wide, room.right() - tile)
    hidden = count - start - len(boxes)
    after_left = max((box.right() + 1 for box in boxes.values()), default=left) + px(GAP)
    return Strip(
        boxes,
        _tile(room.left(), room) if start else None,
        start,
        _tile(after_left, room) if hidden else None,
        hidden,
    )


def _boxes(
    places: Sequence[int], left: int, room: QRect, wide: int | None, limit: int
) -> dict[int, QRect]:
    width, height = px(PHOTO[0]), px(PHOTO[1])
    found: dict[int, QRect] = {}
    for place in places:
        if found and left + width - 1 > limit:
            break
        found[place] = QRect(left, room.top(), width, height)
        left += width + px(OPEN_GAP if place == wide else GAP)
    return found


def _tile(left: int, room: QRect) -> QRect:
    return QRect(left, room.top(), px(OVERFLOW), px(PHOTO[1]))
