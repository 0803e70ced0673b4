"""Fields that hold words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import px
from closet_app.ui.theme.tokens import tokens
from closet_app.ui.widgets.choice_box import ChoiceBox
from closet_app.ui.widgets.field_box import FieldBox, IconMark
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.widgets.word_completer import WordCompleter
from closet_app.ui.words import say


class LineField(FieldBox):
    """One line of text. `edited` on each letter, `changed` when the seller leaves a new value."""

    marks_suggestions = False  # an offered value stands behind an icon
    edited = Signal(str)
    changed = Signal(str)

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        empty: str = "",
        unit: str = "",
        limit: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        self.line = QLineEdit()
        super().__init__(label, self.line, hint=hint, parent=parent)
        self._empty = empty
        self._kept = ""
        self._limit = limit
        self._unit: PlainLabel | None = None
        self._mark: IconMark | None = None
        self.line.setPlaceholderText(empty)
        self.set_unit(unit)
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self._on_finished)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Show `text` without reporting a change."""
        self._kept = text
        self.line.setText(text)
        self.line.setCursorPosition(0)
        self.set_error("")
        self._count()

    def set_unit(self, unit: str) -> None:
        """Words inside the field's end, such as "in"."""
        if unit and self._unit is None:
            self._unit = PlainLabel("", role="small", tone="muted", parent=self.line)
            self.watch_editor()
        if self._unit is not None:
            self._unit.setText(unit)
        self._place_unit()

    def _on_edited(self, text: str) -> None:
        if self._suggested:
            self.suggest("")
        self._count()
        self.edited.emit(text)

    def _on_finished(self) -> None:
        if self.text != self._kept:
            self._kept = self.text
            self._leave(self.text)

    def _leave(self, text: str) -> None:
        self.changed.emit(text)

    def _count(self) -> None:
        """Limits are those of marketplaces: they warn and never cut what is typed."""
        if self._limit:
            tone = "warn" if len(self.text) > self._limit else "muted"
            words = say("{count} of {limit}", count=len(self.text), limit=self._limit)
            self.set_hint(words, tone)

    def _show_suggestion(self, words: str) -> None:
        self.line.setPlaceholderText(words or self._empty)
        is_marked = bool(words) and self.marks_suggestions
        if is_marked and self._mark is None:
            self._mark = IconMark("scan-search", "accent-ink", parent=self.line)
        if self._mark is not None:
            self._mark.setVisible(is_marked)
            self._mark.move(px(10), (self.line.height() - self._mark.height()) // 2)
        self._place_unit()

    def take_suggestion(self) -> None:
        taken = self._suggested
        if taken:
            self.set_text(taken)
            self.line.end(False)  # Qt's own flag: whoever types on adds to it
        super().take_suggestion()

    def _place_unit(self) -> None:
        taken = self._use.width() + px(2) if self._use and self._suggested else 0
        before = px(20) if self._mark and not self._mark.isHidden() else 0
        self.line.setTextMargins(before, 0, max(self._room_of_unit(), taken), 0)

    def _room_of_unit(self) -> int:
        """Pixels that the unit takes, which is put in its place."""
        if self._unit is None:
            return 0
        self._unit.adjustSize()
        left = self.line.width() - self._unit.width() - px(10)
        self._unit.move(left, (self.line.height() - self._unit.height()) // 2)
        return self._unit.width() + px(8) if self._unit.text() else 0

    def _place_use(self) -> None:
        super()._place_use()
        self._place_unit()


class _PlainTextEdit(QPlainTextEdit):
    left = Signal()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class MultiLineField(FieldBox):
    """Several lines of plain text; Tab goes on to the next field."""

    edited = Signal(str)
    changed = Signal(str)

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        empty: str = "",
        lines: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        self.area = _PlainTextEdit()
        super().__init__(label, self.area, hint=hint, parent=parent)
        self._kept = ""
        self.area.setPlaceholderText(empty)
        self.area.setTabChangesFocus(True)
        fix(self.area, height=lines * tokens().type_roles["body"].line + 18)
        self.area.textChanged.connect(lambda: self.edited.emit(self.text))
        self.area.left.connect(self._on_left)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.area.toPlainText()

    def set_text(self, text: str) -> None:
        """Show `text` without reporting a change."""
        self._kept = text
        self.area.blockSignals(True)
        self.area.setPlainText(text)
        self.area.blockSignals(False)

    def _on_left(self) -> None:
        if self.text != self._kept:
            self._kept = self.text
            self.changed.emit(self.text)


class ComboField(FieldBox):
    """A choice among (value, words); with `editable`, any words with completions.

    `changed` carries the value, or the typed words when they are none of the choices.
    """

    changed = Signal(object)

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[object, str]] = (),
        *,
        hint: str = "",
        empty: str = "",
        editable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.box = self.make_box()
        if editable:
            # Told to be editable, it would make its list at once: two thirds of its cost.
            self.box.setLineEdit(QLineEdit(self.box))
        super().__init__(label, self.box, hint=hint, parent=parent)
        self._editable = editable
        self._kept: object = None
        self._empty = empty
        self._show_empty(empty)
        self.set_options(options)
        self.box.activated.connect(self._on_left)
        if editable:
            self._complete()

    def make_box(self) -> ChoiceBox:
        """The box that is chosen from."""
        return ChoiceBox()

    def _complete(self) -> None:
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = WordCompleter(self.box.model(), self._line())
        self.box.setCompleter(completer)
        self._line().editingFinished.connect(self._on_left)
        completer.activated.connect(lambda _words: QTimer.singleShot(0, self, self._on_left))

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer other choices; the chosen value stays if it is still among them."""
        chosen = self._kept
        self.box.blockSignals(True)
        self.box.clear()
        for value, words in options:
            self.box.addItem(words, value)
        self.box.blockSignals(False)
        self.set_value(chosen)

    def value(self) -> object:
        """The chosen value, or the typed words; None when nothing is chosen."""
        words = self.box.currentText()
        if not self._editable:
            return self.box.currentData()
        index = self.box.findText(words, Qt.MatchFlag.MatchFixedString)
        return self.box.itemData(index) if index >= 0 else (words or None)

    def set_value(self, value: object) -> None:
        """Show `value` without reporting a change."""
        self._kept = value
        index = self._index_of(value)
        self.box.setCurrentIndex(index)
        if self._editable and index < 0:
            self.box.setEditText("" if value is None else str(value))
        if self._editable:
            self._line().home(False)

    def _line(self) -> QLineEdit:
        line = self.box.lineEdit()
        if line is None:
            raise TypeError("only an editable choice has a line")
        return line

    def _index_of(self, value: object) -> int:
        count = self.box.count()
        return next((row for row in range(count) if self.box.itemData(row) == value), -1)

    def _show_empty(self, words: str) -> None:
        if self._editable:
            self._line().setPlaceholderText(words)
        else:
            self.box.setPlaceholderText(words)

    def _show_suggestion(self, words: str) -> None:
        self._show_empty(words or self._empty)
        if self._editable:
            self._line().setTextMargins(0, 0, px(14) if words else 0, 0)

    def take_suggestion(self) -> None:
        taken = self._suggested
        if taken:
            index = self.box.findText(taken, Qt.MatchFlag.MatchFixedString)
            self.set_value(self.box.itemData(index) if index >= 0 else taken)
        super().take_suggestion()

    def _on_left(self, _index: int = 0) -> None:
        value = self.value()
        if value != self._kept:
            self._kept = value
            self.changed.emit(value)
