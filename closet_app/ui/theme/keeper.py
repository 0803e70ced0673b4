"""Applies a theme to the application and follows the system's wishes."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from closet_app.ui.theme.fixed import refit
from closet_app.ui.theme.focus import RingKeeper
from closet_app.ui.theme.fonts import font, load_fonts, load_script_fonts
from closet_app.ui.theme.icons import forget_icons
from closet_app.ui.theme.proxy import ClosetStyle
from closet_app.ui.theme.shades import (
    TEXT_SIZES,
    Shade,
    Theme,
    make_contrast_theme,
    make_theme,
    show_theme,
)
from closet_app.ui.theme.styling import palette, style_sheet

Wish = Literal["system", "light", "dark"]


class ThemeKeeper(QObject):
    """Keeps palette, style sheet, fonts and icons in step with one theme."""

    changed = Signal()

    def __init__(self, app: QApplication, wish: Wish = "system", text_size: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._wish: Wish = wish
        self._text_size = _nearest_size(text_size)
        self._moves = True
        self._system_palette = QPalette(app.palette())
        load_fonts()
        app.setStyle(ClosetStyle())
        # Both stay referenced: without its parent's wrapper the second one turns invalid.
        self._hints = app.styleHints()
        self._access = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._apply)
        self._access.contrastPreferenceChanged.connect(self._apply)
        self._ring = RingKeeper(app)
        self._apply()
        QTimer.singleShot(0, self, load_script_fonts)

    @property
    def wish(self) -> Wish:
        """What the seller chose: system, light or dark."""
        return self._wish

    @property
    def text_size(self) -> int:
        """The chosen text size in percent."""
        return self._text_size

    def wear(self, wish: Wish) -> None:
        """Show light, dark, or what the system shows."""
        self._wish = wish
        self._apply()

    def set_text_size(self, percent: int) -> None:
        """Show text and controls at the nearest of the five sizes."""
        self._text_size = _nearest_size(percent)
        self._apply()

    def set_moves(self, moves: bool) -> None:
        """Let panels and toasts move, or not."""
        self._moves = moves
        self._apply()

    def _shade(self) -> Shade:
        if self._wish != "system":
            return self._wish
        scheme = self._hints.colorScheme()
        return "dark" if scheme == Qt.ColorScheme.Dark else "light"

    def _theme(self) -> Theme:
        contrast = self._access.contrastPreference()
        if contrast == Qt.ContrastPreference.HighContrast:
            return make_contrast_theme(self._shade(), self._system_palette, self._text_size)
        return make_theme(self._shade(), self._text_size)

    def _apply(self) -> None:
        shown = replace(self._theme(), moves=self._moves)
        show_theme(shown)
        forget_icons()
        self._app.setPalette(palette(shown))
        self._app.setFont(font("body"))
        self._app.setStyleSheet(style_sheet(shown))
        refit(self._app.allWidgets())
        self.changed.emit()


def _nearest_size(percent: int) -> int:
    return min(TEXT_SIZES, key=lambda size: abs(size - percent))
