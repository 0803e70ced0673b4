"""One control of the form: shows its field, reads it, and minds what is being typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from closet_app.errors import UserError
from closet_app.ui.widgets.field_box import FieldBox

PAUSE_MS = 1500
"""A pause in typing after which the field is saved although it is not left."""


class FieldInput(QObject):
    """Joins a box with one field.

    `committed` carries key and value when the box is left or typing pauses; `wrong` the key
    when the text cannot be read, which then stands under the box while the text stays. Without
    `pauses` a half typed word is never saved.
    """

    committed = Signal(str, object)
    wrong = Signal(str)

    def __init__(
        self,
        key: str,
        box: FieldBox,
        read: Callable[[], object],
        put: Callable[[Any], object],
        *,
        pauses: bool = True,
    ) -> None:
        super().__init__(box)
        self.key, self.box = key, box
        self._read, self._put = read, put
        self._typed = False
        self._pauses = pauses
        self._shown: object = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.save_quietly)

    @property
    def is_unsaved(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._typed

    def show(self, value: object) -> None:
        """Show `value`, unless something else is being typed."""
        self._shown = value
        if self._typed or (self._is_held() and self._reads(value)):
            return
        self._put(value)
        self.box.set_error("")

    def forget(self) -> None:
        """Give up what was typed; the next `show` shows its value."""
        self._pause.stop()
        self._typed = False
        self.box.set_error("")

    def refuse(self, sentence: str) -> None:
        """Say why the value was not taken; what was typed stays."""
        self._typed = True
        self.box.set_error(sentence)

    def on_edited(self, *_told: object) -> None:
        """Something is being typed."""
        self._typed = True
        if self._pauses:
            self._pause.start()

    def on_chosen(self, *_told: object) -> None:
        """A choice was made, which is saved at once."""
        self._typed = True
        self.on_left()

    def on_left(self, *_told: object) -> None:
        """The box was left; what was not touched is not read, since it may be shown rounded."""
        self._pause.stop()
        if not self._typed:
            return
        try:
            value = self._read()
        except UserError as why:
            self.box.set_error(str(why))
            self.wrong.emit(self.key)
            return
        self._typed = False
        self.box.set_error("")
        if value == self._shown:
            self._put(value)
        self._shown = value
        self.committed.emit(self.key, value)

    def flush(self) -> bool:
        """Save what was typed; False when it cannot be read."""
        self.on_left()
        return not self._typed

    def save_quietly(self) -> None:
        """Save what can be read already, leaving text and cursor alone."""
        try:
            value = self._read()
        except UserError:
            return
        self._pause.stop()
        self._typed = False
        self._shown = value
        self.committed.emit(self.key, value)

    def _is_held(self) -> bool:
        focused: QWidget | None = QApplication.focusWidget()
        editor = self.box.editor
        return focused is not None and (focused is editor or editor.isAncestorOf(focused))

    def _reads(self, value: object) -> bool:
        try:
            return self._read() == value
        except UserError:
            return False
