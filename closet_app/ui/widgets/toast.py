"""The line that says what was just done, with Undo for eight seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPropertyAnimation,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QWidget

from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import color, px, theme
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.field_box import IconMark
from closet_app.ui.widgets.text import PlainLabel

STAY_MS = 8000
ABOVE_STATUS_BAR = 12


class Toast(QWidget):
    """What was done, in bulk colours; the mouse over it holds it."""

    gone = Signal()

    def __init__(
        self,
        words: str,
        *,
        icon: str = "check",
        action: str = "",
        acted: Callable[[], object] | None = None,
        stay_ms: int = STAY_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), 0, px(14), 0)
        row.setSpacing(px(10))
        row.addWidget(IconMark(icon, "bulk-ink", 16))
        row.addWidget(PlainLabel(words, tone="bulk"))
        self._timer = QTimer(self, singleShot=True, interval=stay_ms)
        self._timer.timeout.connect(self.leave)
        if action and acted is not None:
            row.addWidget(_BulkLine())
            row.addWidget(self._action_button(action, acted))
            row.setContentsMargins(px(14), 0, px(4), 0)
        fix(self, height=42)
        self.adjustSize()

    def _action_button(self, words: str, acted: Callable[[], object]) -> Button:
        def act() -> None:
            self.leave()
            acted()

        button = Button(words, "ghost", pressed=act)
        button.setProperty("onbulk", True)
        return button

    def start(self) -> None:
        """Come up and begin to count."""
        self.show()
        self.raise_()
        if theme().moves:
            self._fade_in()
        self._timer.start()

    def _fade_in(self) -> None:
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", self)
        fade.setDuration(140)
        fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        fade.setStartValue(0.0)
        fade.setEndValue(1.0)
        fade.finished.connect(self._end_fade)
        fade.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    def _end_fade(self) -> None:
        self.setGraphicsEffect(None)  # type: ignore[arg-type]

    def leave(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()
        self.gone.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.isVisible():
            self._timer.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("bulk"))
        painter.drawRoundedRect(QRectF(self.rect()), px(9), px(9))


class _BulkLine(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(1, px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), color("bulk-line"))


class ToastHost(QObject):
    """Shows one toast at a time at the foot of `area`; a new one takes the old one's place."""

    def __init__(self, area: QWidget, *, stay_ms: int = STAY_MS) -> None:
        super().__init__(area)
        self._area = area
        self._stay_ms = stay_ms
        self.shown: Toast | None = None
        area.installEventFilter(self)

    def show_toast(
        self,
        words: str,
        *,
        icon: str = "check",
        action: str = "",
        acted: Callable[[], object] | None = None,
    ) -> Toast:
        """Say `words`; with `action`, one button that calls `acted`."""
        self.clear()
        toast = Toast(
            words, icon=icon, action=action, acted=acted, stay_ms=self._stay_ms, parent=self._area
        )
        toast.gone.connect(self.clear)
        self.shown = toast
        self._place()
        toast.start()
        return toast

    def stay_on_top(self) -> None:
        """Stand above whatever was shown since."""
        if self.shown is not None:
            self.shown.raise_()

    def clear(self) -> None:
        """Take the toast away."""
        toast, self.shown = self.shown, None
        if toast is not None:
            toast.hide()
            toast.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self.shown is not None:
            left = (self._area.width() - self.shown.width()) // 2
            top = self._area.height() - self.shown.height() - px(ABOVE_STATUS_BAR)
            self.shown.move(left, top)
