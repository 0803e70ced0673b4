"""Paints the rows; the fields of the current one are live and stand over its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from closet_app.services.records import PhotoRef
from closet_app.services.records.intake import IntakeGroup
from closet_app.ui.intake import painting
from closet_app.ui.intake.caret import Caret
from closet_app.ui.intake.doubts import DOUBTFUL
from closet_app.ui.intake.field_table import USUAL, Place
from closet_app.ui.intake.model import GROUP_ROLE, GroupModel
from closet_app.ui.intake.row_shape import RowShape, row_height
from closet_app.ui.intake.speech import BADGES, cover_of, say_suggestion, state_of
from closet_app.ui.intake.strip import PHOTO, Strip, lay_out
from closet_app.ui.theme.fonts import font
from closet_app.ui.theme.shades import color, px
from closet_app.ui.words import say

Pixmaps = Callable[[PhotoRef, int], QPixmap | None]


@dataclass
class Wide:
    """How much of the current row is open."""

    more: bool = False
    sentence: str = ""
    has_focus: bool = False


class RowDelegate(QStyledItemDelegate):
    """`wide` says how high the current row is."""

    def __init__(
        self,
        model: GroupModel,
        caret: Caret,
        pixmaps: Pixmaps,
        is_missing: Callable[[PhotoRef], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model, self._caret = model, caret
        self._pixmaps, self._is_missing = pixmaps, is_missing
        self.wide = Wide()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = option.rect.width()
        if index.row() != self._caret.row:
            return QSize(width, row_height())
        wide = self.wide
        return QSize(width, row_height(more=wide.more, has_sentence=bool(wide.sentence)))

    def strip(self, row: int, width: int) -> Strip:
        """Where the photos of a row stand, within the row."""
        count = len(self._model.groups[row].photos)
        room = RowShape(width).strip
        if row != self._caret.row:
            return lay_out(count, room)
        opened = not self._caret.is_last
        return lay_out(count, room, self._caret.place, opened=opened)

    def pixmap(self, ref: PhotoRef) -> QPixmap | None:
        """A photo as large as the rows show it."""
        ratio = painter_ratio(self.parent())
        return self._pixmaps(ref, round(px(PHOTO[0]) * ratio))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        group: IntakeGroup = index.data(GROUP_ROLE)
        is_current = index.row() == self._caret.row
        box = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, is_current=is_current)
        painter.translate(box.topLeft())
        shape = RowShape(box.width())
        self._paint_number(painter, shape, group, is_current=is_current)
        strip = self.strip(index.row(), box.width())
        self._paint_strip(painter, group, strip)
        self._paint_seams(painter, group, strip, is_current=is_current)
        if not is_current:
            for place in USUAL:
                self._paint_field(painter, shape, group, place)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, *, is_current: bool) -> None:
        painter.fillRect(box, color("surface" if is_current else "canvas"))
        line = QRect(box.left(), box.bottom(), box.width(), 1)
        painter.fillRect(line, color("line"))
        if is_current:
            painter.fillRect(QRect(box.left(), box.top(), px(3), box.height()), color("accent-ink"))

    def _paint_number(
        self, painter: QPainter, shape: RowShape, group: IntakeGroup, *, is_current: bool
    ) -> None:
        painter.setFont(font("body-strong"))
        painter.setPen(color("accent-ink" if is_current else "muted"))
        painter.drawText(shape.number, Qt.AlignmentFlag.AlignCenter, str(group.number))
        painting.paint_ring(painter, shape.ring, state_of(group))

    def _paint_strip(self, painter: QPainter, group: IntakeGroup, strip: Strip) -> None:
        cover = cover_of(group)
        for place, box in strip.boxes.items():
            photo = group.photos[place]
            painting.paint_photo(
                painter,
                box,
                self.pixmap(photo.ref),
                left_out=photo.left_out,
                missing=self._is_missing(photo.ref),
            )
            if place == cover:
                painting.paint_badge(painter, box, say("Cover"), "accent", top=False)
            if photo.faults and not photo.left_out:
                words = say(BADGES[photo.faults[0]])
                painting.paint_badge(painter, box, words, "warn", top=place == cover)
            self._paint_marks(painter, group, place, box)
        for tile, count in (
            (strip.before, strip.hidden_before),
            (strip.after, strip.hidden_after),
        ):
            if tile is not None:
                painting.paint_tile(painter, tile, count)

    def _paint_marks(self, painter: QPainter, group: IntakeGroup, place: int, box: QRect) -> None:
        photo = group.photos[place]
        if photo.ref.id in self._caret.picked:
            painting.paint_picked(painter, box)
            painting.paint_photo_ring(painter, box, "accent-ink")
        elif group is self._caret.group and place == self._caret.place:
            role = "accent-ink" if self.wide.has_focus else "accent-line"
            painting.paint_photo_ring(painter, box, role)

    def _paint_seams(
        self, painter: QPainter, group: IntakeGroup, strip: Strip, *, is_current: bool
    ) -> None:
        for place in strip.boxes:
            gap = strip.gap_after(place)
            if gap is None:
                continue
            following = group.photos[place + 1]
            is_doubtful = not following.settled and following.seam >= DOUBTFUL
            if is_current and place == self._caret.place:
                painting.paint_stitch(painter, gap, "accent-ink")
            elif is_current or is_doubtful:
                painting.paint_stitch(painter, gap, "warn" if is_doubtful else "line2")

    def _paint_field(
        self, painter: QPainter, shape: RowShape, group: IntakeGroup, place: Place
    ) -> None:
        painting.paint_label(painter, shape.label(place), place.label)
        box = shape.field(place)
        text = self._model.text(group, place.key)
        given = group.given.get(place.key, "")
        suggestion = group.suggestions.get(place.key)
        if suggestion is not None and not text:
            words, value = say_suggestion(suggestion), suggestion.value
            painting.paint_suggestion(painter, box, words, value, say("Tab"))
        elif text or given:
            is_wrong = bool(self._model.wrong(group, place.key))
            painting.paint_field(painter, box, text or given, "ink", is_wrong=is_wrong)
        else:
            painting.paint_field(painter, box, say(place.empty), "muted")


def painter_ratio(view: QObject | None) -> float:
    """Device pixels of a pixel on the screen that shows the view."""
    return view.devicePixelRatioF() if isinstance(view, QWidget) else 1.0
