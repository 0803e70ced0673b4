"""The fields of the current row: the only ones that are widgets, over the painted row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from closet_app.errors import UserError
from closet_app.services.records.intake import IntakeGroup
from closet_app.ui.desk import Desk
from closet_app.ui.editor.completions import KEYS, Completion
from closet_app.ui.editor.controls import Talk
from closet_app.ui.intake.field_table import FURTHER, USUAL, Place, places
from closet_app.ui.intake.model import GroupModel
from closet_app.ui.intake.row_field import RowField
from closet_app.ui.intake.row_shape import RowShape
from closet_app.ui.intake.speech import say_suggestion
from closet_app.ui.intake.word_lists import offer_words
from closet_app.ui.theme.fonts import line_height
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text import ElidedLabel
from closet_app.ui.words import say, say_many


class LiveRow(QWidget):
    """`typed` carries group, key and text; `used` and `dismissed` group and key.

    `walked` asks for another row in the same field, `entered` for the next one, `left` for
    the photos, `ended` when Tab leaves the last field; `sentenced` says what is wrong, `rested`
    where the focus or the mouse is.
    """

    typed = Signal(int, str, str)
    used = Signal(int, str)
    dismissed = Signal(int, str)
    walked = Signal(int)
    entered = Signal()
    left = Signal()
    ended = Signal()
    sentenced = Signal(str)
    rested = Signal(str, bool)
    more_asked = Signal()

    def __init__(self, desk: Desk, talk: Talk, model: GroupModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._talk, self._model = desk, talk, model
        self.group: IntakeGroup | None = None
        self.fields: dict[str, RowField] = {}
        self._is_more = False
        self._width = 0
        self.more = Button("", "link", size="small", pressed=self.more_asked.emit, parent=self)
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sentence = ElidedLabel("", role="small", tone="bad", parent=self)
        self._add(USUAL)

    def _add(self, wanted: tuple[Place, ...]) -> None:
        for place in wanted:
            field = self.fields[place.key] = RowField(place)
            field.setParent(self)
            field.line.installEventFilter(self)
            if place.key in KEYS:
                Completion(self._desk, KEYS[place.key], field.line)
            else:
                offer_words(field.line, place.key, self._talk.manner.taxonomy)
            self._connect(field)
            field.show()

    def _connect(self, field: RowField) -> None:
        key = field.key
        field.changed.connect(lambda text: self._leave(key, text))
        field.suggestion_taken.connect(lambda _words: self._tell_group(self.used, key))
        field.dismissed.connect(lambda: self._tell_group(self.dismissed, key))
        field.walked.connect(self.walked)
        field.entered.connect(self.entered)
        field.left.connect(self.left)
        field.rested.connect(lambda rests: self.rested.emit(key, rests))

    def _tell_group(self, signal: SignalInstance, key: str) -> None:
        if self.group is not None:
            signal.emit(self.group.id, key)

    def show_more(self, *, more: bool) -> None:
        """Show all fields, or the usual ones."""
        self._is_more = more
        if more and len(self.fields) == len(USUAL):
            self._add(tuple(place for place in places(more=True) if place in FURTHER))
        for key, field in self.fields.items():
            field.setVisible(more or any(place.key == key for place in USUAL))
        self._say_more()
        self._place_fields()
        if self.group is not None:
            self.show_group(self.group)

    def show_group(self, group: IntakeGroup) -> None:
        """Show another group, or what is new about this one, but for what is being typed."""
        is_other = self.group is None or self.group.id != group.id
        self.group = group
        for key, field in self.fields.items():
            if is_other or not (field.line.hasFocus() and field.line.isModified()):
                self._show_field(group, key, field)
        self._say_more()
        self._say_wrong()

    def _show_field(self, group: IntakeGroup, key: str, field: RowField) -> None:
        text = self._model.text(group, key)
        field.show_value(text, group.given.get(key, ""))
        field.set_error(self._model.wrong(group, key))
        suggestion = None if text else group.suggestions.get(key)
        if suggestion is not None:
            field.offer(suggestion.value, say_suggestion(suggestion))
        elif field.is_offering:
            field.offer("", "")

    def flush(self) -> None:
        """Take what is being typed."""
        for field in self.fields.values():
            field.finish()

    def refuse(self, group_id: int, key: str, text: str, sentence: str) -> None:
        """Say why what was typed is not taken; it stays where it was typed."""
        self._model.note_typed(group_id, key, text, sentence)
        if self.group is not None and self.group.id == group_id:
            self._show_field(self.group, key, self.fields[key])
            self._say_wrong()

    def focus(self, key: str) -> None:
        """Put the cursor into a field."""
        line = self.fields[key].line if key in self.fields else self.fields["title"].line
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line.selectAll()

    @property
    def focused(self) -> str:
        """The key of the field with the focus; empty when none has it."""
        return next((key for key, field in self.fields.items() if field.line.hasFocus()), "")

    def _leave(self, key: str, text: str) -> None:
        group = self.group
        if group is None or text == self._model.text(group, key):
            return
        try:
            if text.strip():
                self._talk.read(key, text)
        except UserError as why:
            self.refuse(group.id, key, text, str(why))
            return
        self._model.note_typed(group.id, key, text)
        self.fields[key].set_error("")
        self._say_wrong()
        self.typed.emit(group.id, key, text)

    def _say_wrong(self) -> None:
        group = self.group
        keys = self.fields if group is not None else ()
        wrong = [self._model.wrong(group, key) for key in keys if group is not None]
        sentence = next((each for each in wrong if each), "")
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.sentenced.emit(sentence)

    def _say_more(self) -> None:
        hidden = () if self._is_more or self.group is None else self.group.suggestions
        count = sum(key not in _USUAL_KEYS for key in hidden)
        words = say_many("More, {count} suggested", "More, {count} suggested", count)
        more = words if count else say("More")
        self.more.setText(say("Less") if self._is_more else more)
        self._place_more()

    def place(self, shape: RowShape) -> None:
        """Stand over the fields of a row with these measures."""
        self._width = shape.width
        self._place_fields()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_fields()

    def _place_fields(self) -> None:
        shape = RowShape(self._width)
        corner = QPoint(shape.fields.left(), 0)
        for place in places(more=self._is_more):
            if place.key in self.fields:
                box = shape.label(place).united(shape.field(place)).translated(-corner)
                self.fields[place.key].setGeometry(box)
        height = line_height("small") + px(3)
        self._sentence.setGeometry(0, self.height() - height - px(4), self.width(), height)
        self._place_more()

    def _place_more(self) -> None:
        self.more.adjustSize()
        self.more.move(self.width() - self.more.width() - px(2), px(4))
        self.more.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_tab = event.key() == Qt.Key.Key_Tab
            last = self.fields[places(more=self._is_more)[-1].key]
            if is_tab and watched is last.line and not last.is_offering:
                self.ended.emit()
                return True
        return super().eventFilter(watched, event)


_USUAL_KEYS = frozenset(place.key for place in USUAL)
