"""Tabs of marketplaces: badges, the chosen one with its name and a berry line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.badges import paint_badge
from closet_app.ui.widgets.item_card import elided
from closet_app.ui.widgets.text import set_tooltip

HEIGHT = 36


class _Tab(QAbstractButton):
    def __init__(self, marketplace: str, name: str) -> None:
        super().__init__()
        self.marketplace = marketplace
        self.setText(name)
        self.setAccessibleName(name)
        set_tooltip(self, name)
        self.setCheckable(True)
        self.setProperty("focusRadius", 6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        fix(self, height=HEIGHT)

    def sizeHint(self) -> QSize:
        name = text_width(self.text(), "body-strong") + px(7) if self.isChecked() else 0
        return QSize(px(20) + name + px(22), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(26), px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, box = self.isChecked(), self.rect()
        if chosen:
            painter.fillRect(box, color("surface"))
        elif self.underMouse():
            painter.fillRect(box, color("hover"))
        name = elided(self.text(), box.width() - px(20) - px(15), "body-strong") if chosen else ""
        words = text_width(name, "body-strong") + px(7) if name else 0
        left = (box.width() - px(20) - words) // 2
        middle = box.height() / 2
        paint_badge(painter, QRectF(left, middle - px(10), px(20), px(20)), self.marketplace)
        painter.setPen(color("ink"))
        painter.setFont(font("body-strong"))
        room = QRect(left + px(27), 0, words + 2, box.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        if chosen:
            painter.fillRect(QRect(0, box.height() - 2, box.width(), 2), color("accent"))


class BadgeTabs(QWidget):
    """One tab a marketplace; arrow keys move. `changed` carries the marketplace."""

    changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._tabs: list[_Tab] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 0)
        self._row.setSpacing(1)
        fix(self, height=HEIGHT + 1)
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def chosen(self) -> str:
        """The chosen marketplace; empty when there is none."""
        return next((tab.marketplace for tab in self._tabs if tab.isChecked()), "")

    def show_tabs(self, tabs: Sequence[tuple[str, str]]) -> None:
        """Offer these marketplaces with their names; the chosen one stays."""
        if [(tab.marketplace, tab.text()) for tab in self._tabs] == list(tabs):
            return
        was = self.chosen
        for old in self._tabs:
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._tabs = [_Tab(*each) for each in tabs]
        for tab in self._tabs:
            self._group.addButton(tab)
            self._row.addWidget(tab)
        self.choose(was if was in dict(tabs) else tabs[0][0] if tabs else "")

    def choose(self, marketplace: str) -> None:
        """Choose without reporting a change."""
        for tab in self._tabs:
            tab.setChecked(tab.marketplace == marketplace)
        self._stretch()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if not (step and self._tabs):
            super().keyPressEvent(event)
            return
        places = [tab.marketplace for tab in self._tabs]
        target = self._tabs[(places.index(self.chosen) + step) % len(places)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        target.click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The wells between and under the tabs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect().adjusted(1, 1, -1, 0), color("sunken"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), color("line"))

    def _on_clicked(self, _button: QAbstractButton) -> None:
        self._stretch()
        self.changed.emit(self.chosen)

    def _stretch(self) -> None:
        for place, tab in enumerate(self._tabs):
            self._row.setStretch(place, 2 if tab.isChecked() else 1)
            tab.updateGeometry()
