"""Shown when a closet cannot be opened: what happened, what is safe, and the ways on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from closet_app.errors import (
    ClosetBusyError,
    ClosetError,
    DamagedClosetError,
    NewerClosetError,
    NotFoundError,
)
from closet_app.ui.frame.page import Page
from closet_app.ui.frame.status_bar import StatusFacts
from closet_app.ui.shell.doors import Doors
from closet_app.ui.theme.fixed import fix
from closet_app.ui.theme.focus import focus_by_keyboard
from closet_app.ui.theme.shades import px
from closet_app.ui.widgets.buttons import Button
from closet_app.ui.widgets.field_box import IconMark
from closet_app.ui.widgets.text import PlainLabel
from closet_app.ui.words import mark, say

if TYPE_CHECKING:
    from closet_app.ui.shell.program import Program

_AGAIN = ("again", mark("Try again"))
_ANOTHER = ("another", mark("Open another closet"))
_BACKUP = ("backup", mark("Open a backup"))
_NEWEST = ("newest", mark("Open the newest good backup"))
_NEW = ("new", mark("Start a new closet"))

WAYS: Mapping[type[ClosetError], tuple[tuple[str, str], ...]] = {
    NotFoundError: (_AGAIN, _BACKUP, _ANOTHER, _NEW),
    ClosetBusyError: (_AGAIN, _ANOTHER),
    NewerClosetError: (_ANOTHER, _BACKUP),
    DamagedClosetError: (_NEWEST, _BACKUP, _AGAIN),
    ClosetError: (_AGAIN, _ANOTHER, _BACKUP),
}
"""The ways on by kind of failure; the first is the likeliest."""

_WIDTH = 540


class ClosedPage(Page):
    """One failure at a time; entered with (folder, error)."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._doors = Doors(program)
        self._folder = Path()
        self._build()

    def _build(self) -> None:
        self._title = PlainLabel("", role="page", wrap=True)
        self._words = PlainLabel("", tone="ink2", wrap=True)
        self._place = PlainLabel("", role="small", tone="muted", wrap=True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(px(8))
        told = QWidget()
        fix(told, width=_WIDTH)
        column = QVBoxLayout(told)
        column.setContentsMargins(px(6), px(6), px(6), px(6))  # room for the focus ring
        column.setSpacing(px(8))
        column.addWidget(IconMark("hard-drive", "muted", 28))
        for label in (self._title, self._words, self._place):
            column.addWidget(label)
        column.addSpacing(px(12))
        column.addLayout(self._buttons)
        rows = QVBoxLayout(self)
        rows.addStretch(2)
        rows.addWidget(told, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(3)

    def title(self) -> str:
        return say("Not open")

    def enter(self, what: object = None) -> None:
        folder, error = what if isinstance(what, tuple) else (Path(), ClosetError(""))
        self._folder = folder
        self._program.window.status.show_facts(StatusFacts())
        missing = isinstance(error, NotFoundError)
        title = say("The closet folder is not there.") if missing else error.what
        drive = say("Is the outside drive plugged in?")
        words = drive if missing else " ".join(filter(None, (error.safe, error.remedy)))
        self._title.setText(title)
        self._words.setText(words)
        self._place.setText(str(folder))
        self.setAccessibleName(f"{title} {words}")
        self._offer(error)

    def _offer(self, error: ClosetError) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        ways = next(ways for kind, ways in WAYS.items() if isinstance(error, kind))
        for place, (way, words) in enumerate(ways):
            act = getattr(self, f"_{way}")
            button = Button(say(words), "secondary" if place else "primary", pressed=act)
            self._buttons.addWidget(button)
            if not place:
                focus_by_keyboard(button)
        self._buttons.addStretch(1)

    def _again(self) -> None:
        self._program.open(self._folder)

    def _another(self) -> None:
        self._doors.open_another()

    def _backup(self) -> None:
        self._doors.open_backup()

    def _newest(self) -> None:
        self._doors.open_newest_backup(self._folder)

    def _new(self) -> None:
        self._program.welcome()
