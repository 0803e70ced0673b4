"""What happened: an order's steps across, a piece's history down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from closet_app.ui.theme.fonts import font, line_height
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.frames import stitch_pen
from closet_app.ui.widgets.text import PlainLabel

Stage = Literal["done", "now", "later"]


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """One station of an order."""

    name: str
    caption: str
    stage: Stage


class Timeline(QWidget):
    """Stations on a line: done with a tick, now with a berry ring, a stitch to what is next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps: tuple[TimelineStep, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: Sequence[TimelineStep]) -> None:
        """Show other stations."""
        self.steps = tuple(steps)
        said = (f"{step.name}: {step.caption}" for step in steps)
        self.setAccessibleName(", ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        height = px(16) + px(10) + line_height("body") + line_height("small")
        return QSize(px(560), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        slot = self.width() / max(len(self.steps), 1)
        for place, step in enumerate(self.steps):
            left = slot * place
            if place + 1 < len(self.steps):
                self._paint_way(painter, step, left, left + slot)
            paint_station(painter, QPointF(left + px(8), px(8)), step.stage)
            self._paint_words(painter, step, left, slot)

    def _paint_way(self, painter: QPainter, step: TimelineStep, start: float, end: float) -> None:
        if step.stage == "now":
            pen = stitch_pen(color("line2"))
        else:
            pen = QPen(color("ok" if step.stage == "done" else "line2"))
        pen.setWidth(2)
        if step.stage == "now":
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(start + px(17), px(8)), QPointF(end, px(8)))

    def _paint_words(self, painter: QPainter, step: TimelineStep, left: float, slot: float) -> None:
        ink = {"done": "ink", "now": "accent-ink", "later": "muted"}[step.stage]
        top = px(16) + px(8)
        room = QRectF(left, top, slot - px(8), line_height("body"))
        painter.setFont(font("body-strong"))
        painter.setPen(color(ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, step.name)
        room.translate(0, line_height("body"))
        painter.setFont(font("small"))
        painter.setPen(color("muted"))
        elided = painter.fontMetrics().elidedText(
            step.caption, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, elided)


def paint_station(painter: QPainter, centre: QPointF, stage: Stage) -> None:
    """One 16 px dot: a tick when done, a berry ring now, an empty ring later."""
    radius = px(16) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    if stage == "later":
        painter.setPen(QPen(color("line2"), 2))
        painter.setBrush(color("surface"))
        painter.drawEllipse(centre, radius - 1, radius - 1)
        return
    painter.setBrush(color("ok" if stage == "done" else "accent"))
    painter.drawEllipse(centre, radius, radius)
    if stage == "now":
        painter.setBrush(color("on-accent"))
        painter.drawEllipse(centre, radius * 0.36, radius * 0.36)
        return
    pen = QPen(color("surface"), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    unit = radius / 8
    tick = ((-3.0, 0.3), (-0.9, 2.4), (3.2, -2.2))
    painter.drawPolyline([centre + QPointF(x * unit, y * unit) for x, y in tick])


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One thing that happened, and when in words."""

    words: str
    when: str


class _HistoryLine(QWidget):
    def __init__(self, row: HistoryRow, *, newest: bool, oldest: bool) -> None:
        super().__init__()
        self._newest = newest
        self._oldest = oldest
        line = QHBoxLayout(self)
        line.setContentsMargins(px(20), px(4), 0, px(4))
        line.setSpacing(px(10))
        line.addWidget(PlainLabel(row.words, role="small", wrap=True), 1)
        line.addWidget(
            PlainLabel(row.when, role="small", tone="muted"), 0, Qt.AlignmentFlag.AlignTop
        )
        self.setAccessibleName(f"{row.words}, {row.when}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(px(8) + 0.5, px(4) + line_height("small") / 2 + 0.5)
        painter.setPen(QPen(color("line2"), 1))
        start = centre.y() if self._newest else 0
        end = centre.y() if self._oldest else self.height()
        painter.drawLine(QPointF(centre.x(), start), QPointF(centre.x(), end))
        painter.setPen(QPen(color("accent-ink" if self._newest else "hem"), 1.5))
        painter.setBrush(color("accent-ink" if self._newest else "surface"))
        painter.drawEllipse(centre, px(7) / 2 - 0.75, px(7) / 2 - 0.75)


class HistoryList(QWidget):
    """What happened to a piece, newest first, on one line of dots."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show other rows, the newest first."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for place, row in enumerate(rows):
            last = place == len(rows) - 1
            self._column.addWidget(_HistoryLine(row, newest=place == 0, oldest=last))
