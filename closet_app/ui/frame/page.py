"""What every page offers to the window around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A place on the rail: its words, icon, order from the top, or at the foot."""

    words: str
    icon: str
    order: int
    at_foot: bool = False


class Page(QWidget):
    """A whole page of the window; subclasses override what they need.

    `titled` tells the window that `title()` answers something else now.
    """

    titled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")

    def title(self) -> str:
        """The page's part of the window title; empty where the shop's name is enough."""
        return ""

    def top_bar(self) -> QWidget | None:
        """What stands in the 56 px bar above the page; None hides the bar."""
        return None

    def foot_note(self) -> str:
        """What stands at the right of the status bar while the page is shown."""
        return ""

    def panes(self) -> list[QWidget]:
        """The parts that F6 walks through, in reading order."""
        return [self]

    def enter(self, what: object = None) -> None:
        """The page is shown now; `what` is the id or filter it was opened for."""

    def leave(self) -> bool:
        """The page is left; False keeps it open."""
        return True

    def focus_search(self) -> bool:
        """Put the cursor into the page's search line; False where there is none."""
        return False

    def searched(self) -> str:
        """The search whose finds are shown here; empty when everything is."""
        return ""

    def print_shown(self) -> bool:
        """Open the print dialog for what is chosen here; False where nothing can be printed."""
        return False

    def take_photos(self, files: Sequence[Path]) -> bool:
        """Take photos dropped anywhere in the window; False where they become new pieces."""
        return False

    def refresh(self, changed: object) -> None:
        """Something was written; `changed` names the pieces, photos and orders."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page that is made when it is first visited; without `rail` it is reached otherwise."""

    place: str
    make: Callable[[], Page]
    rail: RailEntry | None = None
    within: str = ""
    """The rail place that stays lit while this page is shown; its own when empty."""
