"""A group of filters under a heading that folds."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import color, px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import say


class _Heading(QAbstractButton):
    """The title; a chevron appears while it is folded or pointed at."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setChecked(True)
        self.setText(title)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._say_state)
        self._say_state(True)

    def _say_state(self, is_open: bool) -> None:
        self.setAccessibleDescription(say("open") if is_open else say("folded"))

    def sizeHint(self) -> QSize:
        return QSize(text_width(self.text(), "label-strong") + px(24), px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font("label-strong"))
        painter.setPen(color("ink2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.underMouse() or self.hasFocus() or not self.isChecked():
            left = text_width(self.text(), "label-strong") + px(4)
            box = QRect(left, (self.height() - px(14)) // 2, px(14), px(14))
            name = "chevron-down" if self.isChecked() else "chevron-right"
            paint_icon(painter, box, name, "muted")


class FacetGroup(QWidget):
    """A heading that folds its `body` away; at its right a `fact`, or an `action` as a link."""

    acted = Signal()

    def __init__(
        self, title: str, *, action: str = "", fact: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._heading = _Heading(title)
        self._action = Button(action, "link", size="small", pressed=self.acted.emit)
        self._action.setVisible(bool(action))
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        if fact:
            top.addWidget(PlainLabel(fact, role="small", tone="muted"))
        top.addWidget(self._action)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(2))
        rows.addLayout(top)
        rows.addWidget(self._inside)
        self._heading.toggled.connect(self._inside.setVisible)

    def set_action(self, words: str) -> None:
        """Change the link at the right; empty words take it away."""
        self._action.setText(words)
        self._action.setVisible(bool(words))

    def is_folded(self) -> bool:
        """Whether the body is hidden."""
        return not self._heading.isChecked()

    def set_folded(self, folded: bool) -> None:
        """Hide or show the body."""
        self._heading.setChecked(not folded)
