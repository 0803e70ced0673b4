"""Ticks, choices and switches, painted the same in widgets, item views and on photos."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from closet_app.ui.theme.shades import color


class Tick(Enum):
    """What a check box says."""

    OFF = "off"
    ON = "on"
    PART = "part"


def paint_check(
    painter: QPainter, rect: QRectF, tick: Tick, *, enabled: bool = True, on_photo: bool = False
) -> None:
    """A check box filling `rect`: 16 in forms, 20 with a white ground on photos."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = rect.width() / 16
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(_edge(tick != Tick.OFF, enabled=enabled), 1))
    white = on_photo and tick == Tick.OFF
    painter.setBrush(QColor("white") if white else _fill(tick != Tick.OFF, enabled=enabled))
    painter.drawRoundedRect(box, 4 * unit, 4 * unit)
    if tick == Tick.ON:
        _paint_sign(painter, rect, ((4.6, 8.4), (7.0, 10.7), (11.6, 5.6)))
    elif tick == Tick.PART:
        _paint_sign(painter, rect, ((4.8, 8.0), (11.2, 8.0)))
    painter.restore()


def paint_radio(painter: QPainter, rect: QRectF, *, on: bool, enabled: bool = True) -> None:
    """A round choice filling `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_edge(on, enabled=enabled), 1))
    painter.setBrush(_fill(on, enabled=enabled))
    painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("on-accent"))
        dot = rect.width() * 3 / 16
        painter.drawEllipse(rect.center(), dot, dot)
    painter.restore()


def paint_switch(painter: QPainter, rect: QRectF, at: float, *, enabled: bool = True) -> None:
    """A switch filling `rect`, its knob at 0 (off) to 1 (on)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    on = at >= 0.5
    track = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(_edge(on, enabled=enabled), 1))
    painter.setBrush(_fill(on, enabled=enabled) if on else color("neutral-soft"))
    painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
    unit = rect.height() / 20
    start, end = rect.left() + 10 * unit, rect.right() - 10 * unit
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("on-accent") if on else color("hem"))
    painter.drawEllipse(QPointF(start + (end - start) * at, rect.center().y()), 6 * unit, 6 * unit)
    painter.restore()


def _edge(marked: bool, *, enabled: bool) -> QColor:
    if not enabled:
        return color("line2")
    return color("accent" if marked else "hem")


def _fill(marked: bool, *, enabled: bool) -> QColor:
    if not enabled:
        return color("line2" if marked else "sunken")
    return color("accent" if marked else "surface")


def _paint_sign(painter: QPainter, rect: QRectF, points: tuple[tuple[float, float], ...]) -> None:
    unit = rect.width() / 16
    pen = QPen(color("on-accent"), 1.7 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    line = [QPointF(rect.left() + x * unit, rect.top() + y * unit) for x, y in points]
    painter.drawPolyline(line)
