"""F6: from pane to pane."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from closet_app.ui.theme.focus import focus_by_keyboard


def walk_panes(panes: Sequence[QWidget], focused: QWidget | None) -> None:
    """Focus the first control of the pane after the one that holds `focused`."""
    shown = [pane for pane in panes if pane.isVisible()]
    inside = [place for place, pane in enumerate(shown) if _holds(pane, focused)]
    start = inside[-1] + 1 if inside else 0
    targets = (first_focusable(pane) for pane in [*shown[start:], *shown[:start]])
    target = next((found for found in targets if found is not None), None)
    if target is not None:
        focus_by_keyboard(target)


def first_focusable(pane: QWidget) -> QWidget | None:
    """The pane itself or its first child that Tab can reach."""
    candidates = [pane, *pane.findChildren(QWidget)]
    return next((widget for widget in candidates if _takes_tab(widget)), None)


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


def _takes_tab(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
