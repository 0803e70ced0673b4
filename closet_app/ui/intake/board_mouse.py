"""The mouse on the rows: goes there, picks, carries, and says what it rests on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from closet_app.ui.intake.board import IntakeBoard
from closet_app.ui.intake.hits import Hit, Kind
from closet_app.ui.intake.photo_drag import PhotoDrag
from closet_app.ui.widgets.text import plain_tooltip

_EXTEND = Qt.KeyboardModifier.ShiftModifier
_TOGGLE = Qt.KeyboardModifier.ControlModifier
_LEFT = Qt.MouseButton.LeftButton


class BoardMouse(QObject):
    """Sees what happens over the board's viewport before the list does."""

    def __init__(self, board: IntakeBoard) -> None:
        super().__init__(board)
        self._board = board
        self.drag = PhotoDrag(board)
        self._port = board.viewport()
        self._port.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._port:
            return super().eventFilter(watched, event)
        if isinstance(event, QMouseEvent):
            return self._on_mouse(event)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self._board.pointed.emit(None)
        return super().eventFilter(watched, event)

    def _on_mouse(self, event: QMouseEvent) -> bool:
        point = event.position().toPoint()
        kind = event.type()
        if kind == QEvent.Type.MouseMove and event.buttons() & _LEFT:
            self.drag.move(point)
        elif kind == QEvent.Type.MouseMove:
            self._board.pointed.emit(self._board.hit(point))
        elif event.button() != _LEFT:
            return False
        elif kind == QEvent.Type.MouseButtonRelease:
            self._let_go()
        elif kind == QEvent.Type.MouseButtonDblClick:
            self._open(self._board.hit(point))
        else:
            self._press(self._board.hit(point), event)
        return True

    def _press(self, hit: Hit | None, event: QMouseEvent) -> None:
        if hit is None:
            return
        if hit.kind is not Kind.FIELD:
            self._board.setFocus(Qt.FocusReason.MouseFocusReason)
        caret, modifiers = self._board.caret, event.modifiers()
        is_photo = hit.kind is Kind.PHOTO
        if hit.kind is Kind.FIELD:
            caret.go(hit.row)
            self._board.field_pressed.emit(hit.key)
        elif is_photo and modifiers & _TOGGLE:
            caret.toggle(hit.row, hit.place)
        elif is_photo and modifiers & _EXTEND and hit.row == caret.row:
            caret.extend(hit.place)
        elif is_photo:
            self.drag.press(hit, event.position().toPoint())
        else:
            caret.go(hit.row, hit.place)

    def _let_go(self) -> None:
        drop = self.drag.release()
        if drop is not None:
            self._board.dropped.emit(drop)

    def _open(self, hit: Hit | None) -> None:
        if hit is not None and hit.kind is Kind.PHOTO:
            self._board.peeked.emit()

    def _tell(self, event: QHelpEvent) -> None:
        hit = self._board.hit(event.pos())
        words = hit.words(self._board.groups) if hit is not None else ""
        QToolTip.showText(event.globalPos(), plain_tooltip(words), self._board)
