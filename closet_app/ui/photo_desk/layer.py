"""What a tool puts over the picture: it draws there and takes the mouse."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter


class Ground(Protocol):
    """The view under a layer."""

    def box(self) -> QRectF:
        """Where the picture lies in the view."""

    def point_at(self, place: QPointF) -> QPointF:
        """Where a place of the picture lies in the view."""


class Layer(QObject):
    """A tool over the picture; places are fractions of the picture that is shown.

    `changed` asks for the view to be painted again.
    """

    changed = Signal()
    cursor = Qt.CursorShape.ArrowCursor

    @property
    def wants_before(self) -> bool:
        """Whether the photo as it was shines through the picture."""
        return False

    def paint(self, painter: QPainter, ground: Ground) -> None:
        """Draw over the picture, in pixels of the view."""

    def press(self, place: QPointF, ground: Ground) -> None:
        """The left button went down at `place`."""

    def drag(self, place: QPointF) -> None:
        """It is held and moved."""

    def release(self, place: QPointF) -> None:
        """It was let go."""

    def let_go(self) -> None:
        """What is held or half drawn is dropped: another photo or another tool comes."""

    def hover(self, place: QPointF, ground: Ground) -> None:
        """The mouse moved with no button down."""

    def double_click(self, place: QPointF, ground: Ground) -> None:
        """It was pressed twice."""

    def key(self, event: QKeyEvent) -> bool:
        """A key was pressed on the picture; True when the tool took it."""
        del event
        return False


def inside(place: QPointF) -> QPointF:
    """The nearest place on the picture."""
    return QPointF(min(max(place.x(), 0.0), 1.0), min(max(place.y(), 0.0), 1.0))


def apart(one: QPointF, other: QPointF) -> float:
    """How far two points of the view are apart, in pixels."""
    return float((one - other).manhattanLength())
