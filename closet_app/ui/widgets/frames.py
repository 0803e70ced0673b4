"""Cards, notes, empty pages, drop areas and skeletons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.shades import color, px, theme
from closet_app.ui.widgets.buttons import Button, Kind
from closet_app.ui.widgets.field_box import IconMark
from closet_app.ui.widgets.text import PlainLabel, set_state


def stitch_pen(ink: QColor) -> QPen:
    """The stitch: one pixel, six on, four off."""
    pen = QPen(ink, 1)
    pen.setDashPattern([6, 4])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def paint_stitched(painter: QPainter, rect: QRect, ink: QColor, radius: float = 10) -> None:
    """A stitched outline just inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(stitch_pen(ink))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


class Card(QFrame):
    """A framed surface; `body` is its column. `look` may be chosen or sunken."""

    def __init__(self, *, look: str = "", pad: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setProperty("look", look)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(px(pad), px(pad), px(pad), px(pad))
        self.body.setSpacing(px(8))

    def set_look(self, look: str) -> None:
        """Change between plain, chosen and sunken."""
        set_state(self, "look", look)


NOTE_ICONS = {
    "warn": "triangle-alert",
    "ok": "circle-check",
    "bad": "triangle-alert",
    "info": "info",
    "accent": "star",
}


class Note(QWidget):
    """One or two sentences on a soft ground, with at most one action.

    The action stands at the right, or `below` the words where there is little room.
    """

    acted = Signal()

    def __init__(
        self,
        words: str,
        tone: str = "info",
        *,
        title: str = "",
        action: str = "",
        icon: str = "",
        below: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._below = below
        self._is_placed = False
        ink = "ink" if title or tone == "accent" else tone
        self._title = PlainLabel(title, role="label-strong", tone=tone, wrap=True)
        self._words = PlainLabel(words, role="small", tone=ink, wrap=True)
        self._action = Button(action, "link", size="small", pressed=self.acted.emit)
        self._mark = IconMark(icon or NOTE_ICONS[tone], f"{tone}-ink", 16)
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(10), px(12), px(10))
        row.setSpacing(px(8))
        has_title = bool(self._title.text())
        is_tall = has_title or self._below
        side = Qt.AlignmentFlag.AlignTop if is_tall else Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._mark, 0, side)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._words)
        row.addLayout(column, 1)
        if self._below:
            column.addWidget(self._action, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            row.addWidget(self._action)
        self._title.setVisible(has_title)
        self._action.setVisible(bool(self._action.text()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def say(self, words: str, *, title: str = "", action: str | None = None) -> None:
        """Say something else in the same tone."""
        self._words.setText(words)
        self._title.setText(title)
        self._title.setVisible(bool(title))
        if action is not None:
            self._action.setText(action)
            self._action.setVisible(bool(action))

    def sizeHint(self) -> QSize:
        """As high as the words are at this width: a layout gives no more than this."""
        hint = super().sizeHint()
        layout = self.layout()
        if layout is not None and self._is_placed:
            hint.setHeight(layout.totalHeightForWidth(self.width()))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_placed = True
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        contrast = theme().high_contrast
        painter.setPen(QPen(color("line"), 1) if contrast else Qt.PenStyle.NoPen)
        painter.setBrush(color(f"{self._tone}-soft"))
        painter.drawRoundedRect(self.rect(), px(8), px(8))


@dataclass(frozen=True, slots=True)
class Offer:
    """One way on from an empty page."""

    words: str
    pressed: Callable[[], object]
    kind: Kind = "secondary"
    icon: str = ""


class EmptyState(QWidget):
    """An icon, a bold sentence, a sentence and the ways on, in a stitched frame."""

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        offers: Sequence[Offer] = (),
        *,
        framed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._framed = framed
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(20), px(24), px(20), px(24))
        self._column.setSpacing(px(6))
        self._column.addStretch(1)
        self._add(IconMark(icon, "muted", 28))
        heading = PlainLabel(title, role="section", wrap=True)
        words = PlainLabel(sentence, tone="muted", wrap=True)
        for label in (heading, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(label)
        self._column.addSpacing(px(8))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch(1)
        for offer in offers:
            row.addWidget(Button(offer.words, offer.kind, icon=offer.icon, pressed=offer.pressed))
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addStretch(1)
        self.setAccessibleName(f"{title} {sentence}")

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._framed:
            paint_stitched(QPainter(self), self.rect(), color("hem"), px(10))


class StitchedDropArea(QFrame):
    """A place where files can be dropped; `dropped` carries their paths."""

    dropped = Signal(list)

    def __init__(self, words: str, *, icon: str = "camera", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False
        self.setAcceptDrops(True)
        self.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(IconMark(icon, "muted", 28), 0, Qt.AlignmentFlag.AlignHCenter)
        label = PlainLabel(words, tone="muted", wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label)
        column.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()
            self._show_over(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(False)
        event.acceptProposedAction()
        self.dropped.emit(dropped_files(event))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._over:
            painter.fillRect(self.rect(), color("accent-soft"))
        paint_stitched(painter, self.rect(), color("accent-ink" if self._over else "hem"), px(8))

    def _show_over(self, over: bool) -> None:
        self._over = over
        self.update()


def dropped_files(event: QDropEvent) -> list[Path]:
    """The files on this computer that a drag carries, folders among them."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


class SkeletonRect(QWidget):
    """A quiet bar where something is on its way."""

    def __init__(
        self, width: int, height: int, radius: int = 5, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._radius = radius
        fix(self, width=width, height=height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("neutral-soft"))
        painter.drawRoundedRect(self.rect(), px(self._radius), px(self._radius))
