"""Offers what was read from photos in blank fields, and ticks those that match the tag."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from closet_app.domain.money import Money
from closet_app.domain.suggestions import Origin, Suggestion
from closet_app.ui.editor.controls import Talk
from closet_app.ui.editor.form_table import ABOUT, ORIGIN
from closet_app.ui.editor.inputs import FieldInput
from closet_app.ui.widgets.text_fields import ComboField, LineField
from closet_app.ui.words import mark, say

WIDE = 4
"""Columns of twelve from which on the words stand beside the tick."""

_CELLS = {cell.key: cell for cell in (*ABOUT, *ORIGIN)}
_FROM = {
    Origin.TAG: mark("from tag"),
    Origin.PHOTO: mark("from photo"),
    Origin.BARCODE: mark("from barcode"),
    Origin.FACTS: mark("from the facts"),
    Origin.SIMILAR: mark("from your sales"),
}
_PRICES = frozenset({"asking", "floor", "keep_at_least"})
_WAVES = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class Suggested(QObject):
    """`used` carries the suggestion that was taken in its field, `dismissed` its key."""

    used = Signal(object)
    dismissed = Signal(str)

    def __init__(
        self, inputs: Callable[[], Sequence[FieldInput]], talk: Talk, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._inputs, self._talk = inputs, talk
        self._offered: dict[str, Suggestion] = {}
        self._known: set[FieldInput] = set()

    @property
    def offered(self) -> Mapping[str, Suggestion]:
        """What stands in fields, by field."""
        return self._offered

    def show(self, suggestions: Mapping[str, Suggestion], matching: Collection[str]) -> None:
        """Offer these; a field that is being typed into or says something offers nothing."""
        self._offered = {}
        for field in self._inputs():
            suggestion = suggestions.get(field.key)
            if _can_offer(field):
                self._hear(field)
                self._offer(field, suggestion if _is_blank(field) else None)
            if field.key in _CELLS and field.key != "title":
                _tell_match(field, self._offered.get(field.key), matches=field.key in matching)

    def _offer(self, field: FieldInput, suggestion: Suggestion | None) -> None:
        field.box.suggest(self._words(suggestion) if suggestion else "")
        if suggestion is not None:
            self._offered[field.key] = suggestion

    def _words(self, suggestion: Suggestion) -> str:
        """The value as it will stand in its field: a price without empty cents."""
        if suggestion.field not in _PRICES:
            return suggestion.value
        value = self._talk.read(suggestion.field, suggestion.value)
        return self._talk.price(value) if isinstance(value, Money) else suggestion.value

    def _hear(self, field: FieldInput) -> None:
        if field in self._known:
            return
        self._known.add(field)
        if isinstance(field.box, LineField):
            field.box.marks_suggestions = field.key not in _PRICES
        field.destroyed.connect(lambda _gone=None: self._known.discard(field))
        field.box.suggestion_taken.connect(lambda _words: self._take(field.key))
        field.box.editor.installEventFilter(self)
        field.box.editor.setProperty("field", field.key)

    def _take(self, key: str) -> None:
        taken = self._offered.pop(key, None)
        if taken is not None:
            self.used.emit(taken)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace in a blank field waves away what is offered there."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = str(watched.property("field"))
            if event.key() in _WAVES and key in self._offered:
                field = next(each for each in self._inputs() if each.key == key)
                field.box.suggest("")
                self.dismissed.emit(self._offered.pop(key).key)
                return True
        return super().eventFilter(watched, event)


def _can_offer(field: FieldInput) -> bool:
    box = field.box
    return isinstance(box, LineField) or (isinstance(box, ComboField) and box.box.isEditable())


def _is_blank(field: FieldInput) -> bool:
    box = field.box
    text = box.text if isinstance(box, LineField) else ""
    if isinstance(box, ComboField):
        text = box.box.currentText()
    return not text.strip() and not field.is_unsaved


def _tell_match(field: FieldInput, suggestion: Suggestion | None, *, matches: bool) -> None:
    cell = _CELLS[field.key]
    wide = cell.span >= WIDE
    if matches:
        field.box.set_hint(say("matches tag") if wide else "", "ok", ticked=True)
    elif suggestion is not None and wide:
        field.box.set_hint(say(_FROM[suggestion.origin]), "accent")
    else:
        field.box.set_hint(cell.beside)
