"""Tab goes through the controls in the order they are read, also those made later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLayout, QScrollArea, QWidget

from closet_app.ui.editor.tile_grid import TileGrid


class ReadingOrder:
    """Keeps the controls of `root` in order; nothing is done while they stay the same."""

    def __init__(self, root: QWidget) -> None:
        self._root = root
        self._known: list[QWidget] = []

    def keep(self) -> None:
        """Put the controls in order when some are new."""
        found = list(controls(self._root))
        if found != self._known:
            self._known = found
            for before, after in pairwise(found):
                QWidget.setTabOrder(before, after)


def controls(widget: QWidget) -> Iterator[QWidget]:
    """Everything inside `widget` that can have the focus, as layouts place it."""
    takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    if takes_focus and widget.focusProxy() is None:
        yield widget
    if not isinstance(widget, QComboBox):
        for part in _parts(widget):
            yield from controls(part)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            yield inside
        return
    if isinstance(widget, TileGrid):
        yield from widget.tiles
        return
    layout = widget.layout()
    placed = list(_placed(layout)) if layout is not None else []
    yield from placed
    yield from (child for child in _children(widget) if child not in placed)


def _placed(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _placed(inner)


def _children(widget: QWidget) -> list[QWidget]:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    found = widget.findChildren(QWidget, options=direct)
    return [child for child in found if not child.isWindow()]
