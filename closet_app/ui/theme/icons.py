"""Lucide icons drawn in any colour role, sharp at any pixel ratio, following the shown theme."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from closet_app.paths import resources
from closet_app.ui.theme.shades import theme
from closet_app.ui.theme.tokens import tokens

_STROKE = re.compile(r'stroke-width="[^"]*"')


def paint_icon(painter: QPainter, rect: QRect, name: str, color_role: str) -> None:
    """Draw the icon `name` centred in `rect`, as large as its shorter side."""
    side = min(rect.width(), rect.height())
    pixmap = icon_pixmap(name, color_role, side, painter.device().devicePixelRatioF())
    corner = rect.center() - QPoint((side - 1) // 2, (side - 1) // 2)
    painter.drawPixmap(corner, pixmap)


def icon_pixmap(name: str, color_role: str, side: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a cached pixmap of `side` logical pixels."""
    return _pixmap(name, theme().css(color_role), side, ratio)


def icon(name: str, color_role: str = "ink", *, chosen_role: str = "") -> QIcon:
    """A QIcon that asks the theme when it is painted; checked controls use `chosen_role`."""
    return QIcon(_ThemedEngine(name, color_role, chosen_role or color_role))


def has_icon(name: str) -> bool:
    """Whether the icon is bundled."""
    return _file(name) is not None


def forget_icons() -> None:
    """Drop every cached pixmap."""
    _pixmap.cache_clear()


_EMPTY = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"/>'


def _file(name: str) -> Path | None:
    folder = resources() / "icons"
    file = folder / f"{name}.svg"
    return file if file.is_file() else next(folder.glob(f"*/{name}.svg"), None)


@cache
def _source(name: str) -> str:
    file = _file(name)
    return file.read_text(encoding="utf-8") if file else _EMPTY


def _stroke(side: int) -> float:
    strokes = tokens().icon_strokes
    nearest = min(strokes, key=lambda size: abs(size - side))
    return strokes[nearest]


@lru_cache(maxsize=1024)
def _pixmap(name: str, css: str, side: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    drawn = _STROKE.sub(f'stroke-width="{_stroke(side)}"', _source(name))
    renderer = QSvgRenderer(QByteArray(drawn.replace("currentColor", css).encode()))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class _ThemedEngine(QIconEngine):
    def __init__(self, name: str, color_role: str, chosen_role: str) -> None:
        super().__init__()
        self._name = name
        self._roles = (color_role, chosen_role)

    def _role(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return "muted"
        return self._roles[state == QIcon.State.On]

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_icon(painter, rect, self._name, self._role(mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        side = min(size.width(), size.height())
        return icon_pixmap(self._name, self._role(mode, state), side)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        side = round(min(size.width(), size.height()) / scale)
        return icon_pixmap(self._name, self._role(mode, state), side, scale)

    def clone(self) -> QIconEngine:
        return _ThemedEngine(self._name, *self._roles)
