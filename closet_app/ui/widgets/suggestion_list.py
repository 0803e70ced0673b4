"""What could complete the word being typed, with counts and the keys that take it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.buttons import paint_key
from closet_app.ui.widgets.popups import paint_popup, round_corners
from closet_app.ui.words import say

ROW, MOST = 32, 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A token or the beginning of one (`brand:`), how it reads, how many pieces it finds."""

    token: str
    words: str
    count: int | None = None


class SuggestionList(QFrame):
    """A popup under the search line; the line keeps the focus."""

    taken = Signal(object)

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor)
        self._anchor = anchor
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        round_corners(self, 10)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.suggestions: tuple[Suggestion, ...] = ()
        self.current = 0
        self.was_moved = False
        self._typed = ""

    def offer(self, typed: str, suggestions: Sequence[Suggestion]) -> None:
        """Show what fits `typed`, or hide when nothing does."""
        self.suggestions = tuple(suggestions[:MOST])
        self.current, self.was_moved = 0, False
        self._typed = typed.partition(":")[2] or typed
        if not self.suggestions:
            self.hide()
            return
        self._say_current()
        self.resize(max(px(280), self._anchor.width() // 2), self.sizeHint().height())
        self.move(self._anchor.mapToGlobal(QPoint(0, self._anchor.height() + 4)))
        self.setVisible(self._anchor.isVisible())
        self.update()

    def step(self, by: int) -> None:
        """Go to another suggestion."""
        self.current = (self.current + by) % len(self.suggestions)
        self.was_moved = True
        self._say_current()
        self.update()

    def take_current(self) -> None:
        """Accept the current suggestion."""
        self.taken.emit(self.suggestions[self.current])

    def press(self, key: Qt.Key) -> bool:
        """Do what a key of the line means here; whether it means anything."""
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Down: lambda: self.step(1),
            Qt.Key.Key_Up: lambda: self.step(-1),
            Qt.Key.Key_Tab: self.take_current,
            Qt.Key.Key_Escape: self.hide,
        }
        if self.was_moved:
            acts |= {Qt.Key.Key_Return: self.take_current}
        act = acts.get(key)
        if act is not None:
            act()
        return act is not None

    def sizeHint(self) -> QSize:
        return QSize(px(290), px(ROW) * len(self.suggestions) + px(46))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().y())
        if row is not None and row != self.current:
            self.current = row
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().y())
        if row is not None:
            self.current = row
            self.take_current()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_popup(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, suggestion in enumerate(self.suggestions):
            self._paint_row(painter, place, suggestion)
        self._paint_keys(painter)

    def _row_at(self, y: float) -> int | None:
        row = int((y - px(5)) // px(ROW))
        return row if 0 <= row < len(self.suggestions) else None

    def _say_current(self) -> None:
        current = self.suggestions[self.current]
        count = "" if current.count is None else f", {current.count}"
        self._anchor.setAccessibleDescription(f"{current.words}{count}")

    def _paint_row(self, painter: QPainter, place: int, suggestion: Suggestion) -> None:
        box = QRect(px(5), px(5) + px(ROW) * place, self.width() - 2 * px(5), px(ROW))
        is_current = place == self.current
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent-soft"))
            painter.drawRoundedRect(QRectF(box), px(6), px(6))
        ink = "accent-ink" if is_current else "ink"
        painter.setPen(color(ink))
        room = box.adjusted(px(10), 0, -px(10), 0)
        self._paint_words(painter, room, suggestion.words)
        if suggestion.count is not None:
            painter.setFont(font("body"))
            painter.setPen(color("accent-ink" if is_current else "muted"))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, side, str(suggestion.count))

    def _paint_words(self, painter: QPainter, room: QRect, words: str) -> None:
        """What was typed is bold."""
        typed = self._typed
        bold = words[: len(typed)] if words.casefold().startswith(typed.casefold()) else ""
        at = QRect(room)
        if bold:
            painter.setFont(font("body-strong"))
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, bold)
            at.setLeft(at.left() + painter.fontMetrics().horizontalAdvance(bold))
        painter.setFont(font("body"))
        width = at.width() - px(40)
        rest = painter.fontMetrics().elidedText(
            words[len(bold) :], Qt.TextElideMode.ElideRight, width
        )
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, rest)

    def _paint_keys(self, painter: QPainter) -> None:
        top = px(5) + px(ROW) * len(self.suggestions) + px(4)
        painter.setPen(color("line"))
        painter.drawLine(px(8), top, self.width() - px(8), top)
        left, middle = px(15), top + px(20)
        helps = (("Tab", say("take it")), ("-", say("leave out")), ("Esc", say("close")))
        for keys, words in helps:
            width = text_width(keys, "micro") + px(12)
            paint_key(painter, QRect(left, middle - px(9), width, px(18)), keys, color("muted"))
            left += width + px(6)
            painter.setFont(font("small"))
            painter.setPen(color("muted"))
            span = text_width(words, "small")
            room = QRect(left, middle - px(9), span + 2, px(18))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            left += span + px(10)
