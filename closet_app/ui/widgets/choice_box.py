"""The box that a choice is made in."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import px


class ChoiceBox(QComboBox):
    """A combo box with Closet's chevron that ignores the wheel until it has the focus."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(12)

    def showPopup(self) -> None:
        # Asking for the list makes it, and that is a fifth of the cost of a form's field.
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        super().showPopup()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(72), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.property("state") == "suggested":
            return
        rect = self.rect()
        side = px(16)
        rect.setLeft(rect.right() - side - px(9))
        rect.setWidth(side)
        paint_icon(QPainter(self), rect, "chevron-down", "muted")
