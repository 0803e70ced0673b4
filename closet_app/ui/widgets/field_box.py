"""A label, its field, a hint, and the sentence that says what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text import PlainLabel, set_state
from closet_app.ui.words import say


class IconMark(QWidget):
    """A small icon in a colour role, for looking at only."""

    def __init__(self, name: str, tone: str, side: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self._side = side
        fix(self, width=side, height=side)

    def show_icon(self, name: str, tone: str) -> None:
        """Show another icon in another colour role."""
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRect(self.rect()), self._name, self._tone)


class FieldBox(QWidget):
    """Label above, hint at the right of the label's line, error under the field.

    The editor's `state` property (empty, error, suggested) is what the style sheet shows. What
    most fields never say is made when it is said first: half the cost of a form was in it.
    """

    suggestion_taken = Signal(str)

    def __init__(
        self, label: str, editor: QWidget, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._suggested = ""
        self._label = PlainLabel(label, role="label", tone="ink2")
        self._tick: IconMark | None = None
        self._hint: PlainLabel | None = None
        self._error: PlainLabel | None = None
        self._use: QAbstractButton | None = None
        self._above, self._rows = QHBoxLayout(), QVBoxLayout(self)
        self._build()
        editor.setAccessibleName(label)
        self.setFocusProxy(editor)
        self.set_hint(hint)

    def _build(self) -> None:
        self._above.setContentsMargins(0, 0, 0, 0)
        self._above.setSpacing(px(4))
        self._above.addWidget(self._label, 1)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(px(4))
        self._rows.addLayout(self._above)
        self._rows.addWidget(self.editor)
        self._label.setVisible(bool(self._label.text()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def watch_editor(self) -> None:
        """See the editor's events from now on, for what stands in it or answers its keys."""
        self.editor.installEventFilter(self)

    def make_taker(self, editor: QWidget) -> QAbstractButton:
        """What stands in the field to take an offered value."""
        return Button(say("Use"), "link", pressed=self.take_suggestion, parent=editor)

    @property
    def label(self) -> str:
        """The words above the field."""
        return self._label.text()

    def set_label(self, words: str) -> None:
        """Name the field in other words."""
        self._label.setText(words)
        self._label.setVisible(bool(words))
        self.editor.setAccessibleName(words)

    @property
    def hint(self) -> str:
        """The words at the right of the label."""
        return self._hint.text() if self._hint else ""

    @property
    def error(self) -> str:
        """The sentence under the field, empty when nothing is wrong."""
        return self._error.text() if self._error else ""

    def set_error(self, sentence: str) -> None:
        """Show the field as wrong, with one sentence; an empty sentence makes it right again."""
        if sentence and self._error is None:
            self._error = PlainLabel("", role="small", tone="bad", wrap=True)
            self._rows.addWidget(self._error)
        if self._error is not None:
            self._error.setText(sentence)
            self._error.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence)
        set_state(self.editor, "state", "error" if sentence else "")

    def set_hint(self, words: str, tone: str = "muted", *, ticked: bool = False) -> None:
        """Words at the right of the label, such as "42 of 80" or a ticked "matches tag"."""
        if words and self._hint is None:
            self._hint = PlainLabel("", role="small")
            self._above.addWidget(self._hint)
        if self._hint is not None:
            self._hint.setText(words)
            self._hint.set_tone(tone)
            self._hint.setVisible(bool(words))
        if ticked and self._tick is None:
            self._tick = IconMark("check", "ok-ink")
            self._above.insertWidget(1, self._tick)
        if self._tick is not None:
            self._tick.setVisible(ticked)

    def suggest(self, words: str) -> None:
        """Offer a value found elsewhere; it counts only once it is taken."""
        self._suggested = words
        if words and self._use is None:
            self._use = self.make_taker(self.editor)
            QWidget.setTabOrder(self.editor, self._use)
            self.watch_editor()
        if self._use is not None:
            self._use.setVisible(bool(words))
        self.editor.setAccessibleDescription(
            say("Suggested: {words}", words=words) if words else ""
        )
        self._show_suggestion(words)
        set_state(self.editor, "state", "suggested" if words else "")
        self._place_use()

    def take_suggestion(self) -> None:
        """Accept the offered value."""
        taken = self._suggested
        if taken:
            self.suggest("")
            self.suggestion_taken.emit(taken)

    def _show_suggestion(self, words: str) -> None:
        """Subclasses that hold text show the offer in the field."""

    def sizeHint(self) -> QSize:
        """As high as the sentence needs at the width there is."""
        hint = super().sizeHint()
        if self.error:
            hint.setHeight(max(hint.height(), self.heightForWidth(self.width())))
        return hint

    def minimumSizeHint(self) -> QSize:
        """Never less, so that a dialog grows when a sentence appears."""
        hint = super().minimumSizeHint()
        if self.error:
            hint.setHeight(max(hint.height(), self.heightForWidth(self.width())))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.error and event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor:
            if event.type() == QEvent.Type.Resize:
                self._place_use()
            elif self._takes(event):
                self.take_suggestion()
                return True
        return super().eventFilter(watched, event)

    def _takes(self, event: QEvent) -> bool:
        is_tab = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab
        return bool(self._suggested) and is_tab and event.type() == QEvent.Type.KeyPress

    def _place_use(self) -> None:
        if self._use is None:
            return
        self._use.adjustSize()
        left = self.editor.width() - self._use.width() - px(8)
        self._use.move(left, (self.editor.height() - self._use.height()) // 2)
