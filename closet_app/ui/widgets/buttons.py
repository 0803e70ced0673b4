"""Buttons of every kind, with icon and key chip at the designed gaps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from closet_app.ui.theme.fonts import font, text_width
from closet_app.ui.theme.icons import paint_icon
from closet_app.ui.theme.shades import px, theme
from closet_app.ui.widgets.text import set_state, set_tooltip

Kind = Literal["primary", "secondary", "ghost", "danger", "link", "destroy"]
Size = Literal["small", "normal", "large"]

HEIGHTS = {"small": 28, "normal": 32, "large": 40}
_PADDINGS = {"small": 10, "normal": 12, "large": 16}
_INKS = {
    "primary": "on-accent",
    "secondary": "ink",
    "ghost": "ink2",
    "danger": "bad-ink",
    "link": "accent-ink",
    "destroy": "on-bad",
}
_GAP = 7


@dataclass(frozen=True, slots=True)
class _Faces:
    """What stands inside a button, left to right."""

    icon: str
    text: str
    keys: str
    chevron: bool


class Button(QPushButton):
    """A command in words; `keys` shows its shortcut as a chip.

    A chevron stands at the end of one with a `menu`, or that `drops` something below it.
    """

    drops = False

    def __init__(
        self,
        text: str,
        kind: Kind = "secondary",
        *,
        size: Size = "normal",
        icon: str = "",
        keys: str = "",
        pressed: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self._keys = keys
        self._size: Size = size
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if pressed is not None:
            self.clicked.connect(lambda _checked=False: pressed())

    @property
    def kind(self) -> str:
        """Which of the kinds it is."""
        return str(self.property("kind"))

    def set_kind(self, kind: Kind) -> None:
        """Show the button as another kind."""
        set_state(self, "kind", kind)

    def widen(self) -> Button:
        """Let the button take the width its layout offers; returns itself."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return self

    def set_icon_name(self, name: str) -> None:
        """Show another icon before the words."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        faces = self._faces()
        width = sum(self._widths(faces)) + _gaps(faces) + 2 * self._padding()
        return QSize(width, self._height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.icon = QIcon()
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        self._paint_faces(painter)

    def _height(self) -> int:
        if self.kind == "link":
            return px(24)
        return px(HEIGHTS[self._size])

    def _padding(self) -> int:
        if self.kind == "link":
            return px(2)
        return px(_PADDINGS[self._size])

    def _role(self) -> str:
        return "body-strong" if self._size == "large" else _TEXT_ROLES[self._size]

    def _faces(self) -> _Faces:
        return _Faces(self._icon_name, self._words(), self._keys, self._has_chevron())

    def _has_chevron(self) -> bool:
        return self.drops or self.menu() is not None

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def _widths(self, faces: _Faces) -> tuple[int, int, int, int]:
        chip = text_width(faces.keys, "micro") + px(12) if faces.keys else 0
        words = text_width(faces.text, self._role()) if faces.text else 0
        return (px(16) if faces.icon else 0, words, chip, px(16) if faces.chevron else 0)

    def _ink(self) -> str:
        if not self.isEnabled():
            return "bulk-mut" if self.property("onbulk") else "muted"
        if self.property("onbulk"):
            return "bulk-ink"
        if self.property("chip"):
            return "accent-ink" if self.isChecked() else "ink2"
        return _INKS[self.kind]

    def _paint_faces(self, painter: QPainter) -> None:
        faces = self._faces()
        icon, words, chip, chevron = self._widths(faces)
        room = self.rect()
        left = (room.width() - icon - words - chip - chevron - _gaps(faces)) // 2
        left = max(left, min(px(4), self._padding()))
        ink = self._ink()
        if faces.icon:
            paint_icon(painter, _slot(left, icon, room), faces.icon, ink)
            left += icon + px(_GAP)
        if faces.text:
            painter.setFont(font(self._role()))
            painter.setPen(theme().color(ink))
            words = min(words, room.width() - left - chip - chevron)
            _paint_words(painter, QRect(left, 0, words + 1, room.height()), faces.text)
            left += words + px(_GAP)
        if faces.keys:
            slot = QRect(left, (room.height() - px(18)) // 2, chip, px(18))
            paint_key(painter, slot, faces.keys, theme().color(ink))
            left += chip + px(_GAP)
        if faces.chevron:
            paint_icon(painter, _slot(left, chevron, room), "chevron-down", ink)


_TEXT_ROLES = {"small": "label-strong", "normal": "button"}


def _gaps(faces: _Faces) -> int:
    shown = sum(bool(face) for face in (faces.icon, faces.text, faces.keys, faces.chevron))
    return px(_GAP) * max(shown - 1, 0)


def _slot(left: int, width: int, room: QRect) -> QRect:
    return QRect(QPoint(left, (room.height() - width) // 2), QSize(width, width))


def _paint_words(painter: QPainter, room: QRect, words: str) -> None:
    metrics = painter.fontMetrics()
    fitted = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() + 1)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitted)


def paint_key(painter: QPainter, rect: QRect, keys: str, ink: QColor) -> None:
    """A key chip, its border half as strong as its letters."""
    edge = QColor(ink)
    edge.setAlphaF(0.45)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(font("micro"))
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, keys)
    painter.restore()


class IconButton(Button):
    """An icon that everybody knows, with its name as tooltip and for screen readers."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        kind: Kind = "ghost",
        size: Size = "normal",
        keys: str = "",
        pressed: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", kind, size=size, icon=icon, pressed=pressed, parent=parent)
        self.setAccessibleName(name)
        set_tooltip(self, name, keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _has_chevron(self) -> bool:
        return self.drops

    def sizeHint(self) -> QSize:
        return QSize(self._height(), self._height())
