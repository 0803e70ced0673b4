"""Keys wherever the focus is: a scanner types fast and ends with Enter, a hand presses one key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from closet_app.ui.frame.action_map import edits_text

HOLD_MS = 70
"""A scanner's keys are 1 to 50 ms apart; a key that stays alone for this long was a hand's."""

TRACKING = "t"
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class ScanKeys(QObject):
    """Listens to the widget of `page` that has the focus, unless text is typed there.

    `scanned` carries a whole code, `typed` the beginning of words that somebody types,
    `ticked` says Space, `picked` carries a digit from 1 and `tracked` says T, both only while
    `letters` answers that single keys act.
    """

    scanned = Signal(str)
    typed = Signal(str)
    ticked = Signal()
    picked = Signal(int)
    tracked = Signal()

    def __init__(self, page: QWidget, letters: Callable[[], bool]) -> None:
        super().__init__(page)
        self._page = page
        self._letters = letters
        self._heard: QWidget | None = None
        self._text = ""
        self._hold = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._hold.timeout.connect(self._on_held)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
            self._follow(None, app.focusWidget())

    @property
    def is_quiet(self) -> bool:
        """Whether no key is held back."""
        return not self._text

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what a scanner or a single key means, before shortcuts and the widget do."""
        if not isinstance(event, QKeyEvent) or not self._means(event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self._press(event)
            return True
        return False

    def _means(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _HELD:
            return False
        if event.key() in _ENDS:
            return bool(self._text)
        if event.key() == Qt.Key.Key_Space:
            return bool(self._text) or not isinstance(self._heard, QAbstractButton)
        return bool(event.text()) and event.text().isprintable()

    def _press(self, event: QKeyEvent) -> None:
        if event.key() in _ENDS:
            self._hold.stop()
            code, self._text = self._text, ""
            self.scanned.emit(code)
        elif event.isAutoRepeat():
            return
        elif event.key() == Qt.Key.Key_Space and not self._text:
            self.ticked.emit()
        else:
            self._text += event.text()
            self._hold.start()

    def _on_held(self) -> None:
        text, self._text = self._text, ""
        if self._letters() and len(text) == 1 and text in "123456789":
            self.picked.emit(int(text))
        elif self._letters() and text.casefold() == TRACKING:
            self.tracked.emit()
        elif text:
            self.typed.emit(text)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._heard is not None:
            self._heard.removeEventFilter(self)
            self._heard = None
        inside = new is not None and (new is self._page or self._page.isAncestorOf(new))
        if new is not None and inside and not edits_text(new):
            self._heard = new
            new.installEventFilter(self)
