"""Chooses the marketplace of a sale among badges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.badges import paint_badge
from closet_app.ui.widgets.flow import FlowLayout
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say


@dataclass(frozen=True, slots=True)
class Place:
    """One marketplace to choose; filled where the piece is listed."""

    marketplace: str
    name: str
    listed: bool


class PlaceButton(QAbstractButton):
    """Badge and name in a frame that turns berry when chosen."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.setCheckable(True)
        self.setText(place.name)
        listed = say("{name}, listed there", name=place.name)
        self.setAccessibleName(listed if place.listed else place.name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = text_width(self.place.name, "body-medium")
        return QSize(px(8) + px(18) + px(7) + words + px(12), px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setPen(QPen(color("accent-ink" if chosen else "line2"), 1))
        ground = "accent-soft" if chosen else ("hover" if self.underMouse() else "surface")
        painter.setBrush(color(ground))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, px(7), px(7))
        side = px(18)
        badge = QRectF(px(8), (self.height() - side) / 2, side, side)
        paint_badge(painter, badge, self.place.marketplace, listed=self.place.listed)
        painter.setFont(font("body-medium"))
        painter.setPen(color("accent-ink" if chosen else "ink"))
        room = self.rect().adjusted(px(8) + side + px(7), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.place.name)


class MarketplacePicker(QWidget):
    """Arrow keys move between the badges; `changed` carries the marketplace."""

    changed = Signal(str)

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons = [PlaceButton(place) for place in places]
        flowing = QWidget()
        flow = FlowLayout(flowing, gap=px(6))
        for number, button in enumerate(self.buttons):
            self._group.addButton(button, number)
            flow.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(4))
        rows.addWidget(PlainLabel(say("Marketplace"), role="label", tone="ink2"))
        rows.addWidget(flowing)
        self.setAccessibleName(say("Marketplace"))
        self._group.idClicked.connect(lambda _place: self.changed.emit(self.value()))
        if self.buttons:
            self.buttons[0].setChecked(True)

    def value(self) -> str:
        """The chosen marketplace; empty when there is none to choose."""
        chosen = self._group.checkedButton()
        return chosen.place.marketplace if isinstance(chosen, PlaceButton) else ""

    def choose(self, marketplace: str) -> None:
        """Choose one and tell of it."""
        for button in self.buttons:
            if button.place.marketplace == marketplace:
                button.setChecked(True)
                self.changed.emit(marketplace)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if not step or not self.buttons:
            super().keyPressEvent(event)
            return
        at = (self._group.checkedId() + step) % len(self.buttons)
        self.buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
        self.choose(self.buttons[at].place.marketplace)
