"""Sizes that widgets keep, in pixels of the design, at every text size."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from closet_app.ui.theme.shades import px

_WIDTH, _HEIGHT = "fixedWidth", "fixedHeight"


def fix(widget: QWidget, *, width: int = 0, height: int = 0) -> None:
    """Hold the widget at a designed width, height or both; 0 leaves it free."""
    widget.setProperty(_WIDTH, width)
    widget.setProperty(_HEIGHT, height)
    _apply(widget)


def refit(widgets: Iterable[QWidget]) -> None:
    """Hold widgets at their designed sizes again, after the text size changed."""
    for widget in widgets:
        if widget.property(_WIDTH) is not None:
            _apply(widget)


def _apply(widget: QWidget) -> None:
    width, height = int(widget.property(_WIDTH)), int(widget.property(_HEIGHT))
    if width:
        widget.setFixedWidth(px(width))
    if height:
        widget.setFixedHeight(px(height))
