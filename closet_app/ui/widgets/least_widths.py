"""Least widths of panes beside one another, also where large letters leave too little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSplitter


def keep_least(splitter: QSplitter, least: Sequence[int], room: int) -> None:
    """Give each pane its least width in pixels, all of them narrower alike where `room` is small.

    A splitter that has less room than its panes need lets them lie over one another.
    """
    share = min(1.0, max(room, 1) / (sum(least) + len(least)))
    for at, width in enumerate(least):
        pane = splitter.widget(at)
        if pane is not None:
            pane.setMinimumWidth(int(width * share))
