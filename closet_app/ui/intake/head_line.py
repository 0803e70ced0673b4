"""The line above the rows: what to do, how much is done, and a tick for each piece."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from closet_app.services.records.intake import IntakeView
from closet_app.ui.intake.speech import say_ready, state_of
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.text import ElidedLabel, PlainLabel, set_tooltip
from closet_app.ui.words import say

TICK, TICK_GAP, TICK_HEIGHT = 8, 2, 10
WIDEST = 260
CURRENT = "current"
_COLORS = {"ready": "ok", "doubt": "warn", "open": "line2", CURRENT: "accent"}


class ReadyTicks(QWidget):
    """Green is ready, amber has something to look at, berry is current, grey is open.

    Where there are too many they become one bar, each piece still at its place.
    """

    def __init__(self) -> None:
        super().__init__()
        self._states: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_states(self, states: list[str]) -> None:
        """One state for each piece, in order."""
        if states != self._states:
            self._states = states
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        wanted = len(self._states) * px(TICK + TICK_GAP)
        return QSize(min(wanted, px(WIDEST)), px(TICK_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._states:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = self.width() / len(self._states)
        gap = TICK_GAP if step >= 2 * TICK_GAP + 1 else 0
        radius = 2 if gap else 0
        for place, state in enumerate(self._states):
            painter.setBrush(color(_COLORS[state]))
            width = step - gap if gap else max(step, 2 if state == CURRENT else 0)
            box = QRectF(place * step, 0, width, self.height())
            painter.drawRoundedRect(box, radius, radius)


class HeadLine(QFrame):
    """53 px above the rows."""

    def __init__(self) -> None:
        super().__init__()
        fix(self, height=53)
        self._done = PlainLabel("", role="small", tone="muted")
        self._ticks = ReadyTicks()
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), 0, px(20), 0)
        row.setSpacing(px(14))
        title = ElidedLabel(say("Check the seams, then fill in the blanks"), role="section")
        row.addWidget(title, 1)
        row.addWidget(self._done)
        row.addWidget(self._ticks)

    def show_view(self, view: IntakeView, current: int) -> None:
        """Show how far the intake is; `current` is the row of the caret."""
        words = say_ready(view)
        self._done.setText(words)
        self._ticks.setAccessibleName(words)
        set_tooltip(
            self._ticks,
            say("Green is ready, amber has something to look at, berry is where you are."),
        )
        states = [state_of(group) for group in view.groups]
        if 0 <= current < len(states):
            states[current] = CURRENT
        self._ticks.show_states(states)
