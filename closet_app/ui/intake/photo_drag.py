"""Photos carried by the mouse: to a place in a row, or between two rows as a piece of their own."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication

from closet_app.ui.intake import painting
from closet_app.ui.intake.board import IntakeBoard
from closet_app.ui.intake.hits import Hit
from closet_app.ui.intake.strip import PHOTO
from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.frames import stitch_pen
from closet_app.ui.words import say

BETWEEN = 9
"""This near to the line between two rows the photos become a piece of their own."""
EDGE, SCROLL_EVERY_MS, SCROLL_BY = 36, 30, 14


@dataclass(frozen=True, slots=True)
class Drop:
    """Where photos were let go: `place` in the group of `row`, or alone `after` a row.

    `place` counts the photos of the row as they stood.
    """

    photo_ids: tuple[int, ...]
    row: int
    place: int = 0
    alone: bool = False


class PhotoDrag(QObject):
    """Begins once the mouse went some way with the button held."""

    def __init__(self, board: IntakeBoard) -> None:
        super().__init__(board)
        self._board = board
        self._pressed: tuple[Hit, QPoint] | None = None
        self._at = QPoint()
        self._ids: tuple[int, ...] = ()
        self._scroll = QTimer(self, interval=SCROLL_EVERY_MS)
        self._scroll.timeout.connect(self._scroll_on)
        board.escaped.connect(self.stop)

    @property
    def is_on(self) -> bool:
        """Whether photos are being carried."""
        return bool(self._ids)

    def press(self, hit: Hit, point: QPoint) -> None:
        """The button went down on a photo; picked photos are carried together."""
        board = self._board
        photo = board.groups.groups[hit.row].photos[hit.place]
        if photo.ref.id not in board.caret.picked:
            board.caret.go(hit.row, hit.place)
        self._pressed = (hit, point)

    def move(self, point: QPoint) -> None:
        """The mouse moves with the button held."""
        if self._pressed is None:
            return
        far = (point - self._pressed[1]).manhattanLength()
        if not self.is_on and far >= QApplication.startDragDistance():
            self._ids = self._board.caret.chosen()
            self._board.over = self.paint
            self._board.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scroll.start()
        self._at = point
        if self.is_on:
            self._board.viewport().update()

    def release(self) -> Drop | None:
        """The button went up; None when nothing was carried anywhere."""
        drop = self._drop() if self.is_on else None
        if self._pressed is not None and not self.is_on:
            hit = self._pressed[0]
            self._board.caret.go(hit.row, hit.place)
        self.stop()
        return drop

    def stop(self) -> None:
        """Carry nothing any more."""
        self._pressed, self._ids = None, ()
        self._board.over = None
        self._scroll.stop()
        self._board.viewport().unsetCursor()
        self._board.viewport().update()

    def _drop(self) -> Drop | None:
        board = self._board
        index = board.indexAt(self._at)
        if not index.isValid():
            is_inside = board.viewport().rect().contains(self._at)
            last = len(board.groups.groups) - 1
            return Drop(self._ids, last, alone=True) if is_inside else None
        row, box = index.row(), board.visualRect(index)
        above, below = self._at.y() - box.top(), box.bottom() - self._at.y()
        if above < px(BETWEEN):
            return Drop(self._ids, row - 1, alone=True)
        if below < px(BETWEEN):
            return Drop(self._ids, row, alone=True)
        return Drop(self._ids, row, board.strip(row).insertion(self._at.x() - box.left()))

    def paint(self, painter: QPainter) -> None:
        """The insertion line, or the stitch of a new row, and what is carried."""
        drop = self._drop()
        if drop is not None and drop.alone:
            self._paint_alone(painter, drop.row)
        elif drop is not None:
            self._paint_line(painter, drop)
        self._paint_carried(painter)

    def _paint_line(self, painter: QPainter, drop: Drop) -> None:
        board = self._board
        box, strip = board.row_box(drop.row), board.strip(drop.row)
        left = box.left() + strip.edge(drop.place)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent"))
        painter.drawRoundedRect(QRect(left - 1, box.top() + px(8), 3, px(108)), 1.5, 1.5)

    def _paint_alone(self, painter: QPainter, row: int) -> None:
        board = self._board
        box = board.row_box(max(row, 0))
        top = box.bottom() if row >= 0 else box.top() + 1
        painter.setPen(stitch_pen(color("accent-ink")))
        painter.drawLine(box.left() + px(12), top, box.right() - px(12), top)
        words = say("A piece of its own")
        size = QSize(text_width(words, "label-strong") + px(20), px(22))
        chip = QRect(QPoint(0, 0), size)
        chip.moveCenter(QPoint(box.left() + px(58) + size.width() // 2, top))
        painter.setPen(QPen(color("accent-line"), 1))
        painter.setBrush(color("accent-soft"))
        painter.drawRoundedRect(QRectF(chip), px(11), px(11))
        painter.setFont(font("label-strong"))
        painter.setPen(color("accent-ink"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_carried(self, painter: QPainter) -> None:
        board = self._board
        photo = board.caret.photo
        if photo is None:
            return
        size = QSize(px(PHOTO[0]), px(PHOTO[1]))
        box = QRect(self._at - QPoint(size.width() // 3, size.height() // 3), size)
        painter.setOpacity(0.7)
        painting.paint_carried(painter, box, board.delegate.pixmap(photo.ref), len(self._ids))
        painter.setOpacity(1.0)

    def _scroll_on(self) -> None:
        height = self._board.viewport().height()
        bar = self._board.verticalScrollBar()
        if self._at.y() < px(EDGE):
            bar.setValue(bar.value() - px(SCROLL_BY))
        elif self._at.y() > height - px(EDGE):
            bar.setValue(bar.value() + px(SCROLL_BY))
        self._board.viewport().update()
