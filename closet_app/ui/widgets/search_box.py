"""Search with tokens: filters as chips, words after them, suggestions below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.fonts import text_width
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.buttons import paint_key
from closet_app.ui.widgets.field_box import IconMark
from closet_app.ui.widgets.frames import dropped_files
from closet_app.ui.widgets.suggestion_list import Suggestion, SuggestionList
from closet_app.ui.widgets.text import set_state
from closet_app.ui.widgets.token_chip import MoreChip, TokenChip, TokenFace, plain_face

LEAST_LINE = 196
"""Room that filters leave to type, and for the chip that stands for hidden ones."""


class SearchBox(QFrame):
    """Tokens and a line. `query_changed` carries tokens and words, joined by spaces.

    `files_dropped` carries the paths of files that were dropped on it.
    `suggest(text)` answers what could complete the word being typed, or None when the answer
    comes later through `offer`; `face(token)` says how a token is shown. Text after the last
    space that looks like `key:value` becomes a token at the next space, at Enter, or when its
    suggestion is taken.
    """

    query_changed = Signal(str)
    submitted = Signal(str)
    files_dropped = Signal(list)

    def __init__(
        self,
        empty: str,
        *,
        suggest: Callable[[str], Sequence[Suggestion] | None] = lambda _text: (),
        face: Callable[[str], TokenFace] = plain_face,
        keys: str = "Ctrl K",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self._suggest = suggest
        self._face = face
        self._keys = keys
        self._chips: list[TokenChip] = []
        self._tools: list[QWidget] = []
        self.line = QLineEdit()
        self.line.setProperty("bare", True)
        self.line.setPlaceholderText(empty)
        self.line.setAccessibleName(empty)
        self.list = SuggestionList(self)
        self._more = MoreChip()
        self._build()

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(10), 0, px(58) if self._keys else px(8), 0)
        self._row.setSpacing(px(6))
        self._row.addWidget(IconMark("search", "muted", 16))
        self._row.addWidget(self._more)
        self._row.addWidget(self.line, 1)
        fix(self, height=34)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.textEdited.connect(self._on_edited)
        self.line.installEventFilter(self)
        self.list.taken.connect(self._take)
        self._more.unwanted.connect(self.remove_token)

    def tokens(self) -> list[str]:
        """The filters as `key:value`, in the order they were added."""
        return [chip.token for chip in self._chips]

    def query(self) -> str:
        """Tokens and words as one query."""
        return " ".join([*self.tokens(), self.line.text().strip()]).strip()

    def set_query(self, tokens: Sequence[str], words: str) -> None:
        """Show another query without reporting a change."""
        for chip in self._chips:
            self._drop(chip)
        self._chips = []
        for token in tokens:
            self._append(token)
        self.line.setText(words)
        self.list.hide()

    def add_tool(self, tool: QWidget) -> None:
        """Put a button behind the line."""
        self._tools.append(tool)
        self._row.addWidget(tool)

    def remove_token(self, token: str) -> None:
        """Take a filter away."""
        for chip in [chip for chip in self._chips if chip.token == token]:
            self._chips.remove(chip)
            self._drop(chip)
            self.line.setFocus()
            self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            set_state(self, "focused", kind == QEvent.Type.FocusIn)
            if kind == QEvent.Type.FocusOut:
                self.list.hide()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        elif isinstance(event, QDropEvent) and dropped_files(event):
            event.acceptProposedAction()
            if kind == QEvent.Type.Drop:
                self.files_dropped.emit(dropped_files(event))
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._keys and not self.line.hasFocus():
            width = text_width(self._keys, "micro") + px(12)
            box = QRect(self.width() - width - px(8), (self.height() - px(18)) // 2, width, px(18))
            paint_key(QPainter(self), box, self._keys, color("muted"))

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Backspace and not self.line.text() and self._chips:
            self.remove_token(self._chips[-1].token)
            return True
        if self.list.isVisible() and self.list.press(key):
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list.hide()
            self._gather(self.line.text() + " ")
            self.submitted.emit(self.query())
            return True
        if key == Qt.Key.Key_Down and not self.list.isVisible():
            self._show_suggestions()
            return self.list.isVisible()
        return False

    def _on_edited(self, text: str) -> None:
        self._gather(text)
        self._show_suggestions()
        self._tell()

    def _gather(self, text: str) -> None:
        """Turn finished `key:value` words into chips."""
        rest = []
        words = split_words(text)
        finished = words if text.endswith(" ") else words[:-1]
        for word in finished:
            if is_token(word):
                self._append(word)
            else:
                rest.append(word)
        if len(rest) < len(finished):
            self.line.setText(" ".join([*rest, *words[len(finished) :]]))

    def offer(self, typed: str, found: Sequence[Suggestion]) -> None:
        """Show what fits `typed`, if that is still the word being typed."""
        if self.line.hasFocus() and typed == typed_word(self.line.text()):
            self.list.offer(typed, found)

    def _show_suggestions(self) -> None:
        typed = typed_word(self.line.text())
        found = self._suggest(typed)
        if found is not None:
            self.list.offer(typed, found)

    def _take(self, suggestion: Suggestion) -> None:
        words = split_words(self.line.text())
        kept = words if self.line.text().endswith(" ") else words[:-1]
        if is_token(suggestion.token):
            self._append(suggestion.token)
            self.line.setText(" ".join(kept))
            self.list.hide()
        else:
            self.line.setText(" ".join([*kept, suggestion.token]))
            self._show_suggestions()
        self._tell()

    def _append(self, token: str) -> None:
        if token in self.tokens():
            return
        chip = TokenChip(token, self._face(token))
        chip.clicked.connect(lambda _checked=False: self.remove_token(token))
        self._chips.append(chip)
        self._row.insertWidget(len(self._chips) + 1, chip)
        self._fit()

    def _drop(self, chip: TokenChip) -> None:
        self._row.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self._fit()

    def _fit(self) -> None:
        """The newest filters that leave room to type; "+3" stands for the others."""
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - px(16) - px(LEAST_LINE)
        room -= sum(tool.sizeHint().width() + px(6) for tool in self._tools)
        shown = 0
        for chip in reversed(self._chips):
            room -= chip.sizeHint().width() + px(6)
            shown += room >= 0
        shown = max(shown, min(len(self._chips), 1))
        hidden = self._chips[: len(self._chips) - shown]
        for chip in self._chips:
            chip.setVisible(chip not in hidden)
        self._more.show_hidden(hidden)

    def _tell(self) -> None:
        self.query_changed.emit(self.query())


def is_token(word: str) -> bool:
    """Whether a word is a whole filter: a key, a colon and a value."""
    key, colon, value = word.removeprefix("-").partition(":")
    closed = value.count('"') % 2 == 0
    return bool(colon) and key.isidentifier() and bool(value.strip('"')) and closed


def split_words(text: str) -> list[str]:
    """Words at spaces, quotes held together."""
    words, word, quoted = list[str](), "", False
    for letter in text:
        quoted ^= letter == '"'
        if letter == " " and not quoted:
            words.append(word)
            word = ""
        else:
            word += letter
    return [found for found in [*words, word] if found]


def typed_word(text: str) -> str:
    """The word that is not finished yet."""
    words = split_words(text)
    return words[-1] if words and not text.endswith(" ") else ""
