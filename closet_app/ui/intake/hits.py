"""What stands under the mouse in a row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QRect

from closet_app.services.records.intake import IntakeGroup
from closet_app.ui.intake.field_table import USUAL
from closet_app.ui.intake.model import GroupModel
from closet_app.ui.intake.row_shape import RowShape
from closet_app.ui.intake.speech import say_hints, say_state
from closet_app.ui.intake.strip import GAP, Strip
from closet_app.ui.theme.shades import px
from closet_app.ui.words import say


class Kind(Enum):
    """What can be pressed in a row."""

    PHOTO = "photo"
    SEAM = "seam"
    TILE = "tile"
    FIELD = "field"
    ROW = "row"
    RING = "ring"


@dataclass(frozen=True, slots=True)
class Hit:
    """A part of a row: `place` of a photo, the one before a seam or the first hidden one.

    `box` is where a field stands in the view.
    """

    row: int
    kind: Kind
    place: int = 0
    key: str = ""
    box: QRect | None = None

    def words(self, model: GroupModel) -> str:
        """What a tooltip says of it."""
        group = model.groups[self.row]
        if self.kind is Kind.PHOTO:
            return _photo_words(group, self.place)
        if self.kind is Kind.RING:
            state = say("Item {number}, {state}", number=group.number, state=say_state(group))
            return "\n".join([state, *(warning.words for warning in group.warnings)])
        return ""


def _photo_words(group: IntakeGroup, place: int) -> str:
    photo = group.photos[place]
    taken = f"{photo.taken_at:%Y-%m-%d %H:%M:%S}" if photo.taken_at is not None else ""
    return "\n".join(part for part in (photo.original_name, taken, *say_hints(photo)) if part)


def hit_at(row: int, strip: Strip, box: QRect, point: QPoint) -> Hit:
    """What stands at `point` of the view in a row that stands in `box`."""
    inner = point - box.topLeft()
    shape = RowShape(box.width())
    place = strip.place_at(inner.x(), inner.y())
    if place is not None:
        return Hit(row, Kind.PHOTO, place)
    if shape.ring.contains(inner):
        return Hit(row, Kind.RING)
    for field in USUAL:
        if shape.field(field).contains(inner):
            return Hit(
                row, Kind.FIELD, key=field.key, box=shape.field(field).translated(box.topLeft())
            )
    return _between(row, strip, inner)


def _between(row: int, strip: Strip, inner: QPoint) -> Hit:
    if strip.before is not None and strip.before.contains(inner):
        return Hit(row, Kind.TILE, strip.hidden_before - 1)
    if strip.after is not None and strip.after.contains(inner):
        return Hit(row, Kind.TILE, max(strip.boxes) + 1)
    for place in strip.boxes:
        gap = strip.gap_after(place)
        if gap is not None and gap.contains(inner):
            return Hit(row, Kind.SEAM, place)
    near = [place for place, box in strip.boxes.items() if box.right() < inner.x() + px(GAP)]
    return Hit(row, Kind.ROW, max(near, default=0) if inner.x() < px(GAP) else 0)
