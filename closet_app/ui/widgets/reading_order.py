"""Tab goes through the controls in the order they are read, also those made later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLayout, QScrollArea, QSplitter, QWidget


@runtime_checkable
class Placing(Protocol):
    """A widget that places its parts itself, without a layout."""

    def in_reading_order(self) -> Sequence[QWidget]:
        """Its parts as they are seen."""


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
            _link(list(_linked(self._root)))


def controls(widget: QWidget) -> Iterator[QWidget]:
    """Everything inside `widget` that can have the focus, as layouts place it."""
    if _takes_focus(widget):
        yield widget
    for part in _parts(widget):
        yield from controls(part)


def _linked(widget: QWidget) -> Iterator[QWidget]:
    """What is inside `widget` in order; a box that passes the focus on stands for its editor.

    To Qt such a box is a stop of its own that it moves with all up to its editor, so the editor
    comes right behind it before anything else is put in order.
    """
    inside = [unit for part in _parts(widget) for unit in _linked(part)]
    proxy = widget.focusProxy()
    if proxy is not None and proxy in inside:
        at = inside.index(proxy)
        widget.setFocusPolicy(proxy.focusPolicy())  # Without one Qt leaves the box where it is.
        _link([widget, proxy])
        yield from (*inside[:at], widget, *inside[at + 1 :])
        return
    if _takes_focus(widget):
        yield widget
    yield from inside


def _link(found: Sequence[QWidget]) -> None:
    for before, after in pairwise(found):
        QWidget.setTabOrder(before, after)


def _takes_focus(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None


def _parts(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QComboBox):
        return
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            yield inside
        return
    if isinstance(widget, Placing):
        yield from widget.in_reading_order()
        return
    if isinstance(widget, QSplitter):
        yield from map(widget.widget, range(widget.count()))
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
