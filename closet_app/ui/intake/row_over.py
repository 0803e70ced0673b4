"""What stands over the current row, kept in its place: its fields, the scissors, the chips."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect

from closet_app.ui.intake.board import IntakeBoard
from closet_app.ui.intake.live_row import LiveRow
from closet_app.ui.intake.row_shape import RowShape
from closet_app.ui.intake.seam_handles import EdgeChip, Scissors
from closet_app.ui.theme.shades import px
from closet_app.ui.words import say

_Do = Callable[[], object]


class RowOver(QObject):
    """Follows the caret and the scrolling of the board."""

    def __init__(
        self, board: IntakeBoard, live: LiveRow, *, split: _Do, join: _Do, settle: _Do
    ) -> None:
        super().__init__(board)
        self._board, self._live = board, live
        port = board.viewport()
        self.scissors = Scissors(say("Split here"), "S", split, port)
        self.join = EdgeChip("", "J", "merge", join, port)
        self.settled = EdgeChip(say("Right as it is"), say("Enter"), "check", settle, port)
        board.placed.connect(self.place)

    def place(self) -> None:
        """Put everything where the current row stands now."""
        board, caret = self._board, self._board.caret
        group = caret.group
        parts = (self.scissors, self.join, self.settled)
        if group is None:
            for part in (self._live, *parts):
                part.hide()
            return
        box = board.row_box(caret.row)
        shape = RowShape(box.width())
        fields = shape.fields
        room = QRect(fields.left(), 0, fields.width() + px(4), box.height() - 1)
        self._live.setGeometry(room.translated(box.topLeft()))
        self._live.place(shape)
        self._live.show()
        self._place_scissors(box.topLeft())
        self._place_chips(box)

    def _place_scissors(self, corner: QPoint) -> None:
        caret = self._board.caret
        gap = self._board.strip(caret.row).gap_after(caret.place)
        if gap is None:
            self.scissors.hide()
        else:
            self.scissors.stand(gap.translated(corner))

    def _place_chips(self, box: QRect) -> None:
        caret = self._board.caret
        left = box.left() + px(42)
        is_last_row = caret.row + 1 >= len(self._board.groups.groups)
        if is_last_row:
            self.join.hide()
        else:
            self.join.say(say("Join with {number}", number=caret.row + 2))
            left = self.join.stand(left, box.bottom()) + px(8)
        if caret.doubt is None:
            self.settled.hide()
        else:
            middle = box.bottom() - px(13) if is_last_row else box.bottom()
            self.settled.stand(left, middle)
