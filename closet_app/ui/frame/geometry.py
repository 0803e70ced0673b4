"""The window's place on the desk, remembered, and only on a monitor that is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

MINIMUM = (1100, 720)
DESIGNED = (1440, 900)
TITLE_BAR = 32
"""This much below the top edge must be on a monitor, so that the window can be dragged."""


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """Where a window stood, in logical pixels."""

    left: int
    top: int
    width: int
    height: int
    maximized: bool = False


class WindowPlaces(Protocol):
    """Remembers places by the window's name, between runs."""

    def window_place(self, name: str) -> WindowPlace | None:
        """Where the window stood when it was last closed."""

    def remember_window(self, name: str, place: WindowPlace) -> None:
        """Keep where the window stands."""


def restore(window: QWidget, place: WindowPlace | None) -> None:
    """Put the window where it was, if its title bar would be visible there."""
    box = None if place is None else QRect(place.left, place.top, place.width, place.height)
    if box is None or not _is_reachable(box):
        window.resize(*_fitting_size())
        return
    window.setGeometry(box)
    if place is not None and place.maximized:
        window.showMaximized()


def place_of(window: QWidget) -> WindowPlace:
    """Where the window stands now, or where it would without being maximized."""
    box = window.normalGeometry() if window.isMaximized() else window.geometry()
    return WindowPlace(box.x(), box.y(), box.width(), box.height(), window.isMaximized())


def _is_reachable(box: QRect) -> bool:
    grips = (box.topLeft() + QPoint(box.width() // 2, 4), box.center())
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    return all(any(screen.contains(grip) for screen in screens) for grip in grips)


def _fitting_size() -> tuple[int, int]:
    screen = QGuiApplication.primaryScreen().availableGeometry()
    return (
        max(min(DESIGNED[0], screen.width()), MINIMUM[0]),
        max(min(DESIGNED[1], screen.height() - TITLE_BAR), MINIMUM[1]),
    )
