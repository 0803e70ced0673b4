"""Round corners for menus and popups, with and without a compositor."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from closet_app.ui.theme.shades import color, px


def round_corners(popup: QWidget, radius: int) -> None:
    """Let the window behind show through the corners.

    X11 may run without a compositor, where translucent corners turn black: there the
    corners are cut off as well.
    """
    popup.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    if QGuiApplication.platformName() == "xcb":
        popup.installEventFilter(_CornerCut(popup, radius))


def paint_popup(popup: QWidget) -> None:
    """The ground and edge of a popup; Qt paints no styled ground in translucent windows."""
    painter = QPainter(popup)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color("line2"), 1))
    painter.setBrush(color("surface"))
    box = QRectF(popup.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, px(10), px(10))


def rounded_menu(menu: QMenu) -> QMenu:
    """A menu without the system's frame and shadow, its corners round."""
    menu.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    menu.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
    round_corners(menu, 10)
    return menu


class _CornerCut(QObject):
    def __init__(self, popup: QWidget, radius: int) -> None:
        super().__init__(popup)
        self._radius = radius

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and isinstance(watched, QWidget):
            path = QPainterPath()
            radius = px(self._radius)
            path.addRoundedRect(QRectF(watched.rect()), radius, radius)
            watched.setMask(QRegion(path.toFillPolygon().toPolygon()))
        return super().eventFilter(watched, event)
