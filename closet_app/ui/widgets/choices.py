"""Switches, segments and rows of checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QEvent, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.icons import icon, paint_icon
from closet_app.ui.theme.shades import color, px, theme
from closet_app.ui.theme.signs import paint_switch
from closet_app.ui.widgets.text import PlainLabel, set_tooltip

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class Switch(QAbstractButton):
    """On or off, at once; 36 × 20."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setProperty("focusRadius", 10)
        self._at = 0.0
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self._on_slide)
        self.toggled.connect(self._on_toggled)
        fix(self, width=36, height=20)

    def sizeHint(self) -> QSize:
        return QSize(px(36), px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(0, 0, px(36), px(20))
        paint_switch(QPainter(self), box, self._at, enabled=self.isEnabled())

    def _on_toggled(self, on: bool) -> None:
        self._slide.stop()
        self._slide.setDuration(80 if theme().moves and self.isVisible() else 0)
        self._slide.setStartValue(self._at)
        self._slide.setEndValue(1.0 if on else 0.0)
        self._slide.start()

    def _on_slide(self, at: object) -> None:
        self._at = float(at) if isinstance(at, (int, float)) else 0.0
        self.update()


class SwitchField(QWidget):
    """A switch with its words at the left and a line that explains it."""

    changed = Signal(bool)

    def __init__(self, words: str, explain: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = Switch(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(4), 0, px(4))
        row.setSpacing(px(12))
        row.addWidget(PlainLabel(words, wrap=True), 1)
        if explain:
            row.addWidget(PlainLabel(explain, role="small", tone="muted"))
        row.addWidget(self.switch)
        self.setFocusProxy(self.switch)
        self.switch.clicked.connect(self.changed)

    def value(self) -> bool:
        """Whether it is on."""
        return self.switch.isChecked()

    def set_value(self, on: bool) -> None:
        """Turn it on or off without reporting a change."""
        self.switch.setChecked(on)


@dataclass(frozen=True, slots=True)
class Segment:
    """One of a few choices; an icon alone needs words all the same, as tooltip and name."""

    value: str
    words: str
    icon: str = ""


class _SegmentButton(QAbstractButton):
    def __init__(self, segment: Segment) -> None:
        super().__init__()
        self.setCheckable(True)
        self._segment = segment
        self.setText(segment.words)
        self.setAccessibleName(segment.words)
        if segment.icon:
            self.setIcon(icon(segment.icon))
            set_tooltip(self, segment.words)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", 6)

    def sizeHint(self) -> QSize:
        words = 0 if self._segment.icon else text_width(self.text(), "label-strong")
        side = px(16) if self._segment.icon else 0
        return QSize(words + side + px(20), px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Arrows move among the segments even where they are a page's shortcuts."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() in _ARROWS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def set_words(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(color("line2"))
            painter.setBrush(color("surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        ink = "ink" if self.isChecked() else "ink2"
        if self._segment.icon:
            side = px(16)
            corner = self.rect().center()
            box = self.rect().adjusted(0, 0, 0, 0)
            box.setSize(QSize(side, side))
            box.moveCenter(corner)
            paint_icon(painter, box, self._segment.icon, ink)
            return
        painter.setFont(font("label-strong" if self.isChecked() else "label"))
        painter.setPen(color(ink if self.isEnabled() else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Segmented(QFrame):
    """A few choices in one well; arrow keys move. `changed` carries the value."""

    changed = Signal(str)

    def __init__(
        self, segments: Sequence[Segment], *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("segmented")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._values = [segment.value for segment in segments]
        self._buttons = [_SegmentButton(segment) for segment in segments]
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for place, button in enumerate(self._buttons):
            self._group.addButton(button, place)
            row.addWidget(button, 1)
        self._group.idClicked.connect(self._on_clicked)
        if self._buttons:
            self._buttons[0].setChecked(True)

    def value(self) -> str:
        """The chosen value."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: str) -> None:
        """Choose without reporting a change."""
        self._buttons[self._values.index(value)].setChecked(True)

    def clear(self) -> None:
        """Choose none, where what is chosen stands elsewhere."""
        self._group.setExclusive(False)
        for button in self._buttons:
            button.setChecked(False)
        self._group.setExclusive(True)

    def set_words(self, value: str, words: str) -> None:
        """Rename one segment, for counts such as "To pack 8"."""
        self._buttons[self._values.index(value)].set_words(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        self._choose((self._group.checkedId() + step) % len(self._buttons))

    def _choose(self, place: int) -> None:
        self._buttons[place].setChecked(True)
        self._buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_clicked(place)

    def _on_clicked(self, place: int) -> None:
        self.changed.emit(self._values[place])


class CheckRow(QWidget):
    """A check with its words, and at the right a count or a fact, 24 high."""

    toggled = Signal(bool)

    def __init__(
        self, words: str, fact: str = "", *, tone: str = "muted", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.box = QCheckBox(words.replace("&", "&&"))
        self.box.setAccessibleName(words)
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.fact = PlainLabel(fact, tone=tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.box, 1)
        row.addWidget(self.fact)
        self.fact.setHidden(not fact)
        self.setFocusProxy(self.box)
        self.box.clicked.connect(self.toggled)

    def sizeHint(self) -> QSize:
        words = text_width(self._words, "body") + px(16) + px(8)
        fact = self.fact.sizeHint().width() + px(8) if self.fact.text() else 0
        return QSize(words + fact + 2, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def is_checked(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def set_checked(self, on: bool) -> None:
        """Tick it without reporting a change."""
        self.box.setChecked(on)

    def set_words(self, words: str) -> None:
        """Name it otherwise, for counts such as "8 cards"."""
        self._words = words
        self.box.setAccessibleName(words)
        self._fit()
        self.updateGeometry()

    def set_fact(self, fact: str) -> None:
        """Change the count or fact at the right."""
        self.fact.setText(fact)
        self.fact.setHidden(not fact)
        self.box.setAccessibleDescription(fact)
        self._fit()

    def _fit(self) -> None:
        """Words that do not fit end in …; the tooltip has them all."""
        fact = self.fact.sizeHint().width() + px(8) if self.fact.text() else 0
        room = self.width() - fact - px(16) - px(8)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.box.setText(shown.replace("&", "&&"))
        set_tooltip(self.box, "" if shown == self._words else self._words)
