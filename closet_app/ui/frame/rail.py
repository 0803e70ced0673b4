"""The rail of places at the left of the window."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from closet_app.ui.frame.page import RailEntry
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.text import set_tooltip
from closet_app.ui.words import say_many

WIDTH = 76
_STITCHES = (
    (6.4, ((12.0, 15.6), (17.2, 20.6))),
    (11.0, ((12.0, 15.6), (17.2, 20.6))),
    (15.6, ((12.0, 15.6), (17.2, 18.6))),
)


def paint_brand(painter: QPainter, left: float, top: float, height: float = 22) -> None:
    """The brand mark: a hang tag with three stitched lines, 25 × 22 at its own size."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(left, top)
    painter.scale(height / 22, height / 22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("accent"))
    painter.drawPath(_tag())
    painter.setBrush(color("on-accent"))
    painter.drawEllipse(QPointF(6.8, 11.0), 2.1, 2.1)
    pen = QPen(color("on-accent"), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for y, dashes in _STITCHES:
        for start, end in dashes:
            painter.drawLine(QPointF(start + 0.6, y), QPointF(end - 0.6, y))
    painter.restore()


def _tag() -> QPainterPath:
    path = QPainterPath(QPointF(8, 0))
    path.lineTo(22, 0)
    path.quadTo(24.6, 0, 24.6, 2.6)
    path.lineTo(24.6, 19.4)
    path.quadTo(24.6, 22, 22, 22)
    path.lineTo(8, 22)
    path.quadTo(6.6, 22, 5.8, 21)
    path.lineTo(0.7, 12.2)
    path.quadTo(0, 11, 0.7, 9.8)
    path.lineTo(5.8, 1)
    path.quadTo(6.6, 0, 8, 0)
    return path


class BrandMark(QWidget):
    """The brand mark for looking at."""

    def __init__(self, height: int = 22, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        fix(self, width=height * 25 // 22 + 1, height=height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_brand(QPainter(self), 0, 0, px(self._height))


class RailButton(QAbstractButton):
    """One place: icon above its word, a count when something waits there."""

    def __init__(self, entry: RailEntry, keys: str = "") -> None:
        super().__init__()
        self._entry = entry
        self._count = 0
        self.setCheckable(True)
        self.setText(entry.words)
        self.setProperty("focusRadius", 10)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_tooltip(self, entry.words, keys)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show how many wait there; zero shows nothing."""
        self._count = count
        waiting = say_many("{count} waits", "{count} wait", count) if count else ""
        self.setAccessibleName(", ".join(part for part in (self._entry.words, waiting) if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(64), px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        ink = "accent-ink" if self.isChecked() else "ink2"
        side = px(20)
        icon = QRect((self.width() - side) // 2, px(9), side, side)
        paint_icon(painter, icon, self._entry.icon, ink)
        painter.setFont(font("micro-strong" if self.isChecked() else "nav"))
        painter.setPen(color("accent-ink" if self.isChecked() else "ink"))
        words = QRect(0, px(32), self.width(), px(16))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._entry.words)
        if self._count:
            self._paint_count(painter, icon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(color("line"), 1))
            painter.setBrush(color("surface"))
            painter.drawRoundedRect(box, 10, 10)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(box, 10, 10)

    def _paint_count(self, painter: QPainter, icon: QRect) -> None:
        words = str(self._count) if self._count < 1000 else "999+"
        height = px(17)
        width = max(text_width(words, "micro-strong") + px(8), height)
        left = min(icon.left() + px(13), self.width() - width)
        box = QRectF(left, max(icon.top() - px(7), 0), width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent"))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setFont(font("micro-strong"))
        painter.setPen(color("on-accent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class Rail(QFrame):
    """All places, the brand mark above them; arrow keys move between them."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        fix(self, width=WIDTH)
        self._buttons: dict[str, RailButton] = {}
        self._entries: dict[str, RailEntry] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(6), px(20), px(6), px(12))
        self._column.setSpacing(px(4))
        self._column.addWidget(BrandMark(), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(px(16))
        self._column.addStretch(1)

    def add(self, place: str, entry: RailEntry, keys: str = "") -> None:
        """Show one more place."""
        button = RailButton(entry, keys)
        button.clicked.connect(lambda _checked=False: self._on_clicked(place))
        self._buttons[place] = button
        self._entries[place] = entry
        if entry.at_foot:
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        else:
            row = 2 + self._rank(entry)
            self._column.insertWidget(row, button, 0, Qt.AlignmentFlag.AlignHCenter)
        ordered = [self._buttons[name] for name in self.places()]
        for before, after in pairwise(ordered):
            self.setTabOrder(before, after)

    def places(self) -> list[str]:
        """The shown places from top to foot."""
        ranked = sorted(self._entries.items(), key=lambda pair: _order(pair[1]))
        return [place for place, _entry in ranked]

    def light(self, place: str) -> None:
        """Show `place` as the current one."""
        for name, button in self._buttons.items():
            button.setChecked(name == place)

    def set_count(self, place: str, count: int) -> None:
        """Show how many wait at `place`; unknown places are passed over."""
        if place in self._buttons:
            self._buttons[place].set_count(count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        places = self.places()
        focused = [place for place in places if self._buttons[place].hasFocus()]
        if not step or not focused:
            super().keyPressEvent(event)
            return
        following = places[(places.index(focused[0]) + step) % len(places)]
        self._buttons[following].setFocus(Qt.FocusReason.TabFocusReason)

    def _rank(self, entry: RailEntry) -> int:
        above = (other for other in self._entries.values() if not other.at_foot)
        return sum(other.order < entry.order for other in above)

    def _on_clicked(self, place: str) -> None:
        self._buttons[place].setChecked(True)
        self.chosen.emit(place)


def _order(entry: RailEntry) -> tuple[bool, int]:
    return entry.at_foot, entry.order
