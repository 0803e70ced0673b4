"""Reading order for controls that come and go."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def chain(first: QWidget | None, then: Iterable[QWidget]) -> None:
    """Let Tab go from `first` through the others; Qt puts new controls at the very end."""
    if first is not None:
        for before, after in pairwise((first, *then)):
            QWidget.setTabOrder(before, after)
