"""A field of the current row: suggestions carry their key, wrong words are told to the row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from closet_app.ui.intake.field_table import Place
from closet_app.ui.intake.painting import paint_chip
from closet_app.ui.theme.fonts import text_width
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.text import set_state
from closet_app.ui.widgets.text_fields import LineField
from closet_app.ui.words import say


class TabChip(QAbstractButton):
    """The key that takes a suggestion, which can be pressed as well."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(say("Tab"))
        self.setAccessibleName(say("Use"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(text_width(self.text(), "micro") + px(12), px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chip(painter, self.rect(), self.text())


class RowField(LineField):
    """`dismissed` when the offered value is waved away; `walked` at ↑ and ↓, `entered` at Enter.

    `left` at Esc; `rested` tells whether the field has the focus or the mouse.
    """

    dismissed = Signal()
    walked = Signal(int)
    entered = Signal()
    left = Signal()
    rested = Signal(bool)

    def __init__(self, place: Place) -> None:
        self._offered = ""
        self._sentence = ""
        super().__init__(place.label, empty=say(place.empty))
        self._blank = say(place.empty)
        self.key = place.key
        set_state(self.line, "fieldSize", "row")
        self.watch_editor()

    def make_taker(self, editor: QWidget) -> QAbstractButton:
        chip = TabChip(editor)
        chip.clicked.connect(lambda _checked=False: self.take_suggestion())
        return chip

    def show_value(self, text: str, given: str) -> None:
        """Show what was filled in, or what stands there because it is the same for all."""
        if text != self.text:
            self.set_text(text)
        self._empty = given or self._blank
        set_state(self.line, "given", bool(given))
        self.line.setPlaceholderText(self._empty)

    def finish(self) -> None:
        """Take what is being typed, as if the field were left."""
        self._on_finished()

    def offer(self, value: str, words: str) -> None:
        """Offer `value`, said as `words`; nothing when it is empty."""
        self._offered = words
        self.suggest(value)

    @property
    def is_offering(self) -> bool:
        """Whether a suggestion stands in the field."""
        return bool(self._suggested)

    def _show_suggestion(self, words: str) -> None:
        super()._show_suggestion(self._offered if words else "")

    @property
    def error(self) -> str:
        return self._sentence

    def set_error(self, sentence: str) -> None:
        """Show the field as wrong; the row says the sentence."""
        self._sentence = sentence
        self.editor.setAccessibleDescription(sentence)
        set_state(self.editor, "state", "error" if sentence else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                if self._on_key(event):
                    return True
            elif event.type() in _RESTS:
                self.rested.emit(_RESTS[event.type()])
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _WALKS:
            self.walked.emit(_WALKS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and self.is_offering:
            self.suggest("")
            self.dismissed.emit()
        else:
            return False
        return True

    def _place_use(self) -> None:
        super()._place_use()
        if self._use is None or not self.is_offering:
            self.line.setTextMargins(0, 0, 0, 0)
            return
        chip = self._use.width()
        has_room = self.line.width() - chip > px(60)
        self._use.setVisible(has_room)
        self.line.setTextMargins(0, 0, chip if has_room else 0, 0)
        left = self.line.width() - (chip if has_room else 0) - px(18)
        fits = text_width(self._offered, "body") <= left
        self.line.setPlaceholderText(self._offered if fits else self._suggested)


_WALKS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_RESTS = {
    QEvent.Type.FocusIn: True,
    QEvent.Type.Enter: True,
    QEvent.Type.FocusOut: False,
    QEvent.Type.Leave: False,
}
