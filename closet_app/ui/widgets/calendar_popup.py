"""A month to pick a day from."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from closet_app.ui.theme.icons import icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.popups import paint_popup, round_corners
from closet_app.ui.words import say

_ARROWS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class CalendarPopup(QFrame):
    """Opens under a field; `picked` carries a date."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        round_corners(self, 10)
        self.calendar = QCalendarWidget(self)
        self.calendar.setAccessibleName(say("Calendar"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(8), px(8), px(8), px(8))
        rows.addWidget(self.calendar)
        self._dress()
        self.calendar.clicked.connect(self._on_day)
        self.calendar.activated.connect(self._on_day)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_popup(self)

    def open_under(self, field: QWidget, day: date | None) -> None:
        """Show the month of `day`, or this month."""
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.move(field.mapToGlobal(QPoint(0, field.height() + 2)))
        self.show()
        self.calendar.setFocus()

    def _dress(self) -> None:
        """Weekends are days like others to somebody who sells."""
        plain = QTextCharFormat()
        plain.setForeground(color("ink"))
        for day in _WEEKEND:
            self.calendar.setWeekdayTextFormat(day, plain)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for name, arrow in _ARROWS.items():
            button = self.calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icon(arrow, "ink2"))

    def _on_day(self, day: QDate) -> None:
        if self.isVisible():
            self.picked.emit(date(day.year(), day.month(), day.day()))
            self.close()
