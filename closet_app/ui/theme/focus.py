"""The ring around the control that the keyboard reached."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from closet_app.ui.theme.shades import color, px

OUTSIDE = 4
"""Two pixels of gap and two of ring."""

_ASKED = "ringAsked"
"""Kept by the widget until its window becomes active and gives it the focus."""

_MARGINS = (
    QStyle.PixelMetric.PM_FocusFrameHMargin,
    QStyle.PixelMetric.PM_FocusFrameVMargin,
)
_OWN_EDGE = (
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QTextEdit,
    QPlainTextEdit,
    QAbstractItemView,
)


def focus_by_keyboard(widget: QWidget) -> None:
    """Give `widget` the focus as a shortcut would, ring included; its window may still wait."""
    if widget.hasFocus():
        widget.clearFocus()
    widget.setProperty(_ASKED, True)
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)


class FocusRing(QFocusFrame):
    """Two pixels of accent, two outside the control they surround."""

    def __init__(self) -> None:
        super().__init__()
        self._radius = 0.0
        self._margins = _RingStyle()
        self.setStyle(self._margins)

    def surround(self, widget: QWidget) -> None:
        """Stand around `widget`, wherever it moves."""
        self._radius = float(widget.property("focusRadius") or px(7)) + OUTSIDE - 1
        self.setWidget(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("accent-ink"), 2))
        ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(ring, self._radius, self._radius)


class RingKeeper(QObject):
    """Shows the ring when Tab, Backtab or a shortcut moved the focus, never for the mouse.

    Qt marks the window then (WA_KeyboardFocusChange); the mark is read and taken away at
    each change, so that no filter has to see every event of the application. A ring is a
    child of the window it stands in and goes with it, so another is made when it is gone.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        by_keyboard = new is not None and _take_mark(new)
        if new is not None and by_keyboard and not draws_own_focus(new):
            self._living().surround(new)
        elif self._ring is not None and isValid(self._ring):
            self._ring.setWidget(None)  # type: ignore[arg-type]

    def _living(self) -> FocusRing:
        if self._ring is None or not isValid(self._ring):
            self._ring = FocusRing()
        return self._ring


def _take_mark(widget: QWidget) -> bool:
    """Whether the keyboard or `focus_by_keyboard` brought the focus to `widget`."""
    window = widget.window()
    marked = window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, on=False)
    asked = bool(widget.property(_ASKED))
    widget.setProperty(_ASKED, False)
    return marked or asked


class _RingStyle(QProxyStyle):
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        return OUTSIDE if metric in _MARGINS else super().pixelMetric(metric, option, widget)


def draws_own_focus(widget: QWidget) -> bool:
    """Whether the control shows the focus itself: fields, and views whose rows do."""
    return isinstance(widget, _OWN_EDGE) or bool(widget.property("ownFocus"))
