"""The head of an order: its number, where it was sold, how far it is, and by when."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from closet_app.services.records import OrderView
from closet_app.ui.orders.faces import OPEN, pill_of
from closet_app.ui.orders.speech import Speech
from closet_app.ui.orders.stations import stations_of
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.badges import MarketplaceBadge, StatusPill
from closet_app.ui.widgets.buttons import IconButton
from closet_app.ui.widgets.text import ElidedLabel, PlainLabel
from closet_app.ui.widgets.timeline import Timeline
from closet_app.ui.words import say

ROOMY = 440


class OrderHeader(QWidget):
    """Title line and timeline; `menu` opens under the three dots."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        self.title = PlainLabel("", role="page")
        self._badge = MarketplaceBadge("", "", side=20)
        self._number = ElidedLabel("", tone="muted")
        self._pill = StatusPill()
        self._ship_words = PlainLabel("", tone="muted")
        self._ship_day = PlainLabel("", role="body-strong")
        self.timeline = Timeline()
        self._more = IconButton("ellipsis", say("More"), size="small")
        self.menu = menu
        self._more.setMenu(menu)
        self._build()

    def _build(self) -> None:
        self._number.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.title)
        row.addWidget(self._badge)
        row.addWidget(self._number)
        row.addWidget(self._pill)
        row.addStretch(1)
        due = QHBoxLayout()
        due.setSpacing(px(4))
        due.addWidget(self._ship_words)
        due.addWidget(self._ship_day)
        row.addLayout(due)
        row.addWidget(self._more)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(16))
        rows.addLayout(row)
        rows.addWidget(self.timeline)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the number there and “Ship by” go."""
        super().resizeEvent(event)
        roomy = event.size().width() >= px(ROOMY)
        self._number.setVisible(roomy)
        self._ship_words.setVisible(roomy)

    def show_order(self, view: OrderView, speech: Speech) -> None:
        """Show the head of another order."""
        name = speech.name(view.marketplace)
        self.title.setText(say("Order {number}", number=view.number))
        self._badge.show_marketplace(view.marketplace, name)
        self._number.setText(f"{name} {view.marketplace_number}".strip())
        self._pill.show_status(*pill_of(view.status))
        self._show_due(view, speech)
        self.timeline.show_steps(stations_of(view, speech))

    def _show_due(self, view: OrderView, speech: Speech) -> None:
        day = view.ship_by if view.status in OPEN else None
        self._ship_words.setText(say("Ship by") if day else "")
        self._ship_day.setText(speech.day(day) if day else "")
        self._ship_day.setAccessibleName(say("Ship by {day}", day=speech.day(day)) if day else "")
        late = day is not None and day <= speech.today
        self._ship_day.set_tone("warn" if late else "ink")
