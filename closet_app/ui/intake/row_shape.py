"""The measures of a row at its width: number, photos, fields."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from closet_app.ui.intake.field_table import COLUMNS, LINES, MORE_LINES, Place
from closet_app.ui.theme.fonts import line_height
from closet_app.ui.theme.shades import px

HEIGHT, TOP, LEFT = 122, 12, 58
SIDE, BETWEEN = 20, 22
STRIP_LEAST = 206
"""One photo with the count of those before and behind it."""
FIELDS_WIDTH, FIELDS_LEAST = 490, 330
FIELDS_SHARE = 0.46
FIELD_HEIGHT, FIELD_GAP, LABEL_GAP, PITCH = 30, 8, 4, 53
FIELDS_TOP = 8
SENTENCE = 20
"""What a row grows by for the sentence under a wrong field."""


@dataclass(frozen=True, slots=True)
class RowShape:
    """A row at `width`; boxes are within the row, from its top left."""

    width: int

    @property
    def fields(self) -> QRect:
        """Where the fields stand."""
        width = int(self.width * FIELDS_SHARE)
        width = min(max(width, px(FIELDS_LEAST)), px(FIELDS_WIDTH))
        width = min(width, self.width - px(LEFT + STRIP_LEAST + BETWEEN + SIDE))
        return QRect(self.width - px(SIDE) - width, px(FIELDS_TOP), width, px(HEIGHT - FIELDS_TOP))

    @property
    def strip(self) -> QRect:
        """Where the photos stand."""
        left = px(LEFT)
        return QRect(left, px(TOP), self.fields.left() - px(BETWEEN) - left, px(100))

    @property
    def number(self) -> QRect:
        """Where the row's number stands."""
        return QRect(px(8), px(12), px(42), px(18))

    @property
    def ring(self) -> QRect:
        """Where the ring stands that says whether the row is ready."""
        side = px(20)
        return QRect(px(29) - side // 2, px(36), side, side)

    def label(self, place: Place) -> QRect:
        """Where the words above a field stand."""
        box = self.field(place)
        height = line_height("label")
        return QRect(box.left(), box.top() - px(LABEL_GAP) - height, box.width(), height)

    def field(self, place: Place) -> QRect:
        """Where a field stands."""
        room, gap = self.fields, px(FIELD_GAP)
        unit = (room.width() + gap) / COLUMNS
        left = room.left() + round(place.column * unit)
        right = room.left() + round((place.column + place.span) * unit) - gap
        top = px(FIELDS_TOP) + line_height("label") + px(LABEL_GAP) + place.line * px(PITCH)
        return QRect(left, top, right - left, px(FIELD_HEIGHT))


def row_height(*, more: bool = False, has_sentence: bool = False) -> int:
    """How high a row is; wide open it shows all lines of fields."""
    lines = MORE_LINES - LINES if more else 0
    return px(HEIGHT) + lines * px(PITCH) + (px(SENTENCE) if has_sentence else 0)


def moved(box: QRect, corner: QPoint) -> QRect:
    """A box of the row at the row's place."""
    return box.translated(corner)
