"""The column in the middle: the line above, the rows with what stands over them, the keys."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from closet_app.domain.suggestions import Suggestion
from closet_app.services.records.intake import IntakeView
from closet_app.ui.desk import Desk
from closet_app.ui.editor.controls import Talk
from closet_app.ui.intake.board import IntakeBoard
from closet_app.ui.intake.board_mouse import BoardMouse
from closet_app.ui.intake.caret import Caret
from closet_app.ui.intake.commands import RowCommands
from closet_app.ui.intake.crop_card import CropCard
from closet_app.ui.intake.foot_line import KEYS
from closet_app.ui.intake.head_line import HeadLine
from closet_app.ui.intake.hits import Hit, Kind
from closet_app.ui.intake.live_row import LiveRow
from closet_app.ui.intake.model import GroupModel
from closet_app.ui.intake.peek import PhotoPeek
from closet_app.ui.intake.row_over import RowOver
from closet_app.ui.intake.work import IntakeWork
from closet_app.ui.thumbs import Thumbs
from closet_app.ui.widgets.foot_line import FootLine
from closet_app.ui.widgets.text import Divider

ON_SCREEN = 80
"""Photos that a tall window shows at once."""


class RowsPane(QWidget):
    """Joins model, caret, board and live fields; `arrived` when photos are there to be painted."""

    arrived = Signal()

    def __init__(self, work: IntakeWork, talk: Talk, thumbs: Thumbs) -> None:
        super().__init__()
        desk: Desk = work.desk
        thumbs.expect(ON_SCREEN)
        self._work = work
        self.pixmaps = thumbs.get
        self.model = GroupModel(self)
        self.caret = Caret(self.model, self)
        self.board = IntakeBoard(self.model, self.caret, thumbs.get, thumbs.is_missing)
        self.mouse = BoardMouse(self.board)
        self.live = LiveRow(desk, talk, self.model, self.board.viewport())
        self.commands = RowCommands(work, self.caret, self.board, self.live)
        self.over = RowOver(
            self.board,
            self.live,
            split=self.commands.split,
            join=self.commands.join,
            settle=self.commands.settle,
        )
        self.head, self.foot = HeadLine(), FootLine(KEYS)
        self.crop = CropCard(desk, self)
        self.large = PhotoPeek(desk, self.caret)
        self._build()
        thumbs.arrived.connect(self._on_arrived)
        self._connect()

    def _build(self) -> None:
        self.setProperty("ground", "canvas")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for part in (self.head, Divider(), self.board, Divider(), self.foot):
            rows.addWidget(part, int(part is self.board))
        QWidget.setTabOrder(self.board, self.live.fields["title"].line)
        keys = list(self.live.fields)
        for before, after in itertools.pairwise(keys):
            QWidget.setTabOrder(self.live.fields[before].line, self.live.fields[after].line)

    def _connect(self) -> None:
        live, work, do = self.live, self._work, self.commands
        self.caret.moved.connect(self._follow)
        self.board.pointed.connect(self._point)
        self.board.placed.connect(self._rest_again)
        self.board.field_pressed.connect(live.focus)
        self.board.dropped.connect(do.drop)
        live.typed.connect(work.set_fact)
        live.used.connect(do.use)
        live.dismissed.connect(do.dismiss)
        live.walked.connect(do.walk)
        live.entered.connect(do.next_item)
        live.left.connect(self.focus_photos)
        live.ended.connect(do.next_title)
        live.sentenced.connect(lambda sentence: self.board.widen(sentence=sentence))
        live.rested.connect(self._rest)
        live.more_asked.connect(do.toggle_more)
        work.refused.connect(self._refuse)
        work.written.connect(self.model.forget_typed)

    def _on_arrived(self, _hashes: object) -> None:
        self.board.viewport().update()
        self.arrived.emit()

    def peek(self) -> None:
        """Look at the current photo in large, or no more."""
        photo = self.caret.photo
        if photo is not None:
            self.large.show_photo(photo)

    def show_view(self, view: IntakeView) -> None:
        """Show the intake as it is now; the caret stays with its photo."""
        kept = self.board.verticalScrollBar().value()
        is_other = self.model.show_view(view)
        if is_other:
            self.board.lay_out_again()
            self.board.verticalScrollBar().setValue(kept)
        self.caret.follow()

    def _follow(self) -> None:
        """The fields are those of the row where the caret is."""
        group = self.caret.group
        if group is not None:
            if self.live.group is not None and self.live.group.id != group.id:
                self.live.flush()
            self.live.show_group(group)
        view = self._work.view
        if view is not None:
            self.head.show_view(view, self.caret.row)

    def _refuse(self, group_id: int, key: str, text: str, sentence: str) -> None:
        self.live.refuse(group_id, key, text, sentence)
        self.board.viewport().update()

    def _point(self, hit: Hit | None) -> None:
        """The mouse rests on a painted field."""
        if hit is None or hit.kind is not Kind.FIELD or hit.box is None:
            self.crop.show_for(None, QRect())
            return
        group = self.model.groups[hit.row]
        text = self.model.text(group, hit.key)
        suggestion = None if text else group.suggestions.get(hit.key)
        self._show_crop(suggestion, hit.box)

    def _rest(self, key: str, rests: bool) -> None:
        """The focus or the mouse is in a live field, or left it."""
        group, field = self.live.group, self.live.fields[key]
        if group is None or not rests or not field.is_offering:
            self.crop.show_for(None, QRect())
            return
        corner = field.line.mapTo(self.board.viewport(), field.line.rect().topLeft())
        self._show_crop(group.suggestions.get(key), QRect(corner, field.line.size()))

    def _rest_again(self) -> None:
        """The rows were scrolled or laid out anew: the crop goes along with its field."""
        key = self.live.focused
        if key:
            self._rest(key, True)
        else:
            self.crop.show_for(None, QRect())

    def _show_crop(self, suggestion: Suggestion | None, box: QRect) -> None:
        corner = self.board.viewport().mapTo(self, box.topLeft())
        self.crop.show_for(suggestion, QRect(corner, box.size()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.foot.show_as_fits(event.size().width())

    def focus_photos(self) -> None:
        """Let the keys of photos act."""
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)
